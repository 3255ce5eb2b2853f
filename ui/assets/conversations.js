// The list of conversations: open, new, rename, delete; and the choice of a file to export to.

async function openConversation(conversation) {
  store.current = conversation;
  remember("current", conversation.id);
  drawConversation();
  find("#log").scrollTop = find("#log").scrollHeight;
  await openSource(conversation.source);
  const last = conversation.turns.findLast((turn) => turn.answer?.answered);
  if (last) reveal(last.answer, 0);
  else paint();
}

function startConversation(source) {
  newConversation(source);
  remember("current", null);
  reader.answer = null;
  drawConversation();
  if (reader.key === source.key) paint();
  find("#question").focus();
}

const currentSource = () => sources.find((source) => source.key === store.current.source) ?? sources[0];

function drawConversations() {
  const rows = store.conversations.map(conversationRow);
  find("#conversation-list").replaceChildren(...(rows.length ? rows : [element("li", { class: "note" }, t("NO_CONVERSATIONS"))]));
}

function conversationRow(conversation) {
  const day = new Date(conversation.changed).toLocaleDateString(root.lang, { month: "short", day: "numeric" });
  const about = `${Object.values(conversation.titles).join(" · ")} · ${day}`;
  const opening = element(
    "button",
    { type: "button", class: "row-main", "aria-current": conversation === store.current && "true", onclick: () => pick(conversation) },
    element("span", { class: "row-name" }, nameOf(conversation)),
    element("span", { class: "row-about" }, about),
  );
  const row = element("li", { class: "row" }, opening);
  const renaming = iconButton("edit", t("RENAME"), () => row.replaceWith(renameRow(conversation)));
  row.append(renaming, deleteButton(() => drop(conversation)));
  return row;
}

function pick(conversation) {
  find("#conversations").close();
  if (conversation !== store.current) openConversation(conversation);
}

function drop(conversation) {
  if (running?.conversation === conversation) stop();
  removeConversation(conversation);
  drawConversations();
  if (conversation === store.current) startConversation(currentSource());
  find("#new-here").focus();
}

function renameRow(conversation) {
  const field = element("input", { value: nameOf(conversation), maxlength: "80", "aria-label": t("NAME") });
  const onsubmit = (event) => {
    event.preventDefault();
    conversation.name = field.value.trim();
    remember("conversations", store.conversations);
    drawConversations();
    drawConversation();
  };
  const form = element("form", { onsubmit }, field, iconButton("done", t("RENAME"), null, { type: "submit" }));
  requestAnimationFrame(() => field.select());
  return element("li", { class: "row" }, form);
}

// The first press asks, the second deletes.
function deleteButton(onsure, label = "DELETE") {
  const button = iconButton("bin", t(label), () => {
    if (button.classList.contains("sure")) return onsure();
    button.classList.add("sure");
    button.replaceChildren(t("DELETE_SURE"));
    button.setAttribute("aria-label", t("DELETE_SURE"));
  });
  button.addEventListener("blur", () => {
    button.classList.remove("sure");
    button.replaceChildren(icon("bin"));
    button.setAttribute("aria-label", t(label));
  });
  return button;
}

function drawExports() {
  const choices = Object.keys(EXPORTS).map((kind) =>
    element("button", { type: "button", class: "wide", onclick: () => (download(kind), find("#exports").close()) }, icon("save"), t("EXPORT_AS", kind)),
  );
  find("#export-choices").replaceChildren(...choices);
}
