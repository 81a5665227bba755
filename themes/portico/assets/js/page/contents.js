// Marks the section that is being read in the contents.
const links = [...document.querySelectorAll("[data-contents] a")];

if (links[0]) {
  const page = document.documentElement;
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

  // Browsers tell of a scroll once a frame.
  const mark = () => {
    const line = parseFloat(getComputedStyle(page).scrollPaddingTop) + 8;
    // At the end of the page the last heading is being read, however short its section is.
    const isEnd = page.scrollTop && page.scrollTop + page.clientHeight > page.scrollHeight - 2;
    const current = isEnd ? links.length - 1 : headings.findLastIndex((heading) => heading?.getBoundingClientRect().top <= line);
    links.forEach((link, index) => (link.ariaCurrent = index === current ? "true" : null));
  };

  for (const event of ["scroll", "resize", "pageshow"]) addEventListener(event, mark);
}
