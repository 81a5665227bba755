// Progress on an onboarding path: the steps that are done, the next one and the time that is left.
(() => {
  const progress = document.querySelector("[data-path]");
  const key = "path" + location.pathname.replace(/index\.html$/, "");
  const steps = [...document.querySelectorAll("[data-step]")];
  const boxOf = (step) => step.querySelector("input");
  const part = (name) => progress.querySelector(`[data-${name}]`);
  const fill = (element, values) => {
    element.textContent = element.dataset.text.replace(/{(\w+)}/g, (_, name) => values[name]);
  };
  const amount = (value, unit) =>
    new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" }).format(value);
  const inWords = (minutes) =>
    [[Math.floor(minutes / 60), "hour"], [minutes % 60, "minute"]].filter(([n]) => n).map((each) => amount(...each)).join(" ");

  const show = () => {
    const done = portico.read(key) ?? [];
    for (const step of steps) boxOf(step).checked = done.includes(step.dataset.step);
    const left = steps.filter((step) => !boxOf(step).checked);
    const minutes = left.reduce((sum, step) => sum + Number(step.dataset.minutes || 0), 0);
    fill(part("path-done"), { n: steps.length - left.length, m: steps.length });
    part("path-left").hidden = !minutes;
    fill(part("path-left"), { time: inWords(minutes) });
    const next = part("path-next");
    next.hidden = !left.length;
    part("path-end").hidden = left.length;
    if (!left.length) return;
    next.hash = left[0].id;
    fill(next, { title: left[0].querySelector("h2").textContent });
  };

  for (const step of steps) {
    boxOf(step).onchange = () => {
      portico.write(key, steps.filter((each) => boxOf(each).checked).map((each) => each.dataset.step));
      show();
    };
  }
  portico.watch(key, show);
  addEventListener("pageshow", show);
  show();
})();
