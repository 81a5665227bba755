#!/usr/bin/env python3
"""self_test.py: holds the checks against pages with a fault each. A page names in `<meta name="finds">` what has to be found in it."""

import pathlib
import re
import sys
import tempfile

import markup
import weights
from run import examine_all
from site_pages import pages, sample

FAULTY = pathlib.Path(__file__).with_name("faulty")


def expected(page):
    return set(re.search(r'<meta name="finds" content="([^"]*)">', page.html)[1].split())


def main():
    faulty = pages(FAULTY)
    found = {page.address: set() for page in faulty}
    for finding in examine_all(FAULTY, list(found)):
        found[finding.page.removeprefix("/")].add(finding.check)
    for page, _ in markup.errors(FAULTY):
        found[page.removeprefix("/")].add("markup")
    wrong = [f"{page.address}: expected {sorted(expected(page))}, found {sorted(found[page.address])}"
             for page in faulty if found[page.address] != expected(page)]

    # Bytes that do not compress, so that a page, its sheet and its scripts are each over their limit.
    with tempfile.TemporaryDirectory() as folder:
        heavy = "".join(f"{number * 2654435761 % 2**32:x}" for number in range(5000))
        files = {f"{number}.js": heavy for number in range(6)} | {"page.css": heavy, "search.0.js": heavy}
        files["index.html"] = "".join(f'<script src="{number}.js"></script>' for number in range(6)) \
            + '<script src="search.0.js"></script>' + f'<link rel="stylesheet" href="page.css"><p>{heavy}</p>'
        for name, text in files.items():
            pathlib.Path(folder, name).write_text(text)
        over = {name for page in pages(folder) for name, _ in weights.over(page)}
        if over != set(weights.LIMITS):
            wrong.append(f"weights: found {sorted(over)} over the limit, not all")

    # A class that one page alone has is looked at, whatever else there is.
    with tempfile.TemporaryDirectory() as folder:
        for number in range(9):
            pathlib.Path(folder, f"{number}.html").write_text(f'<p class="{"rare" if number == 7 else "common"}">Text</p>')
        if "7.html" not in {page.address for page in sample(pages(folder))}:
            wrong.append("sample: the page with a class of its own is not in it")

    print(*wrong, f"{len(faulty)} pages with faults, {len(wrong)} of the checks wrong", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
