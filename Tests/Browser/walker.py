"""What walks are made of: a page under way with the keyboard, what is expected of it, and where to go for it."""

import contextlib
import re
import time

from playwright.sync_api import Error

from examine import Examination

# How long something that a page does may take before it counts as not done; a page under way is never waited for by time alone.
PATIENCE = 30
WALKS = []


def walk(part, width=1440, on_disk=False, **options):
    """Registers a walk over the first page that has the part: an element with a class or attribute, or a pattern of the HTML."""
    def register(function):
        WALKS.append((function, part, {"width": width, "on_disk": on_disk, "reduced_motion": "reduce"} | options))
        return function
    return register


def page_with(part, all_pages):
    """The first page that has the part of a walk; nil where there is none."""
    def has(page):
        if isinstance(part, re.Pattern):
            return part.search(page.html)
        return part in page.html or any(each == part or part.startswith("[") and each.endswith(part) for each in page.parts)
    return next((page for page in all_pages if page.address != "404.html" and not page.is_document and has(page)), None)


def take(function, page, browser, home, disk, options):
    """What goes wrong on a walk over a page."""
    options = dict(options)
    examination = Examination(browser, disk if options.pop("on_disk") else home, page.address)
    width = options.pop("width")
    opened = examination.open(width, f"{width} {function.__name__}", **options)
    try:
        function(Walker(examination, opened))
    except Exception as error:
        examination.report("walk", f"{type(error).__name__}: {error}")
    opened.context.close()
    return examination.findings


class Walker:
    """A page under way, with what is expected of it."""

    def __init__(self, examination, page):
        self.examination, self.page = examination, page

    def expect(self, words, script, argument=None):
        """Asks until the script is true; reports the words where it does not become so."""
        end = time.monotonic() + PATIENCE
        while True:
            # While a page is left, there is nobody to ask.
            with contextlib.suppress(Error):
                if self.page.evaluate(script, argument):
                    return
            if time.monotonic() > end:
                return self.examination.report("walk", f"expected {words}")
            self.page.wait_for_timeout(50)

    def expect_told(self, words, script):
        """Waits until what a screen reader is told, as `told`, makes the script true."""
        self.expect(words, f"probe.told().some(told => {script})")

    def expect_role(self, words, role, name, **states):
        """Waits until there is one thing with a role and an accessible name, as assistive technology has them."""
        try:
            self.page.get_by_role(role, name=name, exact=True, **states).wait_for(timeout=PATIENCE * 1000)
        except Error:
            self.examination.report("walk", f"expected {words}")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def enter(self, text):
        """Puts a text into the field that has the focus, in place of what is there, at once: nothing answers to half of it."""
        self.press("Control+a")
        self.page.keyboard.insert_text(text)

    def arrive_at(self, time):
        """Loads the page anew at a time by the reader's clock."""
        self.page.clock.install(time=time)
        self.page.reload()

    def axe(self):
        self.examination.axe(self.page)

    def focus(self, selector):
        """Goes to an element with Tab, from the beginning of the page."""
        self.page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges()")
        for _ in range(200):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        self.examination.report("walk", f"{selector} is not reached with Tab")

    def allow_clipboard(self):
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
