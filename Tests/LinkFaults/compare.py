#!/usr/bin/env python3
"""Makes sites with known faults, lets the program check them, and compares what it finds with the truth.

    compare.py PROGRAM FORM [--pages N] [--seeds S …]

A finding is right if there is a fault at its file, line and column, with its rule. Prints a row for each kind, with how many of
the places planted were found (of a trap: reported all the same) for each seed, then every difference. The exit status is 1
where there is one.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from generate import FORMS, generate
from plan import BASE_PATH, HOST

# Differences of a kind that are printed.
SHOWN = 3
ELSEWHERE = "where nothing was planted"
COMMANDS = {
    "source": ["check", "content", "--as-of", "2026-06-30"],
    "output": ["check", "--site", "site", "--base-url", HOST + BASE_PATH],
}

Finding = collections.namedtuple("Finding", "path line column rule")


def check(program, form, folder):
    """All findings of the program, and their messages."""
    run = subprocess.run([program, *COMMANDS[form], "--format", "json"], cwd=folder, capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{program} ended with status {run.returncode}: {run.stderr.decode()}")
    prefix = FORMS[form].folder + "/"
    return [
        (Finding(found.get("path", "").removeprefix(prefix), found.get("line", 0), found.get("column", 0), found["rule"]),
         found["message"])
        for found in json.loads(run.stdout)["diagnostics"]
    ]


class Comparison:
    """The findings of one site beside its truth."""

    def __init__(self, program, form, pages, seed):
        with tempfile.TemporaryDirectory(dir=scratch_folder()) as folder:
            folder = pathlib.Path(folder)
            generate(form, folder, pages, seed)
            places = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["places"]
            findings = check(program, form, folder)
        self.planted = collections.Counter(place["kind"] for place in places)
        self.reported = collections.Counter()
        faults = collections.Counter()
        kinds, lines = {}, {}
        for place in places:
            finding = Finding(place["path"], place["line"], place["column"], place["rule"])
            lines[finding[:2]] = kinds[finding[:3]] = place["kind"]
            if finding.rule:
                faults[finding] += 1
        self.right, self.false = 0, []
        for finding, message in findings:
            kind = kinds.get(finding[:3]) or lines.get(finding[:2], ELSEWHERE)
            if faults[finding]:
                faults[finding] -= 1
                self.right += 1
                self.reported[kind] += 1
            else:
                self.false.append((kind, finding, message))
                if kind in TRAPS[form]:
                    self.reported[kind] += 1
        self.missed = [(kinds[finding[:3]], finding) for finding in faults.elements()]

    @property
    def precision(self):
        return self.right / max(1, self.right + len(self.false))

    @property
    def recall(self):
        return self.right / max(1, self.right + len(self.missed))


def scratch_folder():
    """Memory if there is such a file system."""
    return "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None


TRAPS = {form: {kind.name for kind in kinds if kind.rule is None} for form, (kinds, *_) in FORMS.items()}


def table(form, comparisons):
    kinds = FORMS[form].kinds
    width = max(len(kind.name) for kind in kinds)
    for title, rows in [("Faults", [k for k in kinds if k.rule]), ("Traps", [k for k in kinds if not k.rule])]:
        print(f"\n{title} from the {form}: {len(rows)} kinds")
        for kind in rows:
            counts = "  ".join(f"{c.reported[kind.name]:4} of {c.planted[kind.name]:<4}" for c in comparisons)
            print(f"  {kind.name:{width}}  {kind.rule or '-':18}{counts}".rstrip())


def differences(comparison):
    by_kind = collections.defaultdict(list)
    for kind, finding in comparison.missed:
        by_kind[f"missed: {kind}"].append((finding, ""))
    for kind, finding, message in comparison.false:
        by_kind[f"false: {kind}"].append((finding, message))
    for title, found in by_kind.items():
        print(f"  {title} ({len(found)})")
        for finding, message in found[:SHOWN]:
            print(f"    {finding.path}:{finding.line}:{finding.column}: [{finding.rule}] {message}".rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("form", choices=FORMS)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seeds", nargs="+", default=["1"])
    options = parser.parse_args()
    program = str(options.program.resolve())
    comparisons = [Comparison(program, options.form, options.pages, seed) for seed in options.seeds]
    table(options.form, comparisons)
    print()
    for seed, comparison in zip(options.seeds, comparisons):
        print(f"{options.form}, {options.pages} pages, seed {seed}: {comparison.right + len(comparison.missed)} faults, "
              f"precision {comparison.precision:.4f}, recall {comparison.recall:.4f}")
        differences(comparison)
    return any(comparison.missed or comparison.false for comparison in comparisons)


if __name__ == "__main__":
    sys.exit(main())
