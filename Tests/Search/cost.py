"""cost.py PROGRAM CONTENT THEME: what of the time and memory of a build is the index of the search.

The site is built with the theme, and with a copy of it that has no search, beside an empty page to which the links to it lead;
each three times, and the fastest counts."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def build(program, content, theme, output):
    """Seconds of the processors, and megabytes."""
    process = subprocess.Popen([program, "build", content, "--theme", theme, "--output", output, "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{content} cannot be built")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(program, content, theme):
    with tempfile.TemporaryDirectory() as folder:
        theme, folder = pathlib.Path(theme).resolve(), pathlib.Path(folder)
        without = folder / "without"
        shutil.copytree(theme, without)
        (without / "layouts/search.mustache").unlink()
        bare_content = folder / "content"
        shutil.copytree(content, bare_content)
        (bare_content / "search.html").write_text("<!doctype html><title>Search</title>")
        seconds, memory = min(build(program, content, theme, folder / f"with-{turn}") for turn in range(3))
        bare, bare_memory = min(build(program, bare_content, without, folder / f"without-{turn}") for turn in range(3))
    print(f"{content}: {seconds:.1f} CPU s and {memory:.0f} MB, without search {bare:.1f} CPU s and {bare_memory:.0f} MB:"
          f" the index takes {seconds - bare:.1f} CPU s")


if __name__ == "__main__":
    main(*sys.argv[1:])
