#!/usr/bin/env python3
"""run.py SITE [ADDRESS …]: looks at pages of a built site in Chromium; exit status 1 when something is wrong with one.

Which pages is worked out from the site: as few as have every kind, element, class and role that any page has."""

import concurrent.futures
import os
import sys
import time

from playwright.sync_api import sync_playwright

from examine import Examination, told
from site_pages import pages, sample, served

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_worker = {}


def launch(playwright, **options):
    """Chromium; in a container its shared memory may be too small for a page."""
    return playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], **options)


def start(home, root):
    """Opens the browser of a worker process."""
    playwright = sync_playwright().start()
    _worker.update(home=home, root=root, browser=launch(playwright))


def examine(address):
    return Examination(_worker["browser"], _worker["home"], address).all(_worker["root"])


def examine_all(root, addresses, jobs=2):
    """What is wrong with the pages, in their order."""
    with served(root) as home:
        with concurrent.futures.ProcessPoolExecutor(jobs, initializer=start, initargs=(home, root)) as workers:
            for findings in workers.map(examine, addresses):
                yield from findings


def main(root, *addresses):
    begin = time.monotonic()
    addresses = addresses or [page.address for page in sample(pages(root))]
    findings = list(examine_all(root, addresses))
    print(*told(findings), f"{len(addresses)} pages, {len(findings)} faults, {time.monotonic() - begin:.0f} s", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
