// An answer as elements: its text with marks, its citation cards, or the closest passages of a refusal.

const MARK = /\[(\d+)\]/;
const HALF_MARK = /\s*\[\d*$/;
const placeOf = new WeakMap(); // link -> { answer, index }: the citation or passage it leads to

function answerView(answer, titles) {
  const places = answer.answered ? answer.citations : answer.closest;
  return element(
    "div",
    { class: answer.answered ? "answer" : "answer refused" },
    answer.understood.trim() !== answer.question.trim() && element("p", { class: "understood" }, t("UNDERSTOOD", answer.understood)),
    answer.short && shortView(answer),
    answer.text.trim().split(/\n\s*\n/).map((part) => textView(part, answer)),
    answer.note && element("p", { class: "notice", lang: languageOf(answer.note) }, answer.note),
    answer.answered ? cardsView(answer, places, titles) : closestView(answer, places, titles),
  );
}

function draftView(text, isArriving) {
  const parts = text.replace(HALF_MARK, "").trim().split(/\n\s*\n/);
  return element("div", { class: isArriving ? "answer arriving" : "answer" }, parts.map((part) => element("p", { class: "text", lang: languageOf(part) }, part)));
}

function placeLink(answer, index, attributes, ...children) {
  const link = element("a", { href: "#text", ...attributes }, ...children);
  placeOf.set(link, { answer, index });
  return link;
}

function holding(answer, place) {
  return answer.citations.findIndex((c) => c.article_id === place.article_id && c.start <= place.start && place.start < c.end);
}

function shortView(answer) {
  const bold = element("strong", { lang: languageOf(answer.short.text) }, answer.short.text);
  const index = holding(answer, answer.short);
  return element("p", { class: "short" }, index < 0 ? bold : placeLink(answer, index, { class: "lead" }, bold));
}

function textView(text, answer) {
  const pieces = text.split(MARK);
  const shown = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const number = pieces[i + 1];
    const index = answer.citations.findIndex((citation) => String(citation.number) === number);
    const bold = answer.short && index >= 0 && holding(answer, answer.short) === index ? answer.short.text : "";
    shown.push(...withDoubts(pieces[i], answer, bold));
    // A mark never begins a line: a word joiner holds it to what it proves.
    if (index >= 0) shown.push("\u2060", placeLink(answer, index, { class: "mark", "aria-label": t("PLACE_HEADING", number) }, `[${number}]`));
    else if (number) shown.push(`[${number}]`);
  }
  return element("p", { class: "text", lang: answer.language === "zh" ? "zh-Hans" : "en" }, shown);
}

// A sentence ends in its marks or in the words that nothing confirms it; it is shown with those as one.
function withDoubts(text, answer, bold) {
  const words = labels.NOT_CONFIRMED[answer.language];
  const sentences = answer.mode === "generative" ? text.split(words) : [text];
  const rest = withBold(sentences.pop(), bold);
  return [...sentences.map((sentence) => element("span", { class: "unsupported" }, sentence, element("small", {}, words))), ...rest];
}

// The words bold where they first stand by themselves, not within a longer number or word.
function withBold(text, words) {
  if (!words) return [text];
  const isPart = (character) => /[\da-z]/i.test(character ?? "");
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!isPart(text[at - 1]) && !isPart(text[end])) return [text.slice(0, at), element("strong", {}, words), text.slice(end)];
  }
  return [text];
}

function cardsView(answer, places, titles) {
  return places.length > 0 && element("ol", { class: "cards", "aria-label": t("EVIDENCE") }, places.map((place, index) => cardView(answer, place, index, titles)));
}

function closestView(answer, places, titles) {
  if (!places.length) return null;
  const title = places.length > 1 ? t("CLOSEST", places.length) : t("CLOSEST_ONE");
  return element("details", { class: "closest", open: true }, element("summary", {}, title), cardsView(answer, places, titles));
}

function cardView(answer, place, index, titles) {
  const quote = place.quote ?? place.text;
  const section = sectionOf(place, titles).join(" · ");
  const spot = element("span", { class: "spot" }, spotOf(place).join(" · "));
  const where = element("span", { class: "where" }, section && element("span", { class: "section" }, section), spot);
  const number = place.number && element("span", { class: "number" }, String(place.number));
  const sure = place.number && element("span", { class: "sure", title: t("CONFIDENCE", percent(place.score)) }, `${percent(place.score)}%`);
  const button = iconButton("copy", t("COPY"), () => copyBy(button, reference(place, titles)));
  return element(
    "li",
    { class: place.translation ? "card two" : "card" },
    element("div", { class: "card-head" }, placeLink(answer, index, {}, number, where), sure, button),
    element("blockquote", { class: "quote", lang: languageOf(quote) }, quote),
    place.translation && element("div", { class: "translated", lang: languageOf(place.translation) }, element("small", {}, t("TRANSLATION")), place.translation),
  );
}

const percent = (share) => Math.round(100 * share);

// Timings, mode and confidence in one small line.
function factsView(answer) {
  const seconds = t("SECONDS", Object.values(answer.seconds).reduce((sum, part) => sum + part, 0).toFixed(2));
  const written = answer.mode === "generative" ? t("GENERATIVE", answer.model) : t("EXTRACTIVE");
  const facts = answer.answered ? [t("CONFIDENCE", percent(answer.confidence)), written, seconds] : [t("UNLIKELY", percent(answer.confidence)), seconds];
  return element("p", { class: "about" }, facts.join(" · "));
}
