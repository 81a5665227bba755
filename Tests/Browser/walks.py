#!/usr/bin/env python3
"""walks.py SITE: uses the parts of a site with the keyboard alone, and asks them what a screen reader is told.

Each walk names the part that it needs and goes where a page has it; that no page has it is a fault too."""

import contextlib
import sys

from playwright.sync_api import Error, sync_playwright

from examine import Examination, told
from run import CHROMIUM
from site_pages import pages, served

WALKS = []


def walk(part, width=1440):
    """Registers a walk over the first page that has the part."""
    def register(function):
        WALKS.append((function, part, width))
        return function
    return register


class Walker:
    """A page under way, with what is expected of it."""

    def __init__(self, examination, page):
        self.examination, self.page = examination, page

    def expect(self, words, script, argument=None):
        """Asks until the script is true, for five seconds at most; reports the words where it does not become so."""
        for _ in range(100):
            # While a page is left, there is nobody to ask.
            with contextlib.suppress(Error):
                if self.page.evaluate(script, argument):
                    return
            self.page.wait_for_timeout(50)
        self.examination.report("walk", f"expected {words}")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def arrive_at(self, time):
        """Loads the page anew at a time by the reader's clock."""
        self.page.clock.install(time=time)
        self.page.reload()

    def axe(self):
        self.examination.axe(self.page)

    def focus(self, selector):
        """Goes to an element with Tab, from the beginning of the page."""
        self.page.evaluate("document.activeElement.blur()")
        for _ in range(200):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        self.examination.report("walk", f"{selector} is not reached with Tab")


@walk("a.skip")
def skip_link(on):
    """The first stop leads to the text."""
    on.press("Tab")
    on.expect("the skip link to be the first stop, and seen",
              "document.activeElement.matches('a[href^=\"#\"]') && document.activeElement.getBoundingClientRect().top >= 0")
    on.press("Enter")
    on.expect("the skip link to lead into main", "document.activeElement.localName === 'main'")


@walk("details[data-menu]", width=390)
def menu(on):
    """The menu of a small screen opens with a key, closes with Escape, and gives the focus back."""
    on.focus("[data-menu] > summary")
    on.press("Enter")
    on.expect("the menu to open", "document.querySelector('[data-menu]').open")
    on.axe()
    on.press("Tab")
    on.expect("the focus to go into the menu", "document.activeElement.closest('[data-menu]') && document.activeElement.localName !== 'summary'")
    on.press("Escape")
    on.expect("Escape to close the menu and to give the focus back to its button",
              "!document.querySelector('[data-menu]').open && document.activeElement.matches('[data-menu] > summary')")


@walk("dialog[data-keys]")
def keyboard_help(on):
    """`?` shows the keys, Escape leaves them."""
    on.press("?")
    on.expect("? to open a dialog with a name",
              "document.querySelector('dialog[data-keys]').matches(':modal') && document.getElementById(document.querySelector('dialog[data-keys]').getAttribute('aria-labelledby')).textContent.trim()")
    on.axe()
    on.press("Escape")
    on.expect("Escape to close the dialog", "!document.querySelector('dialog[open]')")


@walk("select[data-scheme-choice]")
def scheme(on):
    """A chosen colour scheme holds on this page and after it is loaded again."""
    is_dark = "getComputedStyle(document.documentElement).colorScheme === 'dark'"
    on.focus("[data-scheme-choice]")
    on.page.locator(":focus").select_option("dark")
    on.expect("the page to become dark", is_dark)
    on.page.reload()
    on.expect("the page to stay dark", is_dark)


@walk("dialog[data-search]")
def search(on):
    """Search opens with a key, says how much it found, and leads to a page; typing and arrows are all it needs."""
    combobox = "document.querySelector('dialog[data-search] [role=combobox]')"
    chosen = f"document.getElementById({combobox}.getAttribute('aria-activedescendant'))"
    on.press("Control+k")
    on.expect("Ctrl K to open the search with the focus in its combobox",
              f"document.querySelector('dialog[data-search]').matches(':modal') && document.activeElement === {combobox}")
    on.page.keyboard.type("secrets")
    on.expect("results as options of a named listbox",
              f"(() => {{ const list = document.getElementById({combobox}.getAttribute('aria-controls'))\n"
              "return list.matches('[role=listbox][aria-label]') && list.querySelectorAll('[role=option]').length > 2 })()")
    on.expect("the combobox to be expanded", f"{combobox}.getAttribute('aria-expanded') === 'true'")
    on.expect("the number of results to be announced",
              "/\\d/.test(document.querySelector('dialog[data-search] [role=status]').textContent)")
    on.expect("what was found to be marked", "document.querySelector('dialog[data-search] [role=option] mark')")
    on.expect("the first result to be the active one",
              f"{chosen} === document.querySelector('[role=option]') && {chosen}.getAttribute('aria-selected') === 'true'")
    on.axe()
    on.press("ArrowDown")
    on.expect("the arrow to go to the second result",
              f"{chosen} === document.querySelectorAll('[role=option]')[1] && document.querySelectorAll('[role=option][aria-selected=true]').length === 1")
    on.press("ArrowUp", "Escape")
    on.expect("Escape to close the search and to leave its field",
              f"!document.querySelector('dialog[open]') && document.activeElement !== {combobox}")
    on.press("/")
    on.expect("/ to open the search again", "document.querySelector('dialog[data-search]').matches(':modal')")
    on.press("Control+a")
    on.page.keyboard.type("qqqzzzxxx")
    on.expect("that nothing was found to be announced",
              "document.querySelector('dialog[data-search] [role=status]').textContent === document.querySelector('dialog[data-search]').dataset.none")
    on.press("Control+a")
    on.page.keyboard.type("secrets")
    on.expect("results again", "document.querySelectorAll('[role=option]').length > 2")
    before = on.page.url
    on.press("Enter")
    on.expect("Enter to lead to the page", "before => location.href !== before", before)


@walk("div[data-search]")
def search_page(on):
    """The page of the search answers what its address asks."""
    on.page.goto(on.page.url + "?q=secrets")
    on.expect("links to what was found", "document.querySelectorAll('[data-search-list] a[href]').length > 2")
    on.expect("the number of results to be announced", "/\\d/.test(document.querySelector('[data-search] [role=status]').textContent)")
    on.axe()


@walk("form[data-filters]")
def filters(on):
    """A filter hides what does not match, says how much is left, stands in the address, and can be taken back."""
    shown = "document.querySelectorAll('[data-item]:not([hidden])').length"
    on.focus("[data-filters] select")
    on.expect("each filter to have a name", "[...document.querySelectorAll('[data-filters] select')].every(each => each.labels.length)")
    all_items = on.page.evaluate(shown)
    on.press("ArrowDown")
    if on.page.evaluate("!document.activeElement.value"):
        on.page.locator(":focus").select_option(index=1)
    on.expect("fewer items", f"all => {shown} > 0 && {shown} < all", all_items)
    on.expect("the number to be announced",
              "document.querySelector('[data-filter-count]').matches('[role=status]') && /\\d/.test(document.querySelector('[data-filter-count]').textContent)")
    on.expect("the filter to stand in the address", "location.search.length > 1")
    on.axe()
    fewer = on.page.evaluate(shown)
    on.page.reload()
    on.expect("the filter to hold after the page is loaded again", f"fewer => {shown} === fewer", fewer)
    on.focus("[data-filters] [type=reset]")
    on.press("Enter")
    on.expect("all items after a reset", f"all => {shown} === all", all_items)


@walk("div.tabs")
def tabs(on):
    """Tabs by the pattern of the WAI-ARIA Authoring Practices: one stop, arrows, a panel for each, and an address."""
    tab = "document.activeElement"
    on.focus("[role=tab]")
    on.expect("a tablist around the tabs", f"{tab}.parentElement.role === 'tablist'")
    on.expect("each tab to name its panel, and each panel its tab",
              "[...document.querySelectorAll('[role=tab]')].every(each => { const panel = document.getElementById(each.getAttribute('aria-controls'))\n"
              "return panel.role === 'tabpanel' && panel.getAttribute('aria-labelledby') === each.id })")
    first = on.page.evaluate(f"{tab}.id")
    on.press("ArrowRight")
    on.expect("the arrow to go to the next tab and to show its panel alone",
              f"first => {tab}.role === 'tab' && {tab}.id !== first && {tab}.ariaSelected === 'true' && "
              f"document.getElementById({tab}.getAttribute('aria-controls')).checkVisibility() && "
              "document.getElementById(first).ariaSelected === 'false' && document.getElementById(first).tabIndex === -1", first)
    on.expect("the tab to stand in the address", "location.search.includes('tab=')")
    on.axe()
    chosen = on.page.evaluate(f"{tab}.id")
    on.page.reload()
    on.expect("the tab to be chosen after the page is loaded again", "id => document.getElementById(id).ariaSelected === 'true'", chosen)


@walk("[data-path]")
def path(on):
    """A step is done with a key, counted aloud, and still done on the next visit; the next step is a link."""
    on.focus("[data-step] input[type=checkbox]")
    on.expect("each step to have a name",
              "[...document.querySelectorAll('[data-step] input')].every(each => each.labels.length || each.getAttribute('aria-labelledby') || each.ariaLabel)")
    before = on.page.evaluate("document.querySelector('[data-path]').textContent")
    on.press("Space")
    on.expect("the progress to change", "before => document.querySelector('[data-path]').textContent !== before", before)
    on.expect("the progress to be announced", "document.querySelector('[data-path]').closest('[role=status]') || document.querySelector('[data-path] [role=status], [data-path] progress')")
    on.axe()
    on.page.reload()
    on.expect("the step to be still done", "document.querySelector('[data-step] input').checked")
    on.expect("a link to the next step", "document.querySelector('[data-path-next]').hash.length > 1")


@walk("[data-hours]")
def support_hours(on):
    """Support hours say whether somebody is there, on the reader's clock, and what that is in the reader's time."""
    on.arrive_at("2026-11-25T10:00:00Z")
    on.expect("support to be open on a Wednesday morning", "document.querySelector('[data-open]').checkVisibility()")
    on.arrive_at("2026-11-29T10:00:00Z")
    on.expect("support to be closed on a Sunday", "document.querySelector('[data-closed]').checkVisibility()")


@walk("[data-stale-after]")
def freshness(on):
    """A site that nobody built anew for years shows no state as known, and no sentence that rests on one."""
    on.arrive_at("2036-01-01T00:00:00Z")
    on.expect("no state to be shown as known", "!document.querySelector('[data-stale-after]') && document.querySelector('.badge.is-stale')")
    on.expect("what rests on states to be hidden", "[...document.querySelectorAll('[data-hide-after]')].every(part => part.hidden)")


@walk("[data-until]")
def review(on):
    """A page whose review is overdue on the reader's clock says so."""
    on.arrive_at("2036-01-01T00:00:00Z")
    on.expect("the page to say that its review was due", "document.querySelector('[data-until]').checkVisibility()")


@walk('class="q"')
def copying(on):
    """Copied code is what a reader types: no prompt, no answer; and the reader is told."""
    on.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    on.page.evaluate("document.querySelector('pre:has(.q) + .copy').focus()")
    on.press("Enter")
    on.expect("the copying to be announced", "document.querySelector('[data-status]').textContent")
    on.expect("what is copied to hold neither prompt nor answer",
              """async () => {
                const code = document.querySelector('code:has(.q)');
                const copied = await navigator.clipboard.readText();
                return copied && [...code.querySelectorAll('.q, .o')].every(part => !copied.includes(part.textContent.trim()));
              }""")


def main(root):
    all_pages, findings = pages(root), []
    with served(root) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for function, part, width in WALKS:
            having = [page for page in all_pages if page.address != "404.html" and any(
                each == part or part.startswith("[") and each.endswith(part) for each in page.parts) or part in page.html]
            examination = Examination(browser, home, having[0].address if having else "")
            if having:
                page = examination.open(width, f"{width} {function.__name__}", reduced_motion="reduce")
                try:
                    function(Walker(examination, page))
                except Exception as error:
                    examination.report("walk", f"{type(error).__name__}: {error}")
                page.context.close()
            else:
                examination.setting = function.__name__
                examination.report("walk", f"expected a page with {part}")
            findings += examination.findings
    print(*told(findings), f"{len(WALKS)} walks, {len(findings)} faults", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
