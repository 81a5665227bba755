// Choice of the colour scheme. Automatic is no choice: the style sheet follows the system then.
const choices = document.querySelectorAll("[data-scheme-choice]");

const show = () => {
  const scheme = portico.read("scheme") || "";
  document.documentElement.dataset.scheme = scheme;
  for (const choice of choices) choice.value = scheme;
};

for (const choice of choices) {
  choice.onchange = () => {
    portico.write("scheme", choice.value);
    show();
  };
}
portico.watch("scheme", show);
addEventListener("pageshow", show);
if (choices.length) show();
