#!/usr/bin/env python3
"""Makes a site with known faults, and with what looks like faults and is none.

    generate.py FORM FOLDER [--pages N] [--seed S]

FORM is source, for a content folder FOLDER/content, or output, for a folder of HTML FOLDER/site. FOLDER/truth.json tells
where something was planted: a fault has the rule of its finding, a trap has none. The same number of pages and the same seed
give the same bytes.
"""

import argparse
import collections
import pathlib
import subprocess

import output_kinds
import output_site
import source_kinds
import source_site
from plan import Site

Form = collections.namedtuple("Form", "kinds plan folder")

FORMS = {
    "source": Form(source_kinds.KINDS, source_site.plan, "content"),
    "output": Form(output_kinds.KINDS, output_site.plan, "site"),
}


def generate(form, folder, pages, seed):
    site = Site(pages, seed, FORMS[form].kinds)
    FORMS[form].plan(site)
    site.write(folder / FORMS[form].folder)
    # What lies beside a site is no part of it.
    (folder / "outside.html").write_text("<p>Outside</p>\n")
    (folder / "truth.json").write_text(site.truth(), encoding="utf-8")
    if form == "source":
        # Links to the site's own repository are held against the files that Git knows.
        for command in (["init", "--quiet"], ["add", "content"]):
            subprocess.run(["git", *command], cwd=folder, check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=FORMS)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    generate(options.form, options.folder, options.pages, options.seed)
