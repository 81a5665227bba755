// Keys: help under ?, and search, whose script is loaded when it is first asked for.
const help = document.querySelector("dialog[data-keys]");
// On the page of the search its script is there already, and has the keys.
const box = document.querySelector("[data-search]");
const search = box?.matches("dialog") ? box : null;
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

let isAsked = false;
const load = () => {
  if (isAsked) return;
  isAsked = true;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = search.dataset.style;
  const script = document.createElement("script");
  script.src = search.dataset.script;
  // Without its style sheet the dialog would jump.
  style.onload = style.onerror = () => document.head.append(script);
  script.onerror = () => (location.href = document.querySelector("[data-search-open]").href);
  document.head.append(style);
  removeEventListener("click", click);
};

const click = (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (!search || !event.target.closest("[data-search-open]")) return;
  event.preventDefault();
  load();
};
addEventListener("click", click);

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey) return;
  const isPlain = !event.metaKey && !event.ctrlKey && !isTyping(event.target) && !document.querySelector("dialog[open]");
  const isSearch = (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) || (event.key === "/" && isPlain);
  if (isSearch && search && !isAsked) {
    event.preventDefault();
    load();
  } else if (event.key === "?" && isPlain && help) {
    event.preventDefault();
    help.showModal();
  }
});

for (const button of document.querySelectorAll("[data-keys-open]")) button.onclick = () => help.showModal();
