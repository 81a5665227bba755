"""The questions that a search is tried with, made from the pages of a site, the same on any day; and those written by hand."""

import collections
import pathlib
import random
import re

WORD = re.compile(r"[^\W\d_]{4,}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FREQUENT = 200
MOST = 200


def sample(name, items):
    """At most MOST of the items."""
    items = list(items)
    return items if len(items) <= MOST else random.Random(name).sample(items, MOST)


def titles(pages):
    """Each title, with all pages of that title."""
    found = collections.defaultdict(set)
    for page in pages:
        found[page.title.casefold()].add(page.address)
    return sample("titles", sorted(found.items()))


def headings(pages):
    """Each heading, with all pages that have it; where that is every tenth, it names none of them."""
    found = collections.defaultdict(set)
    for page in pages:
        for heading in page.headings:
            found[heading.casefold()].add(page.address)
    telling = [(text, of) for text, of in sorted(found.items()) if text and len(of) <= max(1, len(pages) // 10)]
    return sample("headings", telling)


def misspelt(pages):
    """Titles with one typo in one of their words of four letters or more."""
    chance = random.Random("typos")
    found = []
    for title, right in titles(pages):
        places = [match.span() for match in WORD.finditer(title)]
        if places:
            start, end = chance.choice(places)
            found.append((title[:start] + typo(title[start:end], chance) + title[end:], right))
    return found


def typo(word, chance):
    """The word with a letter left out, doubled or wrong, or with two letters in each other's place."""
    at = chance.randrange(len(word))
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + chance.choice(LETTERS) + word[at:]
    if kind == 2:
        return word[:at] + chance.choice([letter for letter in LETTERS if letter != word[at]]) + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def pairs(pages):
    """Two words from one section, neither among the most frequent of the site."""
    chance = random.Random("pairs")
    counts = collections.Counter(
        word.casefold() for page in pages for text in page.sections for word in set(WORD.findall(text)))
    frequent = set(sorted(counts, key=lambda word: (-counts[word], word))[:FREQUENT])
    sections = []
    for page in pages:
        for text in page.sections:
            words = sorted({word.casefold() for word in WORD.findall(text)} - frequent)
            if len(words) > 9:
                sections.append((page.address, words))
    return [(" ".join(chance.sample(words, 2)), {address}) for address, words in sample("sections", sections)]


def written(file):
    """The questions of a file: `question -> page, page`."""
    lines = [line for line in pathlib.Path(file).read_text().splitlines() if line and not line.startswith("#")]
    return [(question, set(right.split(", "))) for question, right in (line.split(" -> ") for line in lines)]
