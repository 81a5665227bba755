// Closes the menu of a small screen on Escape, and on a link, which may lead to a place on the same page.
const menu = document.querySelector("[data-menu]");
const button = menu?.firstElementChild;

menu?.addEventListener("click", (event) => event.target.closest("a") && (menu.open = false));
addEventListener("keydown", ({ key }) => {
  // On a large screen there is no button, and the menu is always there.
  if (key !== "Escape" || !menu?.open || !button.checkVisibility()) return;
  menu.open = false;
  button.focus();
});
