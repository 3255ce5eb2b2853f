// Language, theme, view, and what the visitor does; the page begins here once Gradio has drawn its frame.

const HOVER = 140; // milliseconds on a mark until the article follows

// The secret that this visitor's own articles go by; it survives a reload.
const visitor = recall("visitor", null) ?? randomName();
remember("visitor", visitor);

function setLanguage(language) {
  root.dataset.language = language;
  root.lang = language === "zh" ? "zh-Hans" : "en";
  remember("language", language);
}

function setTheme(theme) {
  root.dataset.theme = theme;
}

function setView(view) {
  root.dataset.view = view;
  press("#views button", (button) => button.dataset.view === view);
  if (view === "article") drawMap();
}

function drawAll() {
  labelPage();
  press("#languages button", (button) => button.dataset.choose === root.dataset.language);
  press("#translate", () => root.dataset.translation === "on");
  if (store.current) drawConversation();
  labelArticle();
}

function openDialog(id, draw) {
  draw();
  find("#adding").replaceChildren();
  find(`#${id}`).showModal();
}

// Marks and cards

function follow(event, link) {
  event.preventDefault();
  const { answer, index } = placeOf.get(link);
  reader.origin = link;
  find("#back").hidden = false;
  reveal(answer, index, true);
}

function listenToMarks() {
  const turns = find("#turns");
  let hovering = null;
  const linkAt = (event) => (placeOf.has(event.target.closest("a")) ? event.target.closest("a") : null);
  turns.addEventListener("click", (event) => {
    const link = linkAt(event);
    if (link) return follow(event, link);
    const card = event.target.closest(".card");
    if (card && !event.target.closest("button") && getSelection().isCollapsed) follow(event, find("a", card));
  });
  turns.addEventListener("mouseover", (event) => {
    clearTimeout(hovering);
    const link = linkAt(event);
    if (link) hovering = setTimeout(() => reveal(placeOf.get(link).answer, placeOf.get(link).index), HOVER);
  });
  turns.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link?.matches(":focus-visible")) reveal(placeOf.get(link).answer, placeOf.get(link).index);
  });
  find("#text").addEventListener("click", (event) => {
    const back = event.target.closest(".to-mark, mark");
    if (back && getSelection().isCollapsed) goToMark(Number(back.dataset.index));
  });
}

// The line to write in

function listenToComposer() {
  const field = find("#question");
  const fit = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    drawSend();
  };
  const send = () => {
    if (running) return;
    const question = field.value;
    field.value = "";
    fit();
    ask(question);
  };
  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    // Enter that ends the choice of a Chinese word in an input method sends nothing.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  find("#composer").addEventListener("submit", (event) => {
    event.preventDefault();
    if (running) stop();
    else send();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && running && !find("dialog[open]")) stop();
  });
}

function listenToButtons() {
  const on = (id, action) => find(`#${id}`).addEventListener("click", action);
  for (const button of findAll("#languages button")) button.addEventListener("click", () => (setLanguage(button.dataset.choose), drawAll()));
  for (const button of findAll("#views button")) button.addEventListener("click", () => setView(button.dataset.view));
  for (const button of findAll("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
  for (const dialog of findAll("dialog")) dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  on("theme", () => (setTheme(root.dataset.theme === "dark" ? "light" : "dark"), remember("theme", root.dataset.theme)));
  on("open-conversations", () => openDialog("conversations", drawConversations));
  on("open-articles", () => openDialog("articles", drawArticles));
  on("export", () => openDialog("exports", drawExports));
  on("new", () => startConversation(currentSource()));
  on("new-here", () => (find("#conversations").close(), startConversation(currentSource())));
  on("back", goBack);
  on("translate", () => {
    root.dataset.translation = root.dataset.translation === "on" ? "off" : "on";
    press("#translate", () => root.dataset.translation === "on");
    drawMap();
    scrollToActive();
  });
  find("#text").addEventListener("scroll", moveView, { passive: true });
  new ResizeObserver(drawMap).observe(find("#reading"));
}

window.startPage = async () => {
  labelPage();
  listenToMarks();
  listenToComposer();
  listenToButtons();
  listenForFiles();
  setView("chat");
  try {
    await loadShelf();
  } catch (error) {
    find("#turns").replaceChildren(element("p", { class: "problem" }, explained(error)[root.dataset.language]));
    return;
  }
  const earlier = store.conversations.find((conversation) => conversation.id === recall("current", null));
  newConversation(sources[0]);
  drawAll();
  if (earlier) await openConversation(earlier);
  else await openSource(sources[0].key);
  if (matchMedia("(hover: hover)").matches) find("#question").focus();
};

setLanguage(recall("language", null) ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
setTheme(recall("theme", null) ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
