#!/usr/bin/env python3
"""weights.py SITE: what a reader's browser loads for a page of each kind, compressed, against the limits of the portal.

The heaviest page of each kind stands for it. A section on one page is as heavy as its pages are together, so its HTML and its
requests have no limit. Exit status 1 when one is over a limit."""

import functools
import sys

from site_pages import compressed, kinds, pages

# In bytes after gzip; requests are the page itself, its style sheets, scripts and pictures that are not loaded lazily.
# What search loads when it is first used, which the page of the search does at once, is apart.
LIMITS = {"html": 15 * 1024, "css": 10 * 1024, "js": 6 * 1024, "search": 4 * 1024, "requests": 6}


@functools.cache
def weigh(page):
    """The weights of a page, by the names of `LIMITS`."""
    search = [address for address in page.scripts if address.rsplit("/", 1)[-1].startswith("search.")]
    scripts = [address for address in page.scripts if address not in search]
    files = {name: {page.local(address) for address in addresses} - {None} for name, addresses in
             (("css", page.styles), ("js", scripts), ("search", search), ("images", page.images))}
    return {
        "html": weight([page.file]),
        "css": weight(files["css"]),
        "js": weight(files["js"]),
        "search": weight(files["search"]),
        "requests": 1 + len(set().union(*files.values())),
    }


def weight(files):
    return sum(len(compressed(file)) for file in files)


def over(page):
    """What of a page is over its limit: pairs of a name of `LIMITS` and the weight."""
    return [(name, weight) for name, weight in weigh(page).items()
            if weight > LIMITS[name] and not (page.is_document and name in ("html", "requests"))]


def main(root):
    faults = 0
    print(f"{'kind':24}" + "".join(f"{name:>10}" for name in LIMITS) + "  heaviest page")
    for kind, of_kind in kinds(pages(root)).items():
        top = {name: max(weigh(page)[name] for page in of_kind) for name in LIMITS}
        heaviest = max(of_kind, key=lambda page: len(page.html))
        print(f"{kind:24}" + "".join(f"{top[name]:10}" for name in LIMITS) + f"  /{heaviest.address}")
        for name, limit in LIMITS.items():
            pages_over = [page for page in of_kind if name in dict(over(page))]
            if pages_over:
                faults += 1
                print(f"  {name} over {limit} on {len(pages_over)} pages, first /{pages_over[0].address}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
