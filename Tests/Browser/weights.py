#!/usr/bin/env python3
"""weights.py SITE: what a reader's browser loads for a page of each kind, compressed, against the limits of the portal.

The heaviest page of each kind stands for it. Exit status 1 when one is over a limit."""

import functools
import gzip
import sys

from site_pages import kinds, pages

# In bytes after gzip; requests are the page itself, its style sheets, scripts and pictures that are not loaded lazily.
LIMITS = {"html": 15 * 1024, "css": 10 * 1024, "js": 6 * 1024, "requests": 6}


@functools.cache
def compressed(file):
    return len(gzip.compress(file.read_bytes(), 9))


@functools.cache
def weigh(page):
    """The weights of a page, by the names of `LIMITS`."""
    files = {name: {page.local(address) for address in addresses} - {None} for name, addresses in
             (("css", page.styles), ("js", page.scripts), ("images", page.images))}
    return {
        "html": compressed(page.file),
        "css": sum(compressed(file) for file in files["css"]),
        "js": sum(compressed(file) for file in files["js"]),
        "requests": 1 + len(set().union(*files.values())),
    }


def over(page):
    """What of a page is over its limit: pairs of a name of `LIMITS` and the weight."""
    return [(name, weight) for name, weight in weigh(page).items() if weight > LIMITS[name]]


def main(root):
    faults = 0
    print(f"{'kind':24}{'HTML':>8}{'CSS':>8}{'JS':>8}{'requests':>10}  heaviest page")
    for kind, of_kind in kinds(pages(root)).items():
        top = {name: max(weigh(page)[name] for page in of_kind) for name in LIMITS}
        heaviest = max(of_kind, key=lambda page: len(page.html))
        print(f"{kind:24}{top['html']:8}{top['css']:8}{top['js']:8}{top['requests']:10}  /{heaviest.address}")
        for name, limit in LIMITS.items():
            pages_over = [page for page in of_kind if weigh(page)[name] > limit]
            if pages_over:
                faults += 1
                print(f"  {name} over {limit} on {len(pages_over)} pages, first /{pages_over[0].address}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
