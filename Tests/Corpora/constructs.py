#!/usr/bin/env python3
"""Counts constructs of Markdown dialects in the sources of a site, and what became of them in the site that was built.

    constructs.py CONTENT SITE

Knows nothing of Portico's parser: it reads the sources by line, outside of fenced code, and the pages with Python's own
HTML parser. Prints a row per construct, and every marker that is left in a page's text outside of code; with such a
marker the exit status is 1.
"""

import re
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

# Of a line without its indentation and the markers of the quotations that it stands in.
LINES = {
    "github: alert": r"\[!(note|tip|important|warning|caution)\]",
    "mkdocs: admonition !!!": r"!!! ?[a-z]",
    "mkdocs: collapsible ???": r"\?\?\?\+? ?[a-z]",
    "mkdocs: tab ===": r"===[!+]? \"",
    "mkdocs: block ///": r"/// ?[a-z]",
    "docusaurus: container :::": r":{3,} ?[a-z{]",
    "mkdocs: definition": r":[ \t]{1,3}\S",
    "mkdocs: abbreviation": r"\*\[[^\]]+\]:",
    "mkdocs: snippet --8<--": r"-+8<-+ ",
    "mkdocs: include {!": r"\{!.*!\}",
    "fence: mermaid": r"(```+|~~~+) ?mermaid",
    "fence: with a language": r"(```+|~~~+) ?[\w{.]",
    "fence: hl_lines": r"(```+|~~~+).*hl_lines",
    "fence: title": r"(```+|~~~+).*title=",
    "github: task": r"([-*+]|\d+\.) \[[ xX]\] ",
    "jinja: tag {% %}": r"\{%",
    "mdx: import": r"import .* from ['\"]",
}
# Of the text of a line without inline code.
INLINES = {
    "github: emoji": r"(?<![\w:]):[a-z][a-z0-9_+]+:(?![\w:])",
    "mkdocs: icon": r":(material|octicons|fontawesome|simple)-[\w-]+:",
    "docusaurus: heading id": r"\{#[\w-]+\}",
    "mkdocs: attributes": r"(?<![{$])\{:? ?[.#][\w-]+[^}]*\}",
    "mkdocs: mark": r"(?<!=)==[^=\s][^=]*==(?!=)",
    "mkdocs: keys": r"\+\+[a-z][a-z0-9+-]*\+\+",
    "wiki link": r"\[\[[^\]]+\]\]",
    "jinja: expression {{ }}": r"(?<!\$)\{\{[^{]*\}\}",
    "image": r"!\[[^\]]*\]\(",
}
# An opening of a construct that a page's text must not show outside of code.
MARKERS = re.compile(r"^\s*(!!! ?[a-z]|\?\?\?\+? ?[a-z]|===[!+]? \"|:::|/// ?[a-z])|\[!(note|tip|important|warning|caution)\]", re.I | re.M)
FENCE = re.compile(r"(`{3,}|~{3,})")
QUOTE = re.compile(r"[ \t]*((>|[-*+]|\d+[.)])[ \t]+)*>?[ \t]*")


def count_sources(folder):
    counts = Counter()
    for path in sorted(folder.rglob("*.md")) + sorted(folder.rglob("*.mdx")):
        fence = None
        for line in outside_comments(path.read_text(encoding="utf-8", errors="replace")).split("\n"):
            text = line[QUOTE.match(line).end():]
            mark = FENCE.match(text)
            if fence:
                if mark and mark[1].startswith(fence) and not text[mark.end():].strip():
                    fence = None
                continue
            for name, pattern in LINES.items():
                if re.match(pattern, text, re.I):
                    counts[name] += 1
            if mark and "`" not in text[mark.end():]:
                fence = mark[1]
                continue
            prose = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
            for name, pattern in INLINES.items():
                counts[name] += len(re.findall(pattern, prose))
    return counts


def outside_comments(text):
    return re.sub(r"<!--.*?-->", lambda match: "\n" * match[0].count("\n"), text, flags=re.S)


class Page(HTMLParser):
    """Counts elements by name and class, and keeps the text outside of code."""

    CODE = {"code", "pre", "script", "style", "svg", "textarea"}
    VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "area", "col"}

    def __init__(self):
        super().__init__()
        self.elements = Counter()
        self.text = []
        self.depth = 0
        self.in_main = False

    def handle_starttag(self, tag, attributes):
        if tag == "main":
            self.in_main = True
        if not self.in_main:
            return
        self.elements[tag] += 1
        for name, value in attributes:
            if name == "class":
                for word in (value or "").split():
                    self.elements[f"{tag}.{word}"] += 1
                    self.elements[f".{word}"] += 1
        if tag in self.CODE:
            self.depth += 1
        if tag not in self.VOID and tag not in {"a", "em", "strong", "span", "abbr", "mark", "kbd", "del", "sub", "sup"}:
            self.text.append("\n")

    def handle_endtag(self, tag):
        if tag == "main":
            self.in_main = False
        if self.in_main and tag in self.CODE:
            self.depth -= 1

    def handle_data(self, data):
        if self.in_main and self.depth == 0:
            self.text.append(data)


def read_site(folder):
    elements = Counter()
    left = []
    for path in sorted(folder.rglob("*.html")):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        elements += page.elements
        for match in MARKERS.finditer("".join(page.text)):
            left.append(f"{path.relative_to(folder)}: {match[0].strip()}")
    return elements, left


def main():
    content, site = Path(sys.argv[1]), Path(sys.argv[2])
    counts = count_sources(content)
    elements, left = read_site(site)
    for name in list(LINES) + list(INLINES):
        if counts[name]:
            print(f"{counts[name]:6}  {name}")
    print("rendered")
    for name in sorted(elements):
        print(f"{elements[name]:6}  {name}")
    print(f"{len(left)} markers left in the text of pages")
    for line in left:
        print(f"  {line}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
