// Places in articles: how they are called, and where they lie in strings of JavaScript.

// Offsets count code points, JavaScript's strings UTF-16 units; they differ where a text has rare characters or emoji.
const isPlain = (text) => !/[\ud800-\udfff]/.test(text);
const points = (text) => (isPlain(text) ? text.length : [...text].length);
const units = (text, count) => (isPlain(text) ? count : [...text].slice(0, count).join("").length);

function titleOf(articleId, titles) {
  return titles[articleId] ?? articleId;
}

// The article where there are several, and the section.
function sectionOf(place, titles) {
  const title = Object.keys(titles).length > 1 ? titleOf(place.article_id, titles) : "";
  return [title, place.section].filter(Boolean);
}

function spotOf(place) {
  return [...(place.page ? [t("PAGE", place.page)] : []), t("PARAGRAPH", place.paragraph)];
}

// A reference as one would print it: the words, the article, and where in it they stand.
function reference(place, titles) {
  const parts = [t("REFERENCE_TITLE", titleOf(place.article_id, titles))];
  if (place.section && place.section !== titleOf(place.article_id, titles)) parts.push(t("REFERENCE_SECTION", place.section));
  parts.push(...spotOf(place));
  return t("REFERENCE", place.quote ?? place.text, parts.join(t("REFERENCE_JOIN"))) + t("REFERENCE_END");
}
