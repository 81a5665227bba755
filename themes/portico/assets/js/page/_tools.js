// What the scripts behind this one share, beside what start.js gives them.
Object.assign(portico, {
  write(key, value, forVisit) {
    try {
      (forVisit ? sessionStorage : localStorage).setItem(portico.site + key, JSON.stringify(value));
    } catch {}
  },
  // Calls back when another tab of the browser remembers something else.
  watch(key, changed) {
    addEventListener("storage", (event) => event.key === portico.site + key && changed());
  },
  // What is shown, in the address: a link to it shows the same.
  show(name, value) {
    const address = new URL(location);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    history.replaceState(null, "", address);
  },
  make: (name, properties) => Object.assign(document.createElement(name), properties),
});
