// Fills what readers call their team, namespace and such into the samples of code, and remembers it.
const template = document.querySelector("template[data-variables]");
const names = new Map(
  (template?.dataset.variables ?? "").split(";").flatMap((pair) => {
    const [, name, label] = pair.match(/^\s*([\w-]+)\s*:\s*(.*\S)\s*$/) ?? [];
    return name ? [[name, label]] : [];
  }),
);

if (names.size) {
  const places = [];
  const word = new RegExp(`(?<![\\w-])(?:${[...names.keys()].join("|")})(?![\\w-])`);
  for (const code of document.querySelectorAll(".prose pre > code")) {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const found = word.exec(texts.currentNode.data);
      if (!found) continue;
      const sample = texts.currentNode.splitText(found.index);
      sample.splitText(found[0].length);
      const place = portico.make("var");
      place.dataset.variable = found[0];
      sample.replaceWith(place);
      place.append(sample);
      texts.currentNode = sample;
      places.push(place);
    }
  }

  const form = template.content.firstElementChild.cloneNode(true);
  const [pattern] = form.querySelectorAll("label");
  const used = [...names].filter(([name]) => places.some((place) => place.dataset.variable === name));
  const fields = used.map(([name, label]) => {
    const field = pattern.cloneNode(true);
    field.firstElementChild.textContent = label;
    const input = field.querySelector("input");
    input.name = input.placeholder = name;
    return field;
  });
  pattern.replaceWith(...fields);

  const show = () => {
    const values = portico.read("variables") ?? {};
    for (const place of places) place.textContent = values[place.dataset.variable] || place.dataset.variable;
    for (const input of form.elements) {
      if (input.name && input !== document.activeElement) input.value = values[input.name] ?? "";
    }
  };
  form.addEventListener("input", ({ target }) => {
    portico.write("variables", { ...portico.read("variables"), [target.name]: target.value.trim() });
    show();
  });
  form.onsubmit = () => false;
  if (places.length) {
    // Before the first sample, with all that stands around it.
    places[0].closest(".prose > *").before(form);
    portico.watch("variables", show);
    addEventListener("pageshow", show);
    show();
  }
}
