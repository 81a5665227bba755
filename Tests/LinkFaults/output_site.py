"""The site as HTML: about 17 KB a page, as a generator with a theme writes it."""

from html import escape

from output_kinds import OWN
from plan import PAGES_PER_PART, Place, png

SPRITE = """<svg xmlns="http://www.w3.org/2000/svg">
<symbol id="icon-home" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></symbol>
</svg>
"""
SMALL = """<!doctype html>
<html lang="en"><title>Small</title>
<h1 id="limits">Limits</h1>
<p><a href="../">Home</a></p>
"""
FILES = {
    "assets/logo.png": png(64, 64),
    "assets/wide,photo.png": png(128, 32),
    "assets/sprite.svg": SPRITE,
    "assets/site.css": "body { font: 16px/1.5 sans-serif }\n.brand { background: url(logo.png) }\n",
    "assets/app.js": "document.body.innerHTML += '<a href=\"gone.html\">Gone</a>'\n",
    "assets/guide.pdf": b"%PDF-1.4\n%%EOF\n",
    "assets/clip.mp4": b"\0\0\0\x18ftypmp42",
    "assets/two words.txt": "Two words.\n",
    ".well-known/security.txt": "Contact: mailto:security@example.com\n",
} | {f"assets/{name}.html": SMALL for name in ["café", "100%", "what?", "c#", "c++"]}

HEADINGS = [("Getting started", "getting-started"), ("Limits", "limits"), ("Größe", "größe")]
CODE = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: component
  annotations: {docs: "<a href='gone.html'>", owner: "team & friends"}
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: server
          image: registry.example.com/component:1.4.0
          resources: {requests: {cpu: 250m, memory: 256Mi}}
"""


def address(page):
    """Most pages are a folder with an index, some are files."""
    path = f"{page.folder}/{page.name}"
    return path + ".html" if page.number % 4 == 3 else path + "/"


def root(address):
    return "../" * address.count("/")


class OutputPlace(Place):
    root = property(lambda self: root(self.page.address))

    def to(self, page):
        return self.root + page.address

    def with_id(self, text):
        return text(self.new("id"))

    def style_sheet(self, css):
        """A style sheet of its own for the page."""
        path = self.file(f"css/{self.new('part')}.css", css)
        return self.head(f'<link rel="stylesheet" href="{self.root}{path}">')

    def own_page(self, body, head):
        """A small page of its own, two folders deep, which the page links to."""
        path = f"extra/{self.new('page')}/"
        self.file(path + "index.html", document(head, body))
        return f'<p><a href="{self.root}{path}">More</a></p>'


def document(head, body):
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def plan(site):
    for page in site.pages:
        page.address = address(page)
    site.plant(OutputPlace)
    site.files |= FILES
    paragraphs = [site.sentences(6) for _ in range(200)]
    for page in site.pages:
        path = page.address + "index.html" if page.address.endswith("/") else page.address
        site.files[path] = page_text(site, page, paragraphs)
    parts = sorted({page.folder for page in site.pages})
    for part in parts:
        inside = [page for page in site.pages if page.folder == part]
        site.files[f"{part}/index.html"] = list_text(part, "../", [(page.address, page.title) for page in inside])
    site.files["index.html"] = list_text("Home", "", [(part + "/", part) for part in parts])


def list_text(title, root, targets):
    items = "\n".join(f'<li><a href="{root}{target}">{text}</a></li>' for target, text in targets)
    head = f'<title>{title}</title>\n<link rel="stylesheet" href="{root}assets/site.css">'
    return document(head, f'<h1 id="start">{title}</h1>\n<ul>\n{items}\n</ul>')


def page_text(site, page, paragraphs):
    up = root(page.address)
    choose = site.random.choice
    siblings = site.pages[page.number // PAGES_PER_PART * PAGES_PER_PART:][:PAGES_PER_PART]
    menu = "\n".join(
        f'        <li class="menu-item"><a class="menu-link" href="{up}{other.address}">{other.title}</a></li>'
        for other in siblings)

    def paragraph():
        other = choose(site.pages)
        return f'<p>{choose(paragraphs)} See <a href="{up}{other.address}#limits">{other.title}</a>.</p>'

    rows = "\n".join(f"<tr><td>{choose(paragraphs)[:60]}</td><td>{number}</td></tr>" for number in range(6))
    planted = site.bodies[page]
    sections = []
    for number, (title, id) in enumerate(HEADINGS):
        sections.append(f'<h2 id="{id}">{title} <a class="anchor" href="#{id}" aria-label="Link to this part">#</a></h2>')
        sections += [paragraph() for _ in range(4)]
        sections += planted[number::3]
        sections.append(f'<pre class="code"><code class="language-yaml">{escape(CODE)}</code></pre>')
    text = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{page.title}</title>
<link rel="canonical" href="{OWN}{page.address}">
<link rel="stylesheet" href="{up}assets/site.css">
<link rel="icon" href="/docs/assets/logo.png">
<script defer src="{up}assets/app.js"></script>
{"".join(line + chr(10) for line in site.heads[page] if line)}</head>
<body>
<a class="skip" href="#start-of-text">Skip to the text</a>
<header class="bar">
<a class="brand" href="{up}"><img alt="Harbour" src="{up}assets/logo.png" srcset="{up}assets/logo.png 2x"></a>
<form class="search" action="{up}" role="search"><input name="q" aria-label="Search"></form></header>
<nav aria-label="Pages">
      <ul class="menu">
{menu}
      </ul>
</nav>
<main id="start-of-text">
<h1>{page.title} <svg class="icon"><use href="{up}assets/sprite.svg#icon-home"></use></svg></h1>
<a name="history"></a>
{chr(10).join(sections)}
<table>
<thead><tr><th>What</th><th>Limit</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
{chr(10).join(paragraph() for _ in range(6))}
</main>
<footer><p>Made by <a href="https://www.example.org/" rel="noopener">the platform team</a>.
<a href="https://git.example.com/platform/portal/edit/main/{page.folder}/{page.name}.md">Edit this page</a></p></footer>
<script>var pages = ["<a href='gone.html'>", "</a>"]; if (1 < 2 && pages) {{ document.title += "" }}</script>
</body>
</html>
"""
    if page.number % 7 == 5:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if page.number % 11 == 3 else text
