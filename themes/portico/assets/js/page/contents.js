// Marks the section that is being read in the contents, and unfolds the contents where there is room beside the text.
const contents = document.querySelector("[data-contents]");

if (contents) {
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let frame;

  const mark = () => {
    frame = undefined;
    const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
    let current = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line);
    // At the end of the page the last heading is being read, however short its section is.
    if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2) current = links.length - 1;
    links.forEach((link, index) => {
      if (index === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  const soon = () => (frame ??= requestAnimationFrame(mark));

  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  addEventListener("pageshow", soon);
}
