// On the error page: the pages whose names are nearest to the address that is none. search.js comes before it.
(async () => {
  const place = document.querySelector("[data-nearest]");
  const { root } = document.querySelector("[data-search]").dataset;
  const { results } = await porticoSearch(decodeURI(location.pathname.slice(root.length)).replace(/\.html?$/, ""), 5);
  for (const { page, shown } of results) {
    const link = document.createElement("a");
    link.href = root + page;
    link.textContent = shown.title;
    const item = document.createElement("li");
    item.append(link);
    place.querySelector("ul").append(item);
  }
  place.hidden = !results.length;
})();
