const banner = document.createElement("p")
banner.textContent = "News"
requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector("h1").before(banner)))
