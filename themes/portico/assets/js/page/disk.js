// From disk a link to a folder has to name its page, which a server would give by itself.
const complete = ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
};

if (location.protocol === "file:") for (const event of ["click", "auxclick"]) addEventListener(event, complete, true);
