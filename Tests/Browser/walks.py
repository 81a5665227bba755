#!/usr/bin/env python3
"""walks.py SITE [NAME …]: uses the parts of a site with the keyboard alone, and asks them what a screen reader is told.

Each walk names the part that it needs and goes where a page has it; that no page has it is a fault too."""

import pathlib
import sys

from playwright.sync_api import sync_playwright

import walks_page
import walks_search
from examine import Finding, told
from run import launch
from site_pages import pages, served
from walker import WALKS, page_with, take


def main(root, *names):
    all_pages, findings = pages(root), []
    walks = [each for each in WALKS if not names or each[0].__name__ in names]
    disk = pathlib.Path(root).resolve().as_uri() + "/"
    with served(root) as home, sync_playwright() as playwright:
        # Pages that a reader comes back to are kept whole, which Playwright keeps browsers from.
        browser = launch(playwright, ignore_default_args=["--disable-back-forward-cache"])
        for function, part, options in walks:
            page = page_with(part, all_pages)
            findings += take(function, page, browser, home, disk, options) if page else [
                Finding("/", "walk", f"expected a page with {part}", function.__name__)]
    print(*told(findings), f"{len(walks)} walks, {len(findings)} faults", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
