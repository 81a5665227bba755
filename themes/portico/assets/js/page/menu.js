// Closes the menu of a small screen on Escape, and when the screen is no longer small.
const menu = document.querySelector("[data-menu]");

if (menu) {
  const close = () => (menu.open = false);
  const isSmall = () => menu.firstElementChild.checkVisibility();
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || !isSmall()) return;
    close();
    menu.firstElementChild.focus();
  });
  // A link to a place on the same page leaves the menu open otherwise.
  menu.addEventListener("click", (event) => event.target.closest("a[href]") && close());
  addEventListener("pageshow", (event) => event.persisted && close());
  matchMedia("(width >= 56rem)").addEventListener("change", close);
}
