// A conversation as a file: Markdown, HTML or JSON, with quotes and offsets.

const EXPORTS = {
  Markdown: { ending: "md", type: "text/markdown", write: toMarkdown },
  HTML: { ending: "html", type: "text/html", write: toHtml },
  JSON: { ending: "json", type: "application/json", write: toJson },
};

const answered = (conversation) => conversation.turns.filter((turn) => turn.answer);
const placesOf = (answer) => (answer.answered ? answer.citations : answer.closest);

function described(place, titles) {
  const names = [titleOf(place.article_id, titles), place.section, ...spotOf(place)].filter(Boolean);
  return `${names.join(" · ")} · ${place.start}–${place.end}`;
}

// Nothing of a question, an answer or a quote becomes Markdown or HTML of its own.
const plainMarkdown = (text) => text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&").replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, "$1\\$2");
const plainHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function toMarkdown(conversation) {
  const parts = [`# ${plainMarkdown(nameOf(conversation))}`];
  for (const { question, answer } of answered(conversation)) {
    parts.push(`## ${plainMarkdown(question)}`, plainMarkdown(answer.text));
    for (const place of placesOf(answer)) {
      const quote = plainMarkdown(place.quote ?? place.text).replace(/^/gm, "> ");
      parts.push(`${place.number ? `**[${place.number}]** ` : ""}${plainMarkdown(described(place, conversation.titles))}`, quote);
      if (place.translation) parts.push(plainMarkdown(place.translation).replace(/^/gm, "> "));
    }
  }
  return `${parts.join("\n\n")}\n`;
}

function toHtml(conversation) {
  const lines = (text) => plainHtml(text).replace(/\r?\n/g, "<br>");
  const card = (place) =>
    `<li><p>${place.number ? `<b>[${place.number}]</b> ` : ""}${plainHtml(described(place, conversation.titles))}</p>` +
    `<blockquote>${lines(place.quote ?? place.text)}</blockquote>${place.translation ? `<p>${lines(place.translation)}</p>` : ""}</li>`;
  const turn = ({ question, answer }) =>
    `<h2>${plainHtml(question)}</h2><p>${lines(answer.text)}</p><ul>${placesOf(answer).map(card).join("")}</ul>`;
  const title = plainHtml(nameOf(conversation));
  const style = "body{max-width:42em;margin:2em auto;padding:0 1em;font:16px/1.7 system-ui,sans-serif}li{list-style:none}";
  return (
    `<!doctype html><html lang="${root.lang}"><meta charset="utf-8"><title>${title}</title><style>${style}</style>` +
    `<h1>${title}</h1>${answered(conversation).map(turn).join("")}</html>\n`
  );
}

function toJson(conversation) {
  const { name, titles, changed, turns } = conversation;
  return `${JSON.stringify({ name: name || nameOf(conversation), articles: titles, changed: new Date(changed).toISOString(), turns }, null, 2)}\n`;
}

function download(kind) {
  const { ending, type, write } = EXPORTS[kind];
  const conversation = store.current;
  const link = element("a", { download: `${nameOf(conversation).replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40) || "yinju"}.${ending}` });
  link.href = URL.createObjectURL(new Blob([write(conversation)], { type: `${type};charset=utf-8` }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
