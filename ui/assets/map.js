// The thin map beside the article: its sections, its evidence, and the part that is in view.

const LEAST_GAP = 16; // pixels between two marks on the map

function drawMap() {
  const text = find("#text");
  const map = find("#map");
  const scale = map.clientHeight / Math.max(text.scrollHeight, 1);
  const view = element("div", { class: "view" });
  const ticks = reader.blocks.filter((block) => block.level > 1).map((block) => element("div", { class: "tick", style: `top: ${block.node.offsetTop * scale}px` }));
  map.replaceChildren(view, ...ticks, ...placeButtons(scale));
  moveView();
}

function placeButtons(scale) {
  let free = 0;
  const places = evidence().sort((one, other) => one.start - other.start);
  return places.map((place) => {
    const block = reader.blocks.find((each) => each.start <= place.start && place.start < each.end);
    const top = Math.max(block.node.offsetTop * scale, free);
    free = top + LEAST_GAP;
    const label = t("PLACE", place.number ?? place.index + 1, place.paragraph);
    const state = place.index === reader.active ? "place active" : "place";
    const onclick = () => reveal(reader.answer, place.index, true);
    return element("button", { type: "button", class: state, style: `top: ${top}px`, "aria-label": label, title: label, onclick });
  });
}

function moveView() {
  const text = find("#text");
  const view = find("#map .view");
  if (!view) return;
  const isWhole = text.scrollHeight <= text.clientHeight + 1;
  view.hidden = isWhole;
  view.style.top = `${(100 * text.scrollTop) / text.scrollHeight}%`;
  view.style.height = `${(100 * text.clientHeight) / text.scrollHeight}%`;
}
