#!/usr/bin/env python3
"""vitals.py SITE: what a reader waits for on a slow phone: slow 4G, a processor four times slower, an empty cache.

Largest contentful paint (LCP, ms), cumulative layout shift (CLS), and interaction to next paint (INP, ms) of presses on what a
page offers; the median of three visits. A measurement, so that it never fails a test."""

import statistics
import sys

from playwright.sync_api import sync_playwright

from run import launch
from site_pages import served

# Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
VISITS = 3
PAGES = ["", "capabilities/secrets/", "capabilities/secrets/rotate-a-secret/", "service-levels/"]
OBSERVE = """
  globalThis.vitals = { lcp: 0, cls: 0, inp: 0 }
  const observe = (type, note, options) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options })
  observe("largest-contentful-paint", entry => { vitals.lcp = entry.startTime })
  observe("layout-shift", entry => { if (!entry.hadRecentInput) vitals.cls += entry.value })
  observe("event", entry => { if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration) }, { durationThreshold: 16 })
"""


def visit(browser, address):
    """One visit with an empty cache: the three figures."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True)
    context.add_init_script(OBSERVE)
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", SLOW_4G)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    # A key ends what is measured of painting, so the first text has to be there.
    while not page.evaluate("vitals.lcp"):
        page.wait_for_timeout(100)
    page.wait_for_timeout(500)
    for key in ("Tab", "Tab", "Tab", "?", "Escape"):
        page.keyboard.press(key)
        page.wait_for_timeout(200)
    for control in page.locator("main summary:visible, main [role=tab]:visible, header summary:visible").all()[:4]:
        control.click()
        page.wait_for_timeout(200)
    vitals = page.evaluate("vitals")
    context.close()
    return vitals


def main(root):
    print(f"{'page':44}{'LCP ms':>8}{'CLS':>8}{'INP ms':>8}")
    with served(root) as home, sync_playwright() as playwright:
        browser = launch(playwright)
        for address in PAGES:
            visits = [visit(browser, home + address) for _ in range(VISITS)]
            lcp, cls, inp = (statistics.median(each[name] for each in visits) for name in ("lcp", "cls", "inp"))
            print(f"/{address:43}{lcp:8.0f}{cls:8.4f}{inp:8.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
