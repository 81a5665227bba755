"""highlighting.py BLOCKS: tells how far Pygments agrees on what is a comment and what a string in blocks of code.

BLOCKS is a JSON file, a list of {"language", "text", "tokens": [[class, start, end], …]} with offsets of bytes. Prints a line
for each language: its name and F1 over the bytes, without white space, that either side marks as comment or as string; a dash
where neither marks any.

Not counted are the bytes that either side calls an escape or the mark of an interpolation, and those of a preprocessor or a
"#!" line: tools differ on what they belong to. Documentation that Pygments calls a string may be a comment here.
"""
import collections
import json
import sys

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, String

COMMENT, STRING, DOCUMENTATION, UNCOUNTED = b"csd-"
LEXERS = {"hcl": "terraform"}
OURS = {"c": COMMENT, "s": STRING, "e": UNCOUNTED}
THEIRS = [  # the first that a token belongs to
    (Comment.Hashbang, UNCOUNTED),
    (Comment.Preproc, UNCOUNTED),
    (Comment.PreprocFile, UNCOUNTED),
    (Comment, COMMENT),
    (String.Doc, DOCUMENTATION),
    (String.Escape, UNCOUNTED),
    (String.Interpol, UNCOUNTED),
    (String, STRING),
]


def theirs(language, text):
    lexer = get_lexer_by_name(LEXERS.get(language, language), stripnl=False, ensurenl=False)
    marks = bytearray()
    for token, value in lexer.get_tokens(text):
        mark = next((mark for kind, mark in THEIRS if token in kind), 0)
        marks += bytes([mark]) * len(value.encode())
    return marks


def ours(block, size):
    marks = bytearray(size)
    for kind, start, end in block["tokens"]:
        marks[start:end] = bytes([OURS.get(kind, 0)]) * (end - start)
    return marks


counts = collections.defaultdict(lambda: [0, 0])
with open(sys.argv[1], encoding="utf-8") as file:
    blocks = json.load(file)
for block in blocks:
    source = block["text"].encode()
    count = counts[block["language"]]
    for byte, left, right in zip(source, ours(block, len(source)), theirs(block["language"], block["text"])):
        if bytes([byte]).isspace() or UNCOUNTED in (left, right):
            continue
        if right == DOCUMENTATION:
            right = left if left == COMMENT else STRING
        count[0] += 2 * (left == right != 0)
        count[1] += (left != 0) + (right != 0)

for language, (agreed, marked) in sorted(counts.items()):
    print(language, f"{agreed / marked:.3f}" if marked else "-")
