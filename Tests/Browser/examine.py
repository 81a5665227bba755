"""Looks at one page as readers have it: every width, scheme and preference, with script, without, and from the disk."""

import dataclasses
import pathlib
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

# Loaded at the first width of each; at the others the same page is made wider.
WIDTHS = ((1440, 768), (320, 390))
# Those that change nothing but colours need no reload.
SCHEMES = {
    "dark": {"color_scheme": "dark"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
AXE = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
PROBE = pathlib.Path(__file__).with_name("probe.js").read_text()

# In milliseconds: on a busy machine a page may take long, which is no fault of it.
LONGEST = 120_000

# Pages with more to stop at are walked so far.
MOST_STOPS = 60

# What to do about a finding of each kind.
REMEDIES = {
    "console": "mend what the browser reports as an error",
    "policy": "move it to a file of the site: the policy allows nothing else",
    "host": "publish the file with the site",
    "missing": "the file is not where the page looks for it",
    "shift": "give what comes late its room from the start",
    "overflow": "let it wrap, or scroll in a region of its own",
    "no-script": "show it only where script runs, or make it work without",
    "motion": "leave it out under prefers-reduced-motion",
    "focus": "let :focus-visible show, and keep it in view",
}


@dataclasses.dataclass(frozen=True, order=True)
class Finding:
    page: str
    check: str
    where: str
    setting: str
    remedy: str = ""


def told(findings):
    """Lines that tell findings, the same fault of several pages and settings once."""
    alike = {}
    for finding in findings:
        alike.setdefault((finding.check, finding.where), []).append(finding)
    for (check, where), same in alike.items():
        settings = list(dict.fromkeys(each.setting for each in same))
        yield f"{check}: {where}"
        yield f"    {len({each.page for each in same})} pages, first {same[0].page} at {', '.join(settings[:4])}"
        yield f"    {same[0].remedy or REMEDIES.get(check, '')}"


class Examination:
    """One page in one browser; what is found collects in `findings`."""

    def __init__(self, browser, home, address):
        self.browser, self.home, self.address = browser, home, address
        self.findings, self.setting = [], ""
        # Whether the network is off on purpose, so that files fail to come.
        self.is_offline = False

    def report(self, check, *places, remedy=""):
        self.findings += [Finding("/" + self.address, check, place, self.setting, remedy) for place in places]

    def open(self, width, setting, home=None, **options):
        """A page of its own at a width, watched from before its first request; close its context when done."""
        self.setting = setting
        home = home or self.home
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(LONGEST)
        context.add_init_script(PROBE)
        page = context.new_page()
        host = urlsplit(home)[:2]
        page.on("console", lambda message: message.type == "error" and not self.is_offline and self.report(
            "policy" if "Content Security Policy" in message.text else "console", message.text[:300]))
        page.on("pageerror", lambda error: self.report("console", str(error)[:300]))
        page.on("request", lambda request: urlsplit(request.url)[:2] != host and not request.url.startswith("data:")
                and self.report("host", request.url))
        page.on("requestfailed", lambda request: request.failure != "net::ERR_ABORTED" and not self.is_offline
                and self.report("missing", request.url))
        page.on("response", lambda response: response.status >= 400 and self.report("missing", response.url))
        is_folder = not self.address.endswith(".html")
        page.goto(home + self.address + ("index.html" if is_folder and home.startswith("file:") else ""))
        return page

    def axe(self, page, options=AXE):
        for violation in Axe().run(page, options=options).response["violations"]:
            for node in violation["nodes"]:
                self.report("axe:" + violation["id"], " ".join(map(str, node["target"])),
                            remedy=node["failureSummary"].replace("\n", " ")[:240])

    def settle(self, page):
        """Two frames after everything is there."""
        page.evaluate("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))))")

    def widths(self, width, other):
        page = self.open(width, f"{width} light", color_scheme="light")
        self.settle(page)
        self.report("shift", *page.evaluate("probe.shift()"))
        self.report("overflow", *page.evaluate("probe.overflow()"))
        self.setting = f"{width} light, all open"
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        self.report("overflow", *page.evaluate("probe.overflow()"))
        self.axe(page)
        for scheme, media in SCHEMES.items():
            self.setting = f"{width} {scheme}, all open"
            page.emulate_media(**media)
            self.axe(page, CONTRAST)
            self.report("overflow", *page.evaluate("probe.overflow()"))
        self.setting = f"{other}, all open"
        page.set_viewport_size({"width": other, "height": 900})
        self.settle(page)
        self.report("overflow", *page.evaluate("probe.overflow()"))
        page.context.close()

    def without_script(self):
        page = self.open(390, "390 without script", java_script_enabled=False)
        page.evaluate(PROBE)
        self.report("no-script", *page.evaluate("probe.needsScript()"))
        self.report("overflow", *page.evaluate("probe.overflow()"))
        page.context.close()

    def from_disk(self, root):
        # What a server shows in place of other pages never stands alone, and names its files from the root of the host.
        if self.address == "404.html":
            return
        page = self.open(1440, "from disk", home=pathlib.Path(root).resolve().as_uri() + "/")
        self.settle(page)
        page.context.close()

    def tab_walk(self, width):
        """Tab goes to everything that can be used, shows where it is, and never hides it behind what stays."""
        page = self.open(width, f"{width} reduced motion, keyboard", reduced_motion="reduce")
        self.report("motion", *page.evaluate("[...new Set([...probe.moving(), ...probe.transitions()])]"))
        expected = page.evaluate("""(() => {
            globalThis.usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
              .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true}) && !each.closest("[inert]"))
              .filter(each => each.type !== "radio" || each.checked || !each.name)
            document.activeElement.blur()
            getSelection().removeAllRanges()
            globalThis.before = new Map(usable.map(each => [each, probe.focusStyle(each)]))
            globalThis.reached = new Set()
            return usable.length })()""")
        step = """(() => { const at = document.activeElement
            if (!at || at === document.body) return []
            if (reached.has(at)) return "end"
            reached.add(at)
            const faults = []
            if (before.has(at) && before.get(at) === probe.focusStyle(at)) faults.push(probe.name(at) + " does not show focus")
            if (probe.isCovered(at)) faults.push(probe.name(at) + " is out of view or covered")
            return faults })()"""
        for _ in range(min(expected, MOST_STOPS) + 3):
            page.keyboard.press("Tab")
            faults = page.evaluate(step)
            if faults == "end":
                break
            self.report("focus", *faults)
        if expected <= MOST_STOPS:
            self.report("focus", *page.evaluate("usable.filter(each => !reached.has(each)).map(each => probe.name(each) + ' is not reached with Tab')"))
        page.context.close()

    def all(self, root):
        for width, other in WIDTHS:
            self.widths(width, other)
        self.without_script()
        self.from_disk(root)
        self.tab_walk(1440)
        return sorted(set(self.findings))
