// Shows an image that is drawn smaller than it is in a dialog.
const template = document.querySelector("template[data-zoom]");

const open = (image) => {
  const dialog = template.content.firstElementChild.cloneNode(true);
  dialog.querySelector("form").before(image.cloneNode());
  Object.assign(dialog, { ariaLabel: image.alt, onclick: () => dialog.close(), onclose: () => dialog.remove() });
  document.body.append(dialog);
  dialog.showModal();
};

const offer = (image) => {
  if (image.naturalWidth <= image.clientWidth * 1.2 || image.closest("a, button")) return;
  const button = portico.make("button", {
    type: "button", className: "zoom", ariaHasPopup: "dialog", ariaLabel: template.dataset.zoom + image.alt,
    onclick: () => open(image),
  });
  image.before(button);
  button.append(image);
};

for (const image of document.querySelectorAll(".prose img")) {
  if (image.complete) offer(image);
  else image.onload = () => offer(image);
}
