"""Which words of one side may stand for which of the other: a sparse table of probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

if TYPE_CHECKING:
    from mtqa.align.side import Floats, Ints, Side


class Expansion(NamedTuple):
    """Per sentence of a range the types of the other side it lets one expect, and how strongly.

    Sentence i of the range: ``types[starts[i]:starts[i + 1]]``, the same of ``strengths``; types repeat where several
    words speak for them.
    """

    starts: Ints
    types: Ints
    strengths: Floats


@dataclass(frozen=True, slots=True)
class Links:
    """Row s: for type s of one side ``columns[starts[s]:starts[s + 1]]`` of the other, p(column | s) in ``values``.

    ``width`` is how many types the other side has. Columns of a row are in ascending order and none is there twice.
    """

    starts: Ints
    columns: Ints
    values: Floats
    width: int

    @classmethod
    def of(cls, rows: Ints, columns: Ints, values: Floats, shape: tuple[int, int]) -> Self:
        """From coordinates in any order; of several values at one place the highest stays."""
        code = rows * shape[1] + columns
        order = np.lexsort((-values, code))
        code, values = code[order], values[order]
        first = np.ones(len(code), dtype=bool)
        first[1:] = code[1:] != code[:-1]
        code, values = code[first], values[first]
        starts = np.searchsorted(code, np.arange(shape[0] + 1) * shape[1])
        return cls(starts, code % max(shape[1], 1), values, shape[1])

    @property
    def rows(self) -> Ints:
        """The row of every entry."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def joined(self, rows: Ints, columns: Ints, values: Floats) -> Links:
        """These and more entries; the higher value stays."""
        return Links.of(
            np.concatenate([self.rows, rows]), np.concatenate([self.columns, columns]),
            np.concatenate([self.values, values]), (len(self.starts) - 1, self.width),
        )  # fmt: skip

    def expand(self, side: Side, first: int, last: int) -> Expansion:
        """What the sentences ``first`` to ``last - 1`` of ``side``, whose types the rows are, let one expect."""
        numbers = side.numbers[side.starts[first] : side.starts[last]]
        begin = self.starts[numbers]
        counts = self.starts[numbers + 1] - begin
        ends = np.concatenate([[0], np.cumsum(counts)])
        entry = np.arange(ends[-1]) - np.repeat(ends[:-1] - begin, counts)
        places = side.starts[first : last + 1] - side.starts[first]
        return Expansion(ends[places], self.columns[entry], self.values[entry])
