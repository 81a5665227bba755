// Fetches a page while the pointer rests on a link to it, or the link has the focus.
const seen = new Set([location.pathname]);
let timer;

const prefetch = (event) => {
  clearTimeout(timer);
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin !== location.origin || seen.has(link.pathname)) return;
  // Pages have names without an ending or with .html; other files may be large.
  if (!/(\/[^.]*|\.html)$/.test(link.pathname) || navigator.connection?.saveData) return;
  timer = setTimeout(() => {
    seen.add(link.pathname);
    document.head.append(portico.make("link", { rel: "prefetch", href: link.pathname }));
  }, 80);
};

if (location.protocol !== "file:") {
  addEventListener("pointerover", prefetch, { passive: true });
  addEventListener("focusin", prefetch);
}
