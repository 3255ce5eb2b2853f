// The conversation: asking, the answer as it comes, stopping, trying again, and what could be asked next.

const EXAMPLES = 6;
const FOLLOW_UPS = 3;

let running = null; // { turn, conversation, controller } while an answer is on its way

function drawConversation() {
  const { current } = store;
  const turns = current.turns.map((turn) => turnView(turn, current));
  find("#turns").replaceChildren(...(turns.length ? turns : [welcomeView()]));
  find("#chat").classList.toggle("empty", !turns.length);
  find("#conversation-name").textContent = current.turns.length ? nameOf(current) : t("CONVERSATIONS");
  find("#export").disabled = !current.turns.some((turn) => turn.answer);
  drawSend();
  markCurrent();
  offerNext();
}

function drawSend() {
  const button = find("#send");
  const label = t(running ? "STOP" : "SEND");
  find("use", button).setAttribute("href", running ? "#i-stop" : "#i-send");
  button.setAttribute("aria-label", label);
  button.title = label;
  button.disabled = !running && !find("#question").value.trim();
}

function redraw(turn, conversation) {
  if (conversation !== store.current) return;
  const old = find(`#turns [data-turn="${turn.id}"]`);
  if (!old) {
    drawConversation();
    return;
  }
  old.replaceWith(turnView(turn, conversation));
  markCurrent();
  offerNext();
}

// One turn: the question, and the answer or what stands in its place

function turnView(turn, conversation) {
  return element(
    "section",
    { class: "turn", "data-turn": turn.id },
    element("h2", { class: "asked", lang: languageOf(turn.question) }, turn.question),
    turn.answer ? answerView(turn.answer, conversation.titles) : unansweredView(turn),
    (turn.answer || turn.problem || turn.stopped) && footView(turn, conversation),
  );
}

function unansweredView(turn) {
  if (turn.problem) return element("p", { class: "problem" }, turn.problem[root.dataset.language]);
  const draft = turn.draft && draftView(turn.draft, !turn.stopped);
  if (turn.stopped) return element("div", {}, draft, element("p", { class: "stopped" }, t("STOPPED")));
  return draft || element("p", { class: "waiting" }, element("span", { class: "dots", "aria-hidden": "true" }), t("LOOKING"));
}

function footView(turn, conversation) {
  const isLast = conversation.turns.at(-1) === turn;
  const copying = turn.answer && iconButton("copy", t("COPY_ANSWER"), () => copyBy(copying, turn.answer.text));
  const again = isLast && !running && iconButton("again", t("RETRY"), () => retry(turn, conversation));
  const thumb = (good) =>
    turn.answer && iconButton(good ? "good" : "bad", t(good ? "GOOD" : "BAD"), () => rate(turn, conversation, good), { "aria-pressed": String(turn.good === good) });
  return element(
    "div",
    { class: "foot" },
    turn.answer && factsView(turn.answer),
    element("div", { class: "actions" }, copying, thumb(true), thumb(false), again),
    turn.commenting && wordView(turn, conversation),
  );
}

function wordView(turn, conversation) {
  const field = element("input", { maxlength: "500", "aria-label": t("WORD"), placeholder: t("WORD"), autocomplete: "off" });
  const onsubmit = async (event) => {
    event.preventDefault();
    await sendRating(turn, field.value.trim());
    turn.commenting = false;
    redraw(turn, conversation);
    save();
  };
  return element("form", { class: "word", onsubmit }, field, element("button", { class: "strong" }, t("SEND_WORD")));
}

async function rate(turn, conversation, good) {
  turn.good = good;
  turn.commenting = true;
  redraw(turn, conversation);
  save();
  find(`[data-turn="${turn.id}"] .word input`)?.focus({ preventScroll: true });
  await sendRating(turn, "");
}

async function sendRating(turn, word) {
  const result = await once("rate", { ...turn.answer, id: turn.id, good: turn.good, word }).catch(() => null);
  announce(result?.kind === "rated" ? t("THANKS") : t("FAILED"));
}

// Asking

async function ask(question) {
  const asked = question.trim();
  if (!asked || running) return;
  const turn = { id: randomName(), question: asked };
  const conversation = store.current;
  conversation.turns.push(turn);
  conversation.changed = Date.now();
  await run(turn, conversation);
}

async function run(turn, conversation) {
  running = { turn, conversation, controller: new AbortController() };
  drawConversation();
  announce(t("LOOKING"));
  bringTo(find("#log"), find(`[data-turn="${turn.id}"]`), 0.02);
  try {
    const values = [visitor, conversation.source, turn.question, historyBefore(conversation, turn)];
    for await (const event of call("ask", values, running.controller.signal)) arrive(event, turn, conversation);
    if (!turn.answer && !turn.problem) turn.problem = labels.FAILED;
  } catch (error) {
    if (running.controller.signal.aborted) turn.stopped = true;
    else turn.problem = explained(error);
  }
  running = null;
  finish(turn, conversation);
}

function arrive(event, turn, conversation) {
  if (event.kind === "draft") turn.draft = event.text;
  if (event.kind === "problem") turn.problem = { zh: event.zh, en: event.en };
  if (event.kind === "answer") {
    turn.answer = event.answer;
    delete turn.draft;
  }
  redraw(turn, conversation);
}

function finish(turn, conversation) {
  save();
  if (conversation !== store.current) {
    drawSend();
    return;
  }
  drawConversation();
  bringTo(find("#log"), find(`[data-turn="${turn.id}"]`), 0.02);
  announce(turn.answer ? turn.answer.text : turn.problem ? turn.problem[root.dataset.language] : t("STOPPED"));
  if (!turn.answer || reader.key !== conversation.source) return;
  if (turn.answer.answered) reveal(turn.answer, 0);
  else revealClosest(turn.answer);
}

function stop() {
  running?.controller.abort();
}

async function retry(turn, conversation) {
  for (const name of ["answer", "problem", "stopped", "draft", "good", "commenting"]) delete turn[name];
  await run(turn, conversation);
}

// What could be asked: before the first question six examples, after an answer what lies near it

const suggested = new Map(); // "source language" -> questions that this source surely answers

function suggestions(key) {
  const name = `${key} ${root.dataset.language}`;
  if (!suggested.has(name)) {
    const asked = once("suggest", visitor, key, root.dataset.language);
    suggested.set(name, asked.then((result) => result.questions ?? [], () => []));
  }
  return suggested.get(name);
}

function questionButton({ text }) {
  return element("button", { type: "button", class: "example", lang: languageOf(text), onclick: () => ask(text) }, text);
}

function welcomeView() {
  const hint = element("p", {}, t("PREPARING"));
  const list = element("div", { class: "examples", "aria-busy": "true" }, Array.from({ length: EXAMPLES }, () => element("div", { class: "ghost" })));
  suggestions(store.current.source).then((questions) => {
    hint.textContent = t(questions.length ? "INVITATION_HINT" : "INVITATION_OWN");
    list.replaceChildren(...questions.slice(0, EXAMPLES).map(questionButton));
    list.removeAttribute("aria-busy");
  });
  return element("div", { class: "welcome" }, element("h2", {}, t("INVITATION")), hint, list);
}

async function offerNext() {
  const conversation = store.current;
  const last = conversation.turns.at(-1);
  if (!last || running || (!last.answer && !last.problem)) return;
  const asked = new Set(conversation.turns.flatMap((turn) => [turn.question, turn.answer?.understood]));
  const told = conversation.turns.flatMap((turn) => turn.answer?.citations ?? []);
  const isTold = (each) => told.some((c) => c.article_id === each.article_id && c.start <= each.start && each.start < c.end);
  const from = last.answer ? placesOf(last.answer)[0] : null;
  const distance = (each) => (from && each.article_id === from.article_id ? Math.abs(each.start - from.start) : Infinity);
  const open = (await suggestions(conversation.source)).filter((each) => !asked.has(each.text) && !isTold(each));
  const near = open.sort((one, other) => distance(one) - distance(other) || 0).slice(0, FOLLOW_UPS);
  const view = find(`[data-turn="${last.id}"]`);
  if (!near.length || !view || running || find(".next", view)) return;
  view.append(element("div", { class: "next" }, element("p", {}, t("NEXT")), near.map(questionButton)));
}
