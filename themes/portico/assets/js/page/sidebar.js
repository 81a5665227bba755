// Keeps groups of the sidebar open and its scroll while a reader goes from page to page.
const panel = document.querySelector("[data-sidebar]");

if (panel) {
  const groups = [...panel.querySelectorAll("details")];
  // The way to a group from the root of the site, by the link that it stands behind or its own words.
  const name = (group) => group.previousElementSibling?.href ?? group.firstElementChild.textContent;
  const known = portico.read("sidebar", true) ?? { groups: {}, tops: {} };
  const section = panel.querySelector("[data-sidebar-title]")?.textContent;

  for (const group of groups) {
    const kept = known.groups[name(group)];
    // The group of the page itself is always open.
    if (kept !== undefined && !group.querySelector("[aria-current]")) group.open = kept;
    group.addEventListener("toggle", () => (known.groups[name(group)] = group.open));
  }
  panel.scrollTop = known.tops[section] ?? 0;
  // The last one: those before it are the sections that a small screen shows in the same panel.
  const current = [...panel.querySelectorAll("[aria-current]")].pop();
  if (current?.checkVisibility()) current.scrollIntoView({ block: "nearest" });
  addEventListener("pagehide", () => {
    known.tops[section] = panel.scrollTop;
    portico.write("sidebar", known, true);
  });
}
