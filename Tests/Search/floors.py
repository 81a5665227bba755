"""floors.py SITE QUESTIONS: whether the search of content/ finds as much, and loads as little, as it has to.

Exit status 1 when it does not. `evaluate.py` measures more, and other sites."""

import sys

import engines
import evaluate

# Of a hundred queries of a kind, how many are answered among the first so many.
FLOORS = {"titles": (1, 97), "headings": (5, 95), "titles, one typo": (5, 95), "two words": (5, 85), "questions": (3, 85)}
# What a browser that has nothing yet loads for an answer, compressed.
MOST_BYTES = 100_000


def main(site, questions):
    asked, _ = evaluate.kinds(site, [questions])
    engine = engines.Portico(site)
    answers = iter(engine.answers([query for kind in FLOORS for query, _ in asked[kind]]))
    faults = 0
    for kind, (first, floor) in FLOORS.items():
        right = asked[kind]
        found = 100 * evaluate.success([next(answers) for _ in right], right, first)
        faults += found < floor
        print(f"{kind:<17} {found:5.1f} % among the first {first}, at least {floor}")
    for kind in ("two words", "questions"):
        size, _ = engine.first_bytes(asked[kind][0][0])
        faults += size > MOST_BYTES
        print(f"first answer      {size / 1000:5.1f} KB, at most {MOST_BYTES / 1000:.0f}")
    engine.close()
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
