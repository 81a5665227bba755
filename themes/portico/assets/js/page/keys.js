// Keys: help under ?, and search, whose script is loaded when it is first asked for.
const help = document.querySelector("dialog[data-keys]");
// On the page of the search its script is there already, and has the keys.
let search = document.querySelector("[data-search]");
if (!search?.matches("dialog")) search = null;

const load = (event) => {
  event.preventDefault();
  const dialog = search;
  const style = portico.make("link", { rel: "stylesheet", href: search.dataset.style });
  const script = portico.make("script", { src: search.dataset.script });
  // Without its style sheet the dialog would jump.
  style.onload = style.onerror = () => document.head.append(script);
  script.onerror = () => {
    // Without a network the page stays, with its keys for later.
    if (navigator.onLine) location.href = document.querySelector("[data-search-open]").href;
    else search = dialog;
  };
  document.head.append(style);
  // From now on the script has the keys and the links.
  search = null;
};

addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-open]")) help.showModal();
  const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
  if (search && !isElsewhere && event.target.closest("[data-search-open]")) load(event);
});

addEventListener("keydown", (event) => {
  const { key, target } = event;
  const withControl = event.metaKey || event.ctrlKey;
  const isFree = !withControl && !document.querySelector("dialog[open]") && !target.closest("input, textarea, select, [contenteditable]");
  if (search && (withControl ? key === "k" : key === "/" && isFree)) load(event);
  else if (key === "?" && isFree) help?.showModal();
});
