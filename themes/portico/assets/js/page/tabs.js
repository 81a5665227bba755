// Sections to unfold become tabs, by the pattern of the WAI-ARIA Authoring Practices. Sets that have a tab of the same key show
// it together, on this page and later ones; ?tab=KEY links to it, and so does the fragment of anything in it.
const sets = [...document.querySelectorAll(".tabs")].map((box, number) => {
  const list = portico.make("div", { className: "tab-list", role: "tablist" });
  const tabs = [...box.querySelectorAll(":scope > details")].map((details, index) => {
    const id = `_tab-${number + 1}-${index + 1}`;
    const tab = portico.make("button", { type: "button", id, role: "tab" });
    const panel = portico.make("div", { id: id + "-panel", className: "tab-panel", role: "tabpanel" });
    const label = details.querySelector("summary");
    tab.setAttribute("aria-controls", panel.id);
    tab.append(...label.childNodes);
    panel.dataset.label = tab.textContent;
    panel.setAttribute("aria-labelledby", id);
    label.remove();
    panel.append(...details.childNodes);
    list.append(tab);
    const isOpen = details.open;
    details.replaceWith(panel);
    return { tab, panel, key: details.dataset.tab, isOpen };
  });
  box.prepend(list);
  box.dataset.ready = "";
  const set = { list, tabs };
  select(set, tabs.find((each) => each.isOpen) ?? tabs[0]);
  return set;
});

function select({ tabs }, shown) {
  for (const each of tabs) {
    const isChosen = each === shown;
    each.tab.ariaSelected = isChosen;
    each.tab.tabIndex = each.panel.tabIndex = isChosen ? 0 : -1;
    // What a search on the page finds opens its tab, where the browser knows how.
    each.panel.hidden = isChosen ? false : "until-found";
  }
}

// The keys that were chosen, the latest first.
const chosen = () => portico.read("tabs") ?? [];
const showKeys = (keys) => {
  for (const set of sets) {
    const known = keys.map((key) => set.tabs.find((each) => each.key === key)).find(Boolean);
    if (known) select(set, known);
  }
};

const choose = (each) => {
  const top = each.tab.getBoundingClientRect().top;
  const keys = [each.key, ...chosen().filter((key) => key !== each.key)].slice(0, 20);
  portico.write("tabs", keys);
  portico.show("tab", each.key);
  showKeys(keys);
  // Other sets above may have become longer or shorter.
  scrollBy({ top: each.tab.getBoundingClientRect().top - top, behavior: "instant" });
};

const showTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const set of sets) {
    const around = set.tabs.find((each) => each.panel.contains(target));
    if (!around) continue;
    select(set, around);
    target.scrollIntoView();
  }
};

for (const set of sets) {
  set.list.addEventListener("keydown", (event) => {
    const { tabs } = set;
    const current = tabs.findIndex((each) => each.tab === event.target);
    const forward = getComputedStyle(set.list).direction === "rtl" ? -1 : 1;
    const next = { ArrowRight: current + forward, ArrowLeft: current - forward, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const each = tabs.at(next % tabs.length);
    choose(each);
    each.tab.focus();
  });
  for (const each of set.tabs) {
    each.tab.onclick = () => choose(each);
    each.panel.addEventListener("beforematch", () => select(set, each));
  }
}

if (sets.length) {
  showKeys([new URLSearchParams(location.search).get("tab"), ...chosen()]);
  showTarget();
  addEventListener("hashchange", showTarget);
}
