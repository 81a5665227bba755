"""A built site: its pages, their kinds, what each is made of, and a server that serves it under a path with its policy."""

import contextlib
import functools
import gzip
import http.server
import io
import mimetypes
import pathlib
import re
import threading
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

# Nothing added: what a page needs is in files of its own site.
POLICY = "default-src 'self'"
# Where the site is published on its host; pages for any address, such as the 404 page, name it.
PREFIX = "/portal"
# What web servers compress.
COMPRESSED = {".html", ".css", ".js", ".svg", ".md", ".json", ".xml"}


class Page(HTMLParser):
    """What an HTML file consists of, as far as the tests choose pages by it and weigh them."""

    def __init__(self, root, file):
        super().__init__()
        self.file, self.address = file, file.relative_to(root).as_posix().removesuffix("index.html")
        self.html = file.read_text()
        self.parts, self.styles, self.scripts, self.images = set(), [], [], []
        self.language, self.is_redirect, self.title = None, False, ""
        self._in_title = False
        self.feed(self.html)

    @property
    def is_document(self):
        """Whether it is a section on one page, which has what many pages have and is as long as all of them."""
        return self.address.rsplit("/", 1)[-1] == "print.html"

    @property
    def kind(self):
        """Where the page stands: pages of one kind share the first part of the address and the depth."""
        if self.is_document:
            return "print.html"
        first, *others = self.address.rstrip("/").split("/")
        return "/".join(["", first] + ["*"] * len(others))

    def handle_starttag(self, tag, attributes):
        of = {name: value or "" for name, value in attributes}
        self._in_title = tag == "title"
        if tag == "html":
            self.language = of.get("lang")
        if tag == "meta" and of.get("http-equiv", "").lower() == "refresh":
            self.is_redirect = True
        if tag == "link" and of.get("rel") == "stylesheet":
            self.styles.append(of["href"])
        if tag == "script" and "src" in of:
            self.scripts.append(of["src"])
        if tag == "img" and of.get("loading") != "lazy":
            self.images.append(of["src"])
        self.parts.add(tag)
        for name in of.get("class", "").split():
            # What is inside of highlighted code and drawings has no shape of its own.
            if len(name) > 2 and "--" not in name:
                self.parts.add(f"{tag}.{name}")
        for name in of:
            if name == "role":
                self.parts.add(f"{tag}[role={of[name]}]")
            elif name.startswith(("data-", "aria-")) or name in ("open", "hidden", "disabled"):
                self.parts.add(f"{tag}[{name}]")

    def handle_data(self, data):
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag):
        self._in_title = False

    def local(self, address):
        """The file that an address on the page means; nil for one on another host."""
        parts = urlsplit(urljoin("http://site/" + self.address, address))
        if parts.netloc != "site":
            return None
        return self.file.parents[self.address.count("/")] / unquote(parts.path).removeprefix(PREFIX).lstrip("/")


def pages(root):
    """All pages of the site in `root` that have something to read, in order of their addresses."""
    root = pathlib.Path(root).resolve()
    found = [Page(root, file) for file in sorted(root.rglob("*.html"))]
    if not found:
        raise SystemExit(f"no pages in {root}")
    return [page for page in found if not page.is_redirect]


def kinds(all_pages):
    """Pages by kind, as a dictionary in order of the kinds."""
    by_kind = {}
    for page in sorted(all_pages, key=lambda page: page.kind):
        by_kind.setdefault(page.kind, []).append(page)
    return by_kind


def sample(all_pages):
    """As few pages as have every element, class, role and hook that any page has, and one of each kind at least."""
    documents = sorted((page for page in all_pages if page.is_document), key=lambda page: len(page.html))
    all_pages = [page for page in all_pages if not page.is_document] + documents[:1]
    wanted = {(part,) for page in all_pages for part in page.parts} | {page.kind for page in all_pages}
    offers = {page.address: {(part,) for part in page.parts} | {page.kind} for page in all_pages}
    chosen = []
    while wanted:
        best = max(all_pages, key=lambda page: len(offers[page.address] & wanted))
        chosen.append(best)
        wanted -= offers[best.address]
    return sorted(chosen, key=lambda page: page.address)


@functools.cache
def compressed(file):
    """The bytes of a file as a web server sends them."""
    return gzip.compress(file.read_bytes(), 9)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves below a path prefix, compressed and with the policy, and the site's own page where there is none."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(PREFIX) if path.startswith(PREFIX + "/") else "/_outside")

    def send_head(self):
        file = pathlib.Path(self.translate_path(urlsplit(self.path).path))
        file = file / "index.html" if self.path.split("?")[0].endswith("/") else file
        if not file.is_file() or file.suffix not in COMPRESSED:
            return super().send_head()
        body = compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = pathlib.Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    # Several browsers ask for all files of their pages at once.
    request_queue_size = 128

    def handle_error(self, *_):
        """A browser that leaves a page closes its connections."""


@contextlib.contextmanager
def served(root):
    """Serves the folder `root` below a prefix while the block runs; the value is the address of its home page."""
    mimetypes.add_type("text/markdown", ".md")
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}/"
    finally:
        server.shutdown()
        server.server_close()
