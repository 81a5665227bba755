"""Writes the tables of Sources/Markdown/Inlines: the names of emoji and of keys.

    python3 -m venv venv && venv/bin/pip install pymdown-extensions
    venv/bin/python Tests/Tables/make_tables.py

The package has GitHub's names of emoji, and the names that authors of MkDocs sites write keys with. Both are facts; how
they are kept here is ours: sorted by bytes, so that a name is found by halving.
"""
import pathlib
import textwrap

from pymdownx import gemoji_db, keymap_db

TARGET = pathlib.Path(__file__).parents[2] / "Sources/Markdown/Inlines"


def emoji():
    names = {name.strip(":"): entry for name, entry in gemoji_db.emoji.items()}
    for alias, name in gemoji_db.aliases.items():
        names[alias.strip(":")] = names[name.strip(":")]
    # GitHub's own pictures, such as :octocat:, have no character.
    return {
        name: "".join(chr(int(point, 16)) for point in entry.get("unicode_alt", entry["unicode"]).split("-"))
        for name, entry in names.items()
        if "unicode" in entry
    }


def keys():
    names = dict(keymap_db.keymap)
    for alias, name in keymap_db.aliases.items():
        names.setdefault(alias, names.get(name, ""))
    # Letters, digits and function keys need no table. A name of several words stays on one line.
    return {
        name: label.replace(" ", "\u00a0")
        for name, label in names.items()
        if label and len(name) > 1 and not (name[0] == "f" and name[1:].isdigit())
    }


def write(file, type_name, sentence, table):
    entries = [f"{name}:{value}" for name, value in sorted(table.items(), key=lambda entry: entry[0].encode())]
    lines = textwrap.wrap(" ".join(entries), 116, break_long_words=False, break_on_hyphens=False)
    body = "\n".join("    " + line for line in lines)
    (TARGET / file).write_text(
        "// Written by Tests/Tables/make_tables.py.\n\n"
        f"extension {type_name} {{\n  /// {sentence}\n"
        f'  static let table = NameTable(\n    #"""\n{body}\n    """#)\n}}\n'
    )
    print(file, len(entries), "names,", len(lines), "lines")


write("EmojiTable.swift", "Emoji", "GitHub's names of emoji.", emoji())
write("KeyTable.swift", "Keys", "What is printed on keys, by the names and short names that authors write.", keys())
