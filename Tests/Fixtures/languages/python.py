#!/usr/bin/env python3
"""Reads the measurements of a service and tells what is left of its budget."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"^[a-z][a-z0-9-]*$")


@dataclass(frozen=True)
class Slice:
    good: int
    total: int = 1_000

    @property
    def bad(self) -> int:
        return self.total - self.good  # never negative


def budget_left(slices: list[Slice], target: float = 0.999) -> float | None:
    '''None where nothing was measured.'''
    total = sum(s.total for s in slices)
    if not total:
        return None
    return 1 - sum(s.bad for s in slices) / (total * (1 - target))


if __name__ == "__main__":
    for path in sorted(Path('measurements').glob("*.json")):
        if not NAME.match(path.stem):
            raise ValueError(f"{path.stem!r} is no name\n")
        left = budget_left([Slice(**s) for s in json.loads(path.read_bytes())])
        print(f"{path.stem:<30} {'-' if left is None else f'{left:.1%}'}")
