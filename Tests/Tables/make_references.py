"""Writes Sources/Markup/NamedReferences.swift: the named character references of HTML, of which Python has the list.

    python3 Tests/Tables/make_references.py
"""
import html.entities
import pathlib
import textwrap

TARGET = pathlib.Path(__file__).parents[2] / "Sources/Markup/NamedReferences.swift"

BEGINNING = TARGET.read_text().split("  private static let source")[0]


def entry(name):
    legacy = "!" if name in html.entities.html5 else ""
    scalars = "+".join(f"{ord(scalar):X}" for scalar in html.entities.html5[name + ";"])
    return f"{name}{legacy}={scalars}"


def main():
    names = sorted(name.removesuffix(";") for name in html.entities.html5 if name.endswith(";"))
    table = textwrap.fill(" ".join(map(entry, names)), 116, break_long_words=False, break_on_hyphens=False)
    text = f'{BEGINNING}  private static let source = """\n{textwrap.indent(table, "    ")}\n    """\n}}\n'
    TARGET.write_text(text)


if __name__ == "__main__":
    main()
