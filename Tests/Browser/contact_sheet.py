#!/usr/bin/env python3
"""contact_sheet.py SITE FOLDER: pictures of a page of each kind, side by side in two widths and both schemes, as one HTML page."""

import html
import pathlib
import sys

from playwright.sync_api import sync_playwright

from run import launch
from site_pages import kinds, pages, served

WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
# Where a page goes on below, its beginning says enough.
HEIGHT = 1400


def main(root, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    with served(root) as home, sync_playwright() as playwright:
        browser = launch(playwright)
        # The longest page of a kind shows most of it.
        heaviest = {kind: max(of_kind, key=lambda page: len(page.html)) for kind, of_kind in kinds(pages(root)).items()}
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce")
                for number, each in enumerate(heaviest.values()):
                    page.goto(home + each.address)
                    page.screenshot(path=folder / f"{number}-{width}-{scheme}.jpeg", type="jpeg", quality=75)
                page.close()
    for number, (kind, page) in enumerate(heaviest.items()):
        pictures = "".join(f'<img src="{number}-{width}-{scheme}.jpeg" alt="{width} {scheme}" height="600" loading="lazy"> '
                           for width in WIDTHS for scheme in SCHEMES)
        rows.append(f"<h2>{html.escape(kind)}</h2>\n<p>/{html.escape(page.address)}</p>\n<p>{pictures}</p>\n")
    sheet = folder / "index.html"
    sheet.write_text(f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Every kind of page</title>\n{"".join(rows)}')
    print(f"{len(rows)} kinds of pages: {sheet}")


if __name__ == "__main__":
    main(*sys.argv[1:])
