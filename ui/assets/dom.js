// Elements, labels, and what the browser remembers. Text only ever enters the page as text nodes and attributes.

const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

function iconButton(name, label, onclick, attributes = {}) {
  return element("button", { type: "button", class: "icon", "aria-label": label, title: label, onclick, ...attributes }, icon(name));
}

// A string of the page in the language that it is shown in.
function t(name, ...values) {
  return labels[name][root.dataset.language].replace(/\{\}/g, () => values.shift());
}

// Chinese letter forms for Chinese text, whatever the page's language is.
const languageOf = (text) => (/[\u3400-\u9fff]/.test(text) ? "zh-Hans" : "en");

function labelPage() {
  document.title = t("TITLE");
  for (const each of findAll("[data-text]")) each.textContent = t(each.dataset.text);
  for (const each of findAll("[data-name]")) each.setAttribute("aria-label", t(each.dataset.name));
  for (const each of findAll("button[data-name]")) each.title = t(each.dataset.name);
  for (const each of findAll("[data-hint]")) each.title = t(each.dataset.hint);
  for (const each of findAll("[data-placeholder]")) each.placeholder = t(each.dataset.placeholder);
}

function press(selector, isPressed) {
  for (const button of findAll(selector)) button.setAttribute("aria-pressed", String(isPressed(button)));
}

function announce(text) {
  find("#status").textContent = text;
}

// Storage may be forbidden or full; the page works without it.
function remember(name, value) {
  try {
    localStorage.setItem(`yinju.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`yinju.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function randomName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https there is no clipboard object; a selection can be copied all the same.
    const area = element("textarea", { class: "unseen" });
    area.value = text;
    (find("dialog[open]") ?? document.body).append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

async function copyBy(button, text) {
  await copy(text);
  const use = find("use", button);
  const before = use.getAttribute("href");
  use.setAttribute("href", "#i-done");
  announce(t("COPIED"));
  setTimeout(() => use.setAttribute("href", before), 1500);
}
