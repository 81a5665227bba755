"""Reads the pages of a published site, as readers have them: titles, and sections with their headings and texts."""

import json
import pathlib
import re
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """The text of <main>, cut at its headings."""

    def __init__(self, address, text):
        super().__init__()
        self.address = address
        self.language = None
        self.title = ""
        self.headings = []
        self.sections = [""]
        self.open = []
        self.heading = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "html":
            self.language = dict(attributes).get("lang")
        if tag not in VOID:
            self.open.append((tag, dict(attributes)))
        if tag in HEADINGS and self.is_shown:
            self.heading = ""

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in HEADINGS and self.heading is not None:
            text = " ".join(self.heading.split())
            if tag == "h1" and not self.title:
                self.title = text
            else:
                self.headings.append(text)
                self.sections.append("")
            self.heading = None

    def handle_data(self, data):
        if not self.is_shown:
            return
        if self.heading is not None:
            self.heading += data
        else:
            self.sections[-1] += data + " "

    @property
    def is_shown(self):
        tags = [tag for tag, _ in self.open]
        return "main" in tags and not {"nav", "script", "style", "svg"}.intersection(tags)


def read(site):
    """The listed pages of a site in its own language, by the file that every site has for programs."""
    site = pathlib.Path(site)
    listed = json.loads((site / "api/v1/pages.json").read_text())
    listed = listed if isinstance(listed, list) else listed["pages"]
    base = json.loads((site / "api/v1/site.json").read_text())["url"]
    language = Page("", (site / "index.html").read_text()).language
    pages = []
    for entry in listed:
        address = entry["url"].removeprefix(base) if base else re.sub(r"^(\.\./)+", "", entry["url"])
        file = site / address / "index.html" if address.endswith("/") or not address else site / address
        page = Page(address, file.read_text())
        page.title = page.title or entry["title"]
        if page.language == language:
            pages.append(page)
    return pages
