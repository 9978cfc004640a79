"""Rows that share a text, and the variants that they have of another: what inconsistent targets and sources have in common."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from mtqa.flag.base import Hit, Unit
from mtqa.flag.consistency.base import Row, digest, ranked

Say = Callable[[list[Row]], Iterator[tuple[Row, Hit]]]


class Same:
    """A collector of rows by a text: ``say`` is asked about the rows of each text that several have.

    At 16 bytes a row besides the row itself: keys are sorted at the end, not looked up.
    """

    def __init__(self, text: Callable[[Row], str], words: int, say: Say) -> None:
        """Group rows by ``text`` of at least ``words`` words."""
        self.text = text
        self.words = words
        self.say = say
        self.keys = array("Q")
        self.rows: list[Row] = []

    def add(self, row: Row, unit: Unit) -> None:  # noqa: ARG002
        """Keep the row, unless its text is too short or it has no target."""
        words = self.text(row).split()
        if len(words) >= self.words and row.target.strip():
            self.keys.append(digest(" ".join(words)))
            self.rows.append(row)

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """What is said of the rows that share a text, in order of first rows."""
        keys = np.array(self.keys, dtype=np.uint64)
        order = np.argsort(keys, kind="stable")
        ends = np.flatnonzero(np.diff(keys[order])) + 1
        groups = [places for places in np.split(order, ends) if len(places) > 1]
        for places in sorted(groups, key=lambda places: int(places[0])):
            yield from self.say([self.rows[place] for place in places.tolist()])


class Variants(NamedTuple):
    """How often each variant stands in some rows, the usual one, and the first row that has it."""

    counts: dict[str, int]
    usual: str
    model: Row


def variants(rows: list[Row], variant: Callable[[Row], str]) -> Variants | None:
    """The variants of rows; None where all have the same."""
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    for at, row in enumerate(rows):
        text = variant(row)
        counts[text] = counts.get(text, 0) + 1
        first.setdefault(text, at)
    if len(counts) < 2:
        return None
    usual = ranked(counts, first)[0]
    return Variants(counts, usual, rows[first[usual]])
