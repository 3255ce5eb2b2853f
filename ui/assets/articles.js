// The articles that can be asked, and adding one's own: a file chosen or dropped, or a pasted text.

let sources = []; // { key, own, articles: [{ id, title }] }
let mostBytes = 0;

async function loadShelf() {
  const shelf = await once("shelf", visitor);
  sources = shelf.sources;
  mostBytes = shelf.max_bytes;
}

function drawArticles() {
  find("#article-list").replaceChildren(...sources.flatMap((source) => source.articles.map((article) => articleRow(source, article))));
  find("#kinds").textContent = t("KINDS", find("#file").accept.replaceAll(",", " "), Math.round(mostBytes / 1e6));
}

function articleRow(source, article) {
  const isShown = source.key === reader.key && article.id === reader.shown?.id;
  const opening = element(
    "button",
    { type: "button", class: "row-main", "aria-current": isShown && "true", onclick: () => chooseArticle(source, article) },
    element("span", { class: "row-name", lang: languageOf(article.title) }, article.title),
    source.own && element("span", { class: "row-about" }, t("YOURS")),
  );
  return element("li", { class: "row" }, icon("book"), opening, source.own && deleteButton(() => removeArticle(source), "REMOVE"));
}

// Another source is another conversation: the newest about it, or a new one.
async function chooseArticle(source, article) {
  find("#articles").close();
  if (store.current.source === source.key) return openSource(source.key, article.id);
  const earlier = store.conversations.find((conversation) => conversation.source === source.key);
  if (earlier) return openConversation(earlier);
  startConversation(source);
  await openSource(source.key, article.id);
}

async function removeArticle(source) {
  ({ sources } = await once("remove", visitor, source.key));
  known.delete(source.key);
  if (store.current.source === source.key) {
    startConversation(sources[0]);
    await openSource(sources[0].key);
  }
  drawArticles();
}

// Adding

function tell(text, isProblem = false) {
  find("#adding").replaceChildren(element("p", { class: isProblem ? "problem" : "waiting" }, text));
}

async function addFile(file) {
  if (!find("#articles").open) openDialog("articles", drawArticles);
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase();
  if (!find("#file").accept.split(",").includes(ending)) return tell(t("WRONG_KIND", find("#file").accept.replaceAll(",", " ")), true);
  if (file.size > mostBytes) return tell(t("TOO_LARGE", Math.round(mostBytes / 1e6)), true);
  tell(t("READING"));
  await add(file.name, await base64(file), false);
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const bytes = new FileReader();
    bytes.onload = () => resolve(bytes.result.slice(bytes.result.indexOf(",") + 1));
    bytes.onerror = () => reject(bytes.error);
    bytes.readAsDataURL(file);
  });
}

let adding = false;

async function add(name, content, isPasted) {
  if (adding) return;
  adding = true;
  tell(t("READING"));
  try {
    let last = null;
    for await (const event of call("add", [visitor, name, content, isPasted])) {
      last = event;
      if (event.kind === "progress") tell(t("INDEXING", Math.floor((100 * event.done) / event.total)));
    }
    if (last.kind === "problem") tell(last[root.dataset.language], true);
    else await added(last.source);
  } catch (error) {
    tell(explained(error)[root.dataset.language], true);
  }
  adding = false;
}

async function added(source) {
  await loadShelf();
  find("#paste-form").reset();
  find("#adding").replaceChildren();
  await chooseArticle(source, source.articles[0]);
  announce(t("ADDED"));
}

function listenForFiles() {
  const input = find("#file");
  find("#choose-file").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files[0]) addFile(input.files[0]);
    input.value = "";
  });
  find("#paste-form").addEventListener("submit", (event) => {
    event.preventDefault();
    add(find("#paste-title").value.trim() || t("PASTE_NAME"), find("#paste-text").value, true);
  });
  listenForDrops();
}

function listenForDrops() {
  const veil = find("#dropping");
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) veil.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = true;
    if (event.dataTransfer.files[0]) addFile(event.dataTransfer.files[0]);
  });
}
