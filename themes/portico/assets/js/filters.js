// Filters of a list: by what is chosen in the form, which stands in the address too. What an item is, its data- attributes say,
// or those of what it stands in.
(() => {
  const form = document.querySelector("[data-filters]");
  const items = [...document.querySelectorAll("[data-item]")];
  const valueOf = (item, name) => item.closest(`[data-${name}]`)?.getAttribute(`data-${name}`);
  const names = [...new Set([...form.querySelectorAll("[name]")].map((field) => field.name))];
  const told = form.querySelector("[data-filter-count]");

  for (const select of form.querySelectorAll("select")) {
    const values = [...new Set(items.map((item) => valueOf(item, select.name)).filter(Boolean))];
    select.append(...values.sort().map((value) => new Option(value)));
    select.closest("label").hidden = values.length < 2;
  }

  const apply = (event) => {
    const chosen = names.map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
    for (const item of items) item.hidden = !chosen.every(([name, value]) => valueOf(item, name) === value);
    for (const group of document.querySelectorAll("[data-group]")) group.hidden = !group.querySelector("[data-item]:not([hidden])");
    // Items that are listed in several ways count once.
    const count = (all) => new Set(all.map((item) => item.dataset.item)).size;
    form.toggleAttribute("data-filtered", chosen.length);
    told.textContent = chosen.length
      ? told.dataset.filterCount.replace("{n}", count(items.filter((item) => !item.hidden))).replace("{m}", count(items))
      : "";
    if (event) for (const name of names) portico.show(name, form.elements[name].value);
  };

  for (const [name, value] of new URLSearchParams(location.search)) if (names.includes(name)) form.elements[name].value = value;
  form.addEventListener("change", apply);
  form.addEventListener("reset", (event) => setTimeout(apply, 0, event));
  // The browser may have restored what was chosen before.
  addEventListener("pageshow", () => apply());
  apply();
})();
