(() => {
  "use strict";
  const root = document.documentElement;
  const remembered = "yinju.language";
  const find = (selector) => document.querySelector(selector);
  let origin = null; // The link that led to the highlighted words.

  // Language and view

  function storedLanguage() {
    try {
      return localStorage.getItem(remembered);
    } catch {
      return null; // Storage may be forbidden; the page works without it.
    }
  }

  function setLanguage(language) {
    root.dataset.language = language;
    root.lang = language === "zh" ? "zh-Hans" : "en";
    try {
      localStorage.setItem(remembered, language);
    } catch {}
    label();
  }

  // Gradio draws its parts late and redraws some, so this runs after every change of the page.
  function label() {
    const language = root.dataset.language;
    const title = window.pageLabels.title[language];
    if (document.title !== title) document.title = title;
    for (const [selector, name, texts] of window.pageLabels.attributes) {
      for (const element of document.querySelectorAll(selector)) element.setAttribute(name, texts[language]);
    }
    // Gradio names each message by its source text, which a screen reader would read out as markup.
    for (const message of document.querySelectorAll("#conversation [data-testid]")) message.removeAttribute("aria-label");
    press("#languages button", (button) => button.dataset.choose === language);
    press("#views button", (button) => button.dataset.view === root.dataset.view);
    press("#translate", () => root.dataset.translation === "on");
  }

  function press(selector, isPressed) {
    for (const button of document.querySelectorAll(selector)) button.setAttribute("aria-pressed", isPressed(button));
  }

  function setView(view) {
    root.dataset.view = view;
    label();
  }

  // Places in the articles

  function showArticle(position) {
    for (const article of document.querySelectorAll("#reader article")) {
      article.hidden = article.id !== `article-${position}`;
    }
    const chooser = find("#article-choice");
    if (chooser) chooser.value = String(position);
  }

  function unmark() {
    for (const mark of document.querySelectorAll("#reader mark")) {
      const block = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      block.normalize();
    }
  }

  // Offsets count code points, JavaScript's strings UTF-16 units.
  const units = (text, points) => [...text].slice(0, points).join("").length;

  function markBlock(block, start, end) {
    const text = block.firstChild;
    const length = [...text.data].length;
    if (end <= 0 || start >= length) return;
    const range = document.createRange();
    range.setStart(text, units(text.data, Math.max(start, 0)));
    range.setEnd(text, units(text.data, Math.min(end, length)));
    range.surroundContents(document.createElement("mark"));
  }

  function showPlace(position, start, end) {
    unmark();
    showArticle(position);
    setView("article");
    for (const block of document.querySelectorAll(`#article-${position} [id^="at-"]`)) {
      const offset = Number(block.id.split("-")[2]);
      if (offset < end) markBlock(block, start - offset, end - offset);
    }
    const mark = find("#reader mark");
    if (!mark) return;
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    bringMarkIntoView();
  }

  function bringMarkIntoView() {
    const mark = find("#reader mark");
    if (mark) scrollTo(find("#reader .scroll"), mark, 0.3);
  }

  function scrollTo(container, element, share) {
    const gap = element.getBoundingClientRect().top - container.getBoundingClientRect().top;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    container.scrollTo({
      top: container.scrollTop + gap - share * container.clientHeight,
      behavior: calm ? "auto" : "smooth",
    });
  }

  function goBack() {
    setView("chat");
    (origin?.isConnected ? origin : find("#question textarea")).focus();
    find("#back").hidden = true;
  }

  // What the visitor does

  function followLink(event, link) {
    event.preventDefault();
    origin = link;
    find("#back").hidden = false;
    for (const old of document.querySelectorAll("#conversation .current")) old.classList.remove("current");
    link.classList.add("current");
    showPlace(...link.hash.split("-").slice(1).map(Number));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('#conversation a[href^="#cite-"]');
    if (link) return followLink(event, link);
    const card = event.target.closest("#conversation .card");
    if (card && getSelection().isCollapsed) return followLink(event, card.querySelector("a"));
    const button = event.target.closest("#header button, #reader button");
    if (!button) return;
    if (button.dataset.choose) setLanguage(button.dataset.choose);
    if (button.dataset.view) setView(button.dataset.view);
    if (button.id === "back") goBack();
    if (button.id === "translate") {
      root.dataset.translation = root.dataset.translation === "on" ? "off" : "on";
      label();
      bringMarkIntoView();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id !== "article-choice") return;
    unmark();
    showArticle(event.target.value);
    find("#reader .scroll").scrollTop = 0;
  });

  // A long answer is read from its question downwards, so the newest question goes to the top.
  function followConversation() {
    const questions = document.querySelectorAll("#conversation .asked");
    const log = find("#conversation [role=log]");
    if (log && questions.length) scrollTo(log, questions[questions.length - 1], 0.02);
  }

  new MutationObserver((changes) => {
    label();
    if (changes.some((change) => change.target.closest?.("#conversation"))) followConversation();
  }).observe(root, { childList: true, subtree: true });

  root.dataset.view = "chat";
  setLanguage(storedLanguage() ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
})();
