"""Writes a site of many pages that differ as real ones do, the same on any day.

    generate.py PAGES FOLDER

Its words are those of content/, as frequent as there, and names made of them, so that the vocabulary grows with the site. A
page has a few words that it is about, of which its title is made; a section has some of its own.
"""

import collections
import itertools
import pathlib
import random
import re
import sys

CONTENT = pathlib.Path(__file__).parents[2] / "content"
# How far down the list of the most frequent words the small words of the language go.
SMALL = 120


def vocabulary():
    counts = collections.Counter()
    for file in sorted(CONTENT.rglob("*.md")):
        counts.update(re.findall(r"[a-z]{2,}", file.read_text().lower()))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ranked[:SMALL], [(word, count) for word, count in ranked[SMALL:] if len(word) > 3]


class Library:
    def __init__(self, pages):
        self.chance = random.Random(pages)
        small, telling = vocabulary()
        self.small, weights = zip(*small)
        self.small_weights = list(itertools.accumulate(weights))
        self.words, weights = zip(*telling)
        self.weights = list(itertools.accumulate(weights))
        # What pages are about is spread wider than what they say.
        self.topic_weights = list(itertools.accumulate(count**0.5 for count in weights))
        self.pages = pages

    def topics(self, count):
        return self.chance.choices(self.words, cum_weights=self.topic_weights, k=count)

    def name(self):
        """What somebody calls a service or a library."""
        first, second = self.topics(2)
        return self.chance.choice([f"{first}-{second}", first[:4] + second[-4:], first.title() + second.title()])

    def sentence(self, topics):
        words = []
        for _ in range(self.chance.randint(8, 18)):
            kind = self.chance.random()
            if kind < 0.5:
                words += self.chance.choices(self.small, cum_weights=self.small_weights)
            elif kind < 0.75:
                words += self.chance.choices(self.words, cum_weights=self.weights)
            else:
                words.append(self.chance.choice(topics))
        return " ".join(words).capitalize() + "."

    def page(self):
        topics = self.topics(4) + [self.name()]
        title = " ".join(self.chance.sample(topics, self.chance.randint(2, 4))).capitalize()
        blocks = ["---", f'title: "{title}"', "---", self.paragraph(topics)]
        for _ in range(self.chance.randint(3, 7)):
            own = self.topics(3) + [self.name()]
            heading = " ".join(self.chance.sample(own + topics, self.chance.randint(1, 3))).capitalize()
            blocks += ["", f"## {heading}", "", self.paragraph(own + topics)]
            if self.chance.random() < 0.3:
                blocks += ["", "```text", f"{own[-1]} --{own[0]} {own[1]}={self.chance.randrange(10_000)}", "```"]
        return "\n".join(blocks) + "\n"

    def paragraph(self, topics):
        return " ".join(self.sentence(topics) for _ in range(self.chance.randint(2, 5)))

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "portico.yaml").write_text("title: Library\nbaseURL: https://library.example.com/\n")
        for number in range(self.pages):
            section = folder / f"part-{number // 200:02}" / f"section-{number // 20 % 10}"
            section.mkdir(parents=True, exist_ok=True)
            (section / f"page-{number}.md").write_text(self.page())


if __name__ == "__main__":
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    Library(count).write(folder)
