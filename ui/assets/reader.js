// The article: its headings and paragraphs, and the cited words highlighted in them.

const CAPTION = /^(?:图为|图[一二三四五六七八九十\d]|[▲△▼]|Photo:|Figure \d|Fig\. ?\d)|摄[）)]?$/;
const LONGEST_CAPTION = 120;

const reader = { key: null, articles: [], shown: null, blocks: [], answer: null, active: -1, origin: null };

const known = new Map(); // source -> its articles with their text

async function articlesOf(key) {
  if (!known.has(key)) {
    const result = await once("read", visitor, key);
    if (result.kind !== "articles") throw new Error("gone");
    known.set(key, result.articles);
  }
  return known.get(key);
}

async function openSource(key, articleId = null) {
  if (reader.key !== key) {
    reader.key = key;
    reader.shown = reader.answer = null;
    find("#text").replaceChildren(element("p", { class: "loading" }, t("LOADING")));
    find("#map").replaceChildren();
    try {
      const articles = await articlesOf(key);
      if (reader.key !== key) return;
      reader.articles = articles;
    } catch {
      if (reader.key !== key) return;
      reader.articles = reader.blocks = [];
      find("#text").replaceChildren(element("p", { class: "loading" }, t("ARTICLE_MISSING")));
      reader.key = null;
      return;
    }
  }
  showArticle(articleId ?? reader.shown?.id ?? reader.articles[0].id);
}

function showArticle(id) {
  const article = reader.articles.find((each) => each.id === id) ?? reader.articles[0];
  if (!article || article === reader.shown) return;
  reader.shown = article;
  drawArticle();
  find("#text").scrollTop = 0;
}

function drawArticle() {
  const article = reader.shown;
  if (!article) return;
  const titled = article.blocks.some((block) => block.level === 1);
  reader.blocks = article.blocks.map((block) => ({ ...block, end: block.start + points(block.text), node: blockNode(block) }));
  const body = element("article", { lang: languageOf(article.title + article.blocks[0]?.text) }, !titled && element("h2", {}, article.title));
  let page = null;
  for (const block of reader.blocks) {
    if (block.page && block.page !== page) body.append(element("p", { class: "page-break", "data-page": block.page }, t("PAGE", block.page)));
    page = block.page ?? page;
    body.append(block.node);
    if (block.translation) body.append(element("p", { class: block.level ? "translated of-heading" : "translated", lang: languageOf(block.translation) }, block.translation));
  }
  find("#text").replaceChildren(body);
  find("#article-name").textContent = article.title;
  find("#translate").hidden = !article.blocks.some((block) => block.translation);
  paint();
}

// A long article is not drawn anew for a few words of the page's own.
function labelArticle() {
  for (const each of findAll("#text .page-break")) each.textContent = t("PAGE", each.dataset.page);
  const loading = find("#text .loading");
  if (loading) loading.textContent = t(reader.key ? "LOADING" : "ARTICLE_MISSING");
  paint();
}

function blockNode(block) {
  const isCaption = !block.level && block.text.length <= LONGEST_CAPTION && CAPTION.test(block.text);
  const attributes = { "data-start": block.start, "data-number": block.number, class: isCaption ? "caption" : null };
  return element(block.level ? `h${Math.min(block.level + 1, 6)}` : "p", attributes, block.text);
}

// Highlighting

function evidence() {
  if (!reader.answer || !reader.shown) return [];
  const places = reader.answer.answered ? reader.answer.citations : reader.answer.closest;
  return places.map((place, index) => ({ ...place, index })).filter((place) => place.article_id === reader.shown.id);
}

function paint() {
  const places = evidence();
  for (const block of reader.blocks) {
    const inside = places.filter((place) => place.start < block.end && block.start < place.end);
    if (inside.length) block.node.replaceChildren(...painted(block, inside));
    else if (block.node.childNodes.length > 1 || block.node.firstElementChild) block.node.textContent = block.text;
  }
  drawMap();
}

// The block's text cut where an evidence begins or ends; each cut that is evidence becomes a <mark>.
function painted(block, places) {
  const cuts = new Set([0, block.end - block.start]);
  for (const place of places) {
    cuts.add(Math.max(place.start - block.start, 0));
    cuts.add(Math.min(place.end, block.end) - block.start);
  }
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(1).flatMap((end, i) => {
    const start = sorted[i];
    const text = block.text.slice(units(block.text, start), units(block.text, end));
    const over = places.filter((place) => place.start <= block.start + start && block.start + end <= place.end);
    if (!over.length) return [text];
    const isActive = over.some((place) => place.index === reader.active);
    const mark = element("mark", { class: isActive ? "active" : null, tabindex: isActive ? "-1" : null, "data-index": over[0].index }, text);
    const ending = over.filter((place) => place.number && place.end === block.start + end);
    return [mark, ...ending.map((place) => wayBack(place))];
  });
}

// Its number is drawn by the style sheet, so that the article's text stays exactly the article's.
function wayBack(place) {
  const label = t("TO_MARK", place.number);
  return element("button", { type: "button", class: "to-mark", "data-mark": place.number, "data-index": place.index, "aria-label": label, title: label });
}

// Show the words that a citation or passage stands for; with `go` the reader moves there, pane and focus too.
function reveal(answer, index, go = false) {
  const place = (answer.answered ? answer.citations : answer.closest)[index];
  if (!place || !reader.articles.some((article) => article.id === place.article_id)) return;
  const isNew = reader.answer !== answer || reader.active !== index;
  reader.answer = answer;
  reader.active = index;
  if (go) setView("article");
  if (reader.shown.id !== place.article_id) showArticle(place.article_id);
  else if (isNew) paint();
  markCurrent();
  scrollToActive();
  if (go) find("#text mark.active")?.focus({ preventScroll: true });
}

// A refusal has nothing to read, only what lies nearest: shown faintly, and nothing moves.
function revealClosest(answer) {
  reader.answer = answer;
  reader.active = -1;
  paint();
  markCurrent();
}

function markCurrent() {
  for (const link of findAll("#turns a")) {
    const place = placeOf.get(link);
    link.classList.toggle("current", place?.answer === reader.answer && place?.index === reader.active);
  }
}

function scrollToActive() {
  const mark = find("#text mark.active");
  if (!mark) return;
  bringTo(find("#text"), mark, 0.3);
  // Paragraphs that were never in view only then take their true height.
  requestAnimationFrame(() => requestAnimationFrame(() => mark.isConnected && bringTo(find("#text"), mark, 0.3)));
}

function bringTo(container, target, share) {
  const gap = target.getBoundingClientRect().top - container.getBoundingClientRect().top - share * container.clientHeight;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(gap) > 3 * container.clientHeight;
  if (Math.abs(gap) > 2) container.scrollBy({ top: gap, behavior: isCalm ? "instant" : "smooth" });
}

// From highlighted words to the mark that they stand behind.
function goToMark(index) {
  setView("chat");
  const links = findAll("#turns a").filter((link) => placeOf.get(link)?.answer === reader.answer && placeOf.get(link)?.index === index);
  const target = links.find((link) => link.classList.contains("mark")) ?? links[0];
  (target ?? find("#question")).focus();
  target?.scrollIntoView({ block: "nearest" });
  find("#back").hidden = true;
}

function goBack() {
  setView("chat");
  const target = reader.origin?.isConnected ? reader.origin : null;
  if (target) target.focus();
  else goToMark(reader.active);
  find("#back").hidden = true;
}
