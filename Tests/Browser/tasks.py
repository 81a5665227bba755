#!/usr/bin/env python3
"""tasks.py SITE: does what new users come for, once by a link of the home page and once by search, and counts what it takes.

Of each task, at 1440 and at 390 pixels: presses until the page is there, and how many screens down the link is; and keys, those
typed into the search with those that open it and choose. Exit status 1 when an answer is not reached, or not seen at once."""

import sys

from playwright.sync_api import sync_playwright

from run import CHROMIUM
from site_pages import served

# What somebody wants; the link that leads there; what they would type; pages that will do; what on the first screen answers.
TASKS = (
    ("get a database in the test environment", "add a database, a bucket or a queue", "database",
     {"capabilities/infrastructure-modules/add-a-database/"}, "#describe-it-for-dev"),
    ("is secrets management reliable enough for us?", "Secrets", "secrets",
     {"capabilities/secrets/"}, ".status .badge.is-met"),
    ("what changes for me this quarter?", "Roadmap", "this quarter",
     {"roadmap/"}, "main h2"),
    ("I started today, what first?", "get access on my first day", "new here",
     {"paths/get-access/", "paths/new-developer/"}, "main li a[href]"),
)
HEIGHT = 900
# Results that the dialog shows, and those that somebody reads before they ask anew.
SHOWN, READ = 8, 5


def by_link(browser, home, name, width):
    """The page that a link of the home page leads to, and what that takes: presses and screens."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.goto(home)
    link = page.get_by_role("link", name=name, exact=True).locator("visible=true").first
    presses = 1
    if not link.count():
        page.locator("[data-menu] > summary").click()
        presses += 1
    screens = link.bounding_box()["y"] / HEIGHT
    link.click()
    page.wait_for_url(lambda url: url != home)
    return page, f"{presses:6}{screens:8.1f}"


def by_search(browser, home, words, addresses):
    """The page that the search leads to, and the keys until then; no page where the first results do not have it."""
    page = browser.new_page(viewport={"width": 1440, "height": HEIGHT})
    page.goto(home)
    page.keyboard.press("/")
    page.locator("dialog[data-search]").wait_for()
    page.keyboard.type(words)
    page.wait_for_function("() => self.porticoSearch")
    found = page.evaluate("async ([words, shown]) => (await porticoSearch(words, shown)).results.map(each => each.page)", [words, SHOWN])
    page.wait_for_function(
        "found => { const shown = document.querySelectorAll('dialog[data-search] [role=option]')\n"
        "return found.every((address, place) => shown[place]?.pathname.endsWith(address)) }", arg=found)
    downs = next((place for place, address in enumerate(found[:READ]) if address in addresses), None)
    if downs is None:
        return None, 0
    for _ in range(downs):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + found[downs] + "**")
    return page, 1 + len(words) + downs + 1


def sees(page, home, addresses, answer):
    """Whether the page is one of those, and what answers is on its first screen, or where the link led."""
    if page.url.split("#")[0].removeprefix(home) not in addresses:
        return False
    return any(box and 0 <= box["y"] < HEIGHT for box in (each.bounding_box() for each in page.locator(answer).all()))


def main(root):
    faults = 0
    print(f"{'task':48}{'1440: presses, screens':>24}{'390':>8}{'keys':>12}  words")
    with served(root) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for task, link, words, addresses, answer in TASKS:
            wide, effort = by_link(browser, home, link, 1440)
            narrow, narrow_effort = by_link(browser, home, link, 390)
            searched, keys = by_search(browser, home, words, addresses)
            print(f"{task:48}{effort:>24}{narrow_effort}{keys:6}  {words}")
            for page, way in ((wide, "link"), (narrow, "link at 390"), (searched, "search")):
                if page is None or not sees(page, home, addresses, answer):
                    faults += 1
                    print(f"    by {way}: no answer in sight{'' if page is None else ' at ' + page.url}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
