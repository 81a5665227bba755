"""Measures the search of published sites: how often it finds what was looked for, and what that takes.

    evaluate.py SITE[=QUESTIONS,QUESTIONS] … [--pagefind PROGRAM]

SITE is a folder that Portico built, QUESTIONS a file of questions written by hand; of the unseen ones only the figure is told.
With Pagefind, its index is made of a copy of the same pages, and it is asked the same.
"""

import argparse
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

import engines
import pages
import queries


def success(answers, right, first):
    return sum(bool(of & set(found[:first])) for found, (_, of) in zip(answers, right)) / len(right)


def kinds(site, questions=()):
    read = pages.read(site)
    made = {
        "titles": queries.titles(read),
        "headings": queries.headings(read),
        "titles, one typo": queries.misspelt(read),
        "two words": queries.pairs(read),
    }
    for file in map(pathlib.Path, questions):
        made[f"{file.parent.name} questions" if file.parent.name != "questions" else "questions"] = queries.written(file)
    return {name: asked for name, asked in made.items() if asked}, len(read)


def report(name, engine, asked):
    print(f"  {name}")
    for kind, right in asked.items():
        answers = engine.answers([query for query, _ in right])
        figures = "  ".join(f"S@{first} {success(answers, right, first):.3f}" for first in (1, 3, 5))
        print(f"    {kind:<17} {len(right):>4}  {figures}", flush=True)
        if kind == "questions":
            for found, (query, of) in zip(answers, right):
                if not of & set(found[:3]):
                    print(f"      not in the first three: {query!r}, but {', '.join(found[:3])}")
    sample = [query for right in asked.values() for query, _ in right[:10]]
    sizes = [engine.first_bytes(query) for query in sample[:: max(1, len(sample) // 20)]]
    times = sorted(engine.warm_times(sample))
    print(
        f"    first answer      median {statistics.median(size for size, _ in sizes) / 1000:.0f} KB,"
        f" most {max(size for size, _ in sizes) / 1000:.0f} KB, {statistics.median(count for _, count in sizes):.0f} files")
    print(
        f"    warm answer       median {statistics.median(times):.0f} ms, 95 of 100 within"
        f" {times[int(0.95 * len(times))]:.0f} ms, CPU slowed by {engines.SLOWER}", flush=True)


def size(folder):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files), len(files)


def pagefind(program, site, asked):
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(site, copy, dirs_exist_ok=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "--site", copy], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        total, count = size(pathlib.Path(copy) / "pagefind")
        name = f"Pagefind: {seconds:.1f} CPU s, {after.ru_maxrss / 1024:.0f} MB, {total / 1e6:.1f} MB in {count} files"
        run(name, engines.Pagefind(copy), asked)


def run(name, engine, asked):
    try:
        report(name, engine, asked)
    finally:
        engine.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sites", nargs="+", metavar="SITE[=QUESTIONS]")
    parser.add_argument("--pagefind", metavar="PROGRAM")
    arguments = parser.parse_args()
    for site in arguments.sites:
        folder, _, questions = site.partition("=")
        asked, count = kinds(folder, questions.split(",") if questions else ())
        total, files = size(pathlib.Path(folder) / "assets/search")
        print(f"{folder}: {count} pages")
        run(f"Portico: {total / 1e6:.1f} MB in {files} files", engines.Portico(folder), asked)
        if arguments.pagefind:
            pagefind(arguments.pagefind, folder, asked)


if __name__ == "__main__":
    main()
