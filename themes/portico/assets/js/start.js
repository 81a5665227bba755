// Runs before the first paint: tells the style sheets that scripts run, and restores the colour scheme that was chosen.
(() => {
  // Sites on one host, such as those of two projects, keep apart what they remember.
  const site = new URL("../../", document.currentScript.src).pathname;
  self.portico = {
    site,
    // Storage may be forbidden or full: then nothing is remembered, and all else works.
    read(key, forVisit) {
      try {
        return JSON.parse((forVisit ? sessionStorage : localStorage).getItem(site + key));
      } catch {}
    },
  };
  const { dataset } = document.documentElement;
  dataset.script = "";
  dataset.scheme = portico.read("scheme") || "";
})();
