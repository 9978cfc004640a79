"""The part of the lattice that a search looks at: for each source position a range of target positions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from mtqa.align.side import Ints


@dataclass(frozen=True)
class Band:
    """Positions (i, j) with ``low[i] <= j <= high[i]``; i of 0…n and j of 0…m count the sentences before them.

    ``low`` and ``high`` never fall, so seen from the target side it is a band again. It holds (0, 0) and (n, m). Cells
    are its positions in order of i, then j.
    """

    low: Ints
    high: Ints

    @classmethod
    def around(cls, path: Ints, margin: int) -> Self:
        """``margin`` sentences to every side of the positions ``path``, shape (points, 2), a staircase to (n, m)."""
        n, m = (int(number) for number in path[-1])
        low, high = np.full(n + 1, m), np.zeros(n + 1, dtype=np.int64)
        np.minimum.at(low, path[:, 0], path[:, 1])
        np.maximum.at(high, path[:, 0], path[:, 1])
        low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
        rows = np.arange(n + 1)
        low = np.maximum(low[np.maximum(rows - margin, 0)] - margin, 0)
        high = np.minimum(high[np.minimum(rows + margin, n)] + margin, m)
        return cls(low, high)

    @property
    def turned(self) -> Band:
        """The same positions as (j, i)."""
        columns = np.arange(self.high[-1] + 1)
        low = np.searchsorted(self.high, columns, side="left")
        return Band(low, np.maximum(np.searchsorted(self.low, columns, side="right") - 1, low))

    @cached_property
    def starts(self) -> Ints:
        """The first cell of each row, and the number of all cells."""
        starts: Ints = np.concatenate([[0], np.cumsum(self.high - self.low + 1)])
        return starts

    @cached_property
    def row(self) -> Ints:
        """Each cell's i."""
        return np.repeat(np.arange(len(self.low)), self.high - self.low + 1)

    @cached_property
    def column(self) -> Ints:
        """Each cell's j."""
        column: Ints = np.arange(self.starts[-1]) - np.repeat(self.starts[:-1] - self.low, self.high - self.low + 1)
        return column

    def shifted(self, rows: int, columns: int) -> Ints:
        """Per cell the cell that lies ``rows`` further down and ``columns`` to the right; the number of all if none."""
        row, column = self.row + rows, self.column + columns
        inside = (row >= 0) & (row < len(self.low))
        row[~inside] = 0
        inside &= (column >= self.low[row]) & (column <= self.high[row])
        return np.where(inside, self.starts[row] + column - self.low[row], self.starts[-1])
