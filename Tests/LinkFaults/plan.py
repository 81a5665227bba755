"""A generated site: its pages, the files of it, and what is planted where.

A kind is a fault that a checker must report or a trap that it must not. Its text has "⟦" where the finding has its place: in
the site that is written the mark is gone, and the truth has the line and column instead.
"""

import collections
import json
import random
import re
import struct
import zlib

PAGES_PER_PART = 20
# A kind is planted once for so many pages.
PAGES_PER_PLANT = 50
HOST = "https://portal.example.com"
# The site is published below a path, as on most hosts of projects.
BASE_PATH = "/docs/"

# `rule` is None for a trap; `text` makes what stands on a page, from a place.
Kind = collections.namedtuple("Kind", "name rule text")


def trap(name, text):
    return Kind(name, None, text)


MARK = "⟦"
# Marks of the kinds, while a file is put together.
FIRST_MARK = 0xF0000
MARKS = re.compile("([\U000F0000-\U000FFFFD])")

WORDS = """access account agreement alert answer before budget build certificate change channel cluster commit component
contract default deploy edge error every gateway image incident latency limit measure namespace never often owner pipeline
platform policy quota region release replica request review rollout route secret service stage store team template time token
trace until usually volume window without""".split()


class Page:
    """A page as both forms know it; they differ in its address and in how its text is written."""

    def __init__(self, number):
        self.number = number
        self.folder = f"part-{number // PAGES_PER_PART:03}"
        self.name = f"page-{number:05}"
        self.title = f"Component {number}"


class Site:
    """What is planted on the pages and in other files."""

    def __init__(self, pages, seed, kinds):
        self.random = random.Random(f"{seed}")
        self.pages = [Page(number) for number in range(pages)]
        self.kinds = kinds
        self.files = {}
        self.bodies = collections.defaultdict(list)
        self.heads = collections.defaultdict(list)
        self.names = 0
        self.found = []

    def plant(self, make_place):
        """Plants every kind; `make_place` gives what its text is made from."""
        for index, kind in enumerate(self.kinds):
            for _ in range(max(1, len(self.pages) // PAGES_PER_PLANT)):
                place = make_place(self, self.random.choice(self.pages), chr(FIRST_MARK + index))
                self.bodies[place.page].append(place.marked(kind.text(place)))

    def sentences(self, count):
        return " ".join(" ".join(self.random.choices(WORDS, k=12)).capitalize() + "." for _ in range(count))

    def write(self, folder):
        """Writes all files, and notes where the marks of each stood."""
        made = set()
        for path, content in sorted(self.files.items()):
            file = folder / path
            if file.parent not in made:
                file.parent.mkdir(parents=True, exist_ok=True)
                made.add(file.parent)
            file.write_bytes(content if isinstance(content, bytes) else self.without_marks(path, content).encode())

    def without_marks(self, path, text):
        kept, line, column = [], 1, 1
        for part in MARKS.split(text.removeprefix("\ufeff")):
            if MARKS.fullmatch(part):
                self.found.append((path, line, column, self.kinds[ord(part) - FIRST_MARK]))
                continue
            kept.append(part)
            line += part.count("\n")
            column = len(part) - part.rfind("\n") if "\n" in part else column + len(part)
        return ("\ufeff" if text.startswith("\ufeff") else "") + "".join(kept)

    def truth(self):
        """All places that were planted, as JSON."""
        places = [
            {"kind": kind.name, "rule": kind.rule, "path": path, "line": line, "column": column}
            for path, line, column, kind in sorted(self.found, key=lambda found: found[:3])
        ]
        return json.dumps({"pages": len(self.pages), "places": places}, indent=0, ensure_ascii=False)


class Place:
    """Where one kind is planted once."""

    def __init__(self, site, page, mark):
        self.site = site
        self.page = page
        self.mark = mark

    def marked(self, text):
        return text.replace(MARK, self.mark)

    def new(self, prefix="gone"):
        """A name that nothing else has."""
        self.site.names += 1
        return f"{prefix}-{self.site.names}"

    def other(self, fits=lambda page: True):
        """Another page than this one."""
        while True:
            page = self.site.random.choice(self.site.pages)
            if page is not self.page and fits(page):
                return page

    def file(self, path, content):
        """Adds a file to the site and gives its path."""
        self.site.files[path] = self.marked(content)
        return path

    def head(self, text):
        """Adds something to the head of the page."""
        self.site.heads[self.page].append(self.marked(text))
        return ""


def png(width, height):
    """A white image."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
