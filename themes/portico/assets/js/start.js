// Runs before the first paint: tells the style sheets that scripts run, and restores the colour scheme that was chosen.
(() => {
  "use strict";
  const html = document.documentElement;
  // Sites on one host, such as those of two projects, keep apart what they remember.
  const site = new URL("../../", document.currentScript.src).pathname;
  const storage = (forVisit) => (forVisit ? sessionStorage : localStorage);

  self.portico = {
    // Storage may be forbidden or full: then nothing is remembered, and all else works.
    read(key, forVisit) {
      try {
        return JSON.parse(storage(forVisit).getItem(site + key));
      } catch {
        return null;
      }
    },
    write(key, value, forVisit) {
      try {
        storage(forVisit).setItem(site + key, JSON.stringify(value));
      } catch {}
    },
    // Calls back when another tab of the browser remembers something else.
    watch(key, changed) {
      addEventListener("storage", (event) => event.key === site + key && changed());
    },
    // What is shown, in the address: a link to it shows the same.
    show(name, value) {
      const address = new URL(location);
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
    },
  };

  html.dataset.script = "";
  const scheme = portico.read("scheme");
  if (scheme) html.dataset.scheme = scheme;
})();
