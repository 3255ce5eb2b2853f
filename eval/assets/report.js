"use strict";
const page = document.documentElement;
if (navigator.language.startsWith("zh")) page.lang = "zh";
document.getElementById("speak").onclick = () => { page.lang = page.lang === "zh" ? "en" : "zh"; };
document.getElementById("filter").onchange = (event) => {
  for (const one of document.querySelectorAll("details"))
    one.hidden = event.target.value !== "all" && !one.dataset.is.split(" ").includes(event.target.value);
};
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open]):not([hidden])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
