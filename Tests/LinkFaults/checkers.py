#!/usr/bin/env python3
"""Measures `portico check --site` on generated sites, beside a plain pass over their files and checkers of others.

    checkers.py PROGRAM [--pages N …] [--others N]

The plain pass is grep, which reads all files for the attributes that hold links. The others are linkchecker and html-proofer,
where they are installed: linkchecker through a web server here, since it would take a path from the root for one of the disk.
They are run on one size. What each finds is compared with the truth by file and line, for not all tell more, and without ids
that stand twice. The exit status is 1 where a check takes more than LIMIT times the plain pass.
"""

import argparse
import collections
import csv
import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from compare import scratch_folder
from generate import generate
from plan import BASE_PATH, HOST

# CPU time of a check as a multiple of the plain pass: the median of the runs must stay below. Raise it only with a reason.
LIMIT = 10.0
RUNS = 5

Run = collections.namedtuple("Run", "wall cpu memory output")


def run(arguments, folder, errors=subprocess.DEVNULL):
    """What a program took, in seconds and megabytes, and what it wrote."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(arguments, cwd=folder, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read().decode(errors="replace"))


def portico(program, folder):
    return run([program, "check", "--site", "site", "--base-url", HOST + BASE_PATH, "--format", "json"], folder)


def portico_places(output):
    return {(found["path"].removeprefix("site/"), found["line"])
            for found in json.loads(output)["diagnostics"] if found["rule"] != "repeated-id"}


class Server(http.server.SimpleHTTPRequestHandler):
    """Answers as a host that lists no folders."""

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(BASE_PATH.removesuffix("/")))

    def end_headers(self):
        # What linkchecker asks for before it goes faster than a request each 0.1 to 0.6 s.
        self.send_header("LinkChecker", "allowed")
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def log_message(self, *_):
        pass


def linkchecker(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=folder / "site"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
    # Without a pace, which is ten requests a second.
    (folder / "linkcheckerrc").write_text("[checking]\nmaxrequestspersecond=100000\n[AnchorCheck]\n")
    try:
        return home, run(["linkchecker", "-f", "linkcheckerrc", "--no-robots", "--no-status", "-o", "csv/utf_8",
                          "--ignore-url", f"^(?!{home})", home], folder)
    finally:
        server.shutdown()


def linkchecker_places(home, output):
    rows = csv.DictReader((line for line in output.splitlines() if not line.startswith("#")), delimiter=";")
    return {(path + "index.html" if path.endswith("/") or not path else path, int(row["line"]))
            for row in rows
            if (row["valid"] == "False" or "Anchor" in row["warningstring"]) and row["line"].isdigit()
            for path in [row["parentname"].removeprefix(home)]}


def html_proofer(folder):
    own = HOST.replace(":", "\\:") + BASE_PATH
    return run(["htmlproofer", "--disable-external", "--allow-hash-href", "--empty-alt-ignore", "--alt-ignore", "/.*/",
                "--url-swap", f"^{own}:/,^{BASE_PATH}:/", "--log-level", "warn", "site"], folder, errors=subprocess.STDOUT)


def html_proofer_places(output):
    places, path = set(), ""
    for line in output.splitlines():
        if line.startswith("- site/"):
            path = line.removeprefix("- site/").strip()
        elif found := re.match(r"  \*  .*\(line (\d+)\)", line):
            places.add((path, int(found[1])))
    return places


class Sites:
    """A generated site of a size, and its truth."""

    def __init__(self, folder, pages):
        self.folder = folder / str(pages)
        self.pages = pages
        generate("output", self.folder, pages, "1")
        places = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))["places"]
        self.faults = {(place["path"], place["line"]) for place in places if place["rule"] not in (None, "repeated-id")}
        self.size = sum(file.stat().st_size for file in (self.folder / "site").rglob("*.html")) / 1e6

    def told(self, name, run, places):
        right = len(places & self.faults)
        return (f"{name:14}{self.pages:7}{run.wall:9.2f}{run.cpu:9.2f}{self.pages / run.wall:10.0f}{self.size / run.wall:8.0f}"
                f"{run.memory:9.0f}{right / max(1, len(places)):11.3f}{right / len(self.faults):9.3f}")


def median(runs):
    return sorted(runs, key=lambda run: run.cpu)[RUNS // 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--pages", nargs="+", type=int, default=[2000, 10000])
    parser.add_argument("--others", type=int, default=500)
    options = parser.parse_args()
    program = str(options.program.resolve())
    is_over = False
    with tempfile.TemporaryDirectory(dir=scratch_folder()) as folder:
        print("checker         pages   wall s    CPU s   pages/s    MB/s  peak MB  precision   recall")
        for pages in options.pages:
            site = Sites(pathlib.Path(folder), pages)
            own = median(portico(program, site.folder) for _ in range(RUNS))
            floor = statistics.median(
                run(["grep", "-rohE", "(href|src)=", "site"], site.folder).cpu for _ in range(RUNS))
            print(site.told("portico", own, portico_places(own.output)))
            print(f"  CPU time {own.cpu / floor:.1f} times that of a plain pass (limit {LIMIT})")
            is_over = is_over or own.cpu / floor > LIMIT
        site = Sites(pathlib.Path(folder), options.others)
        own = median(portico(program, site.folder) for _ in range(RUNS))
        print(site.told("portico", own, portico_places(own.output)))
        others = {"linkchecker": "linkchecker", "html-proofer": "htmlproofer"}
        for name, command in others.items():
            if not shutil.which(command):
                print(f"{name} is not installed")
                continue
            if name == "linkchecker":
                home, other = linkchecker(site.folder)
                places = linkchecker_places(home, other.output)
            else:
                other = html_proofer(site.folder)
                places = html_proofer_places(other.output)
            print(site.told(name, other, places))
            print(f"  {other.wall / own.wall:.0f} times the wall time of portico, {other.cpu / own.cpu:.0f} times its CPU time")
    return is_over


if __name__ == "__main__":
    sys.exit(main())
