"""cost.py PROGRAM CONTENT THEME: what of the time and memory of a build is the index of the search.

The site is built with the theme, and with a copy of it that has no search; each twice, and the faster counts."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def build(program, content, theme, output):
    """Seconds of the processors, and megabytes."""
    # Without search, the links to it lead nowhere.
    command = [program, "build", content, "--theme", theme, "--output", output, "--quiet", "--keep-going"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(program, content, theme):
    with tempfile.TemporaryDirectory() as folder:
        theme, folder = pathlib.Path(theme).resolve(), pathlib.Path(folder)
        without = folder / "without"
        shutil.copytree(theme, without)
        (without / "layouts/search.mustache").unlink()
        costs = {
            name: min(build(program, content, of, folder / f"{name}-{turn}") for turn in range(2))
            for name, of in (("with", theme), ("without", without))}
    (seconds, memory), (bare, bare_memory) = costs["with"], costs["without"]
    print(f"{content}: {seconds:.1f} CPU s and {memory:.0f} MB, without search {bare:.1f} CPU s and {bare_memory:.0f} MB:"
          f" the index takes {seconds - bare:.1f} CPU s")


if __name__ == "__main__":
    main(*sys.argv[1:])
