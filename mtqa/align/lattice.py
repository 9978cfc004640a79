"""All monotone alignments within a band: how probable each bead is, and the alignment with the most right beads.

Probabilities by the forward-backward algorithm; the alignment by maximising the sum of its beads' probabilities, that
is the expected number of right beads (as in maximum expected accuracy alignment, Do et al. 2005, ProbCons), which is
what strict precision and recall count.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.align.weights import SHAPES

if TYPE_CHECKING:
    from mtqa.align.band import Band
    from mtqa.align.side import Floats

NEVER = np.float32(-1e9)
NULL = SHAPES.index((1, 0))


class Step(NamedTuple):
    """A bead of the path: it begins before source sentence ``source`` and target sentence ``target``.

    ``moved`` counts the beads of a passage that stands elsewhere on the other side, from 1; 0 for one that does not.
    """

    source: int
    target: int
    sources: int
    targets: int
    probability: float
    moved: int = 0

    @property
    def turned(self) -> Step:
        """The same with the sides exchanged."""
        return Step(self.target, self.source, self.targets, self.sources, self.probability, self.moved)


class Lattice:
    """The beads that begin in each cell of a band.

    ``scores[t, c]`` is that of the bead of shape t that begins in cell c, ``null`` that of a target sentence without a
    counterpart.
    """

    def __init__(self, band: Band, scores: Floats, null: float) -> None:
        """Find each cell's neighbours."""
        self.band = band
        self.null = null
        self.cells = int(band.starts[-1])
        self.total = 0.0
        self.after = self._neighbours(1)
        self.before = self._neighbours(-1)
        self.scores = np.hstack([scores, np.full((len(SHAPES), 1), NEVER, dtype=np.float32)])

    def _neighbours(self, sign: int) -> npt.NDArray[np.int32]:
        found = np.empty((len(SHAPES), self.cells), dtype=np.int32)
        for shape, (source, target) in enumerate(SHAPES):
            found[shape] = self.band.shifted(sign * source, sign * target)
        return found

    def probabilities(self) -> tuple[Floats, Floats]:
        """Of every bead, shape (shapes, cells), and of the target sentence after each cell to stand alone (cells,)."""
        forward, backward = self._forward(), self._backward()
        total = forward[self.cells - 1]
        self.total = float(total)
        inside = np.zeros((len(SHAPES), self.cells), dtype=np.float32)
        for shape, after in enumerate(self.after):
            through = forward[:-1] + self.scores[shape, :-1] + backward[after] - total
            inside[shape] = np.exp(np.minimum(through, 0))
        alone = np.full(self.cells, NEVER, dtype=np.float64)
        same = np.flatnonzero(self.band.column < self.band.high[self.band.row])
        alone[same] = np.minimum(forward[same] + self.null + backward[same + 1] - total, 0)
        return inside, np.exp(alone).astype(np.float32)

    def _forward(self) -> npt.NDArray[np.float64]:
        totals = np.full(self.cells + 1, NEVER, dtype=np.float64)
        arriving = np.take_along_axis(self.scores, self.before, axis=1)
        for row, (first, last) in enumerate(self._rows()):
            ways = totals[self.before[:, first:last]] + arriving[:, first:last]
            reached = _log_sum(ways) if row else _only(last - first, 0)
            run = np.arange(last - first) * self.null
            totals[first:last] = np.logaddexp.accumulate(reached - run) + run
        return totals

    def _backward(self) -> npt.NDArray[np.float64]:
        totals = np.full(self.cells + 1, NEVER, dtype=np.float64)
        rows = self._rows()
        for row in range(len(rows) - 1, -1, -1):
            first, last = rows[row]
            left = totals[self.after[:, first:last]] + self.scores[:, first:last]
            leaving = _log_sum(left) if row < len(rows) - 1 else _only(last - first, -1)
            run = np.arange(last - first) * self.null
            totals[first:last] = np.logaddexp.accumulate((leaving + run)[::-1])[::-1] - run
        return totals

    def _rows(self) -> list[tuple[int, int]]:
        return list(pairwise(self.band.starts.tolist()))

    def best(self, probable: Floats, alone: Floats) -> list[Step]:
        """The path with the highest sum of probabilities, from the beginning to the end.

        A sentence that stands alone does so wherever the path is on the other side: its probabilities are added up.
        """
        there, here = self.loose(probable, alone)
        probable, alone = probable.copy(), here[self.band.column]
        probable[NULL] = there[self.band.row]
        gains = np.hstack([probable, np.full((len(SHAPES), 1), NEVER, dtype=np.float32)])
        arriving = np.take_along_axis(gains, self.before, axis=1)
        totals = np.full(self.cells + 1, NEVER, dtype=np.float64)
        for row, (first, last) in enumerate(self._rows()):
            ways = totals[self.before[:, first:last]] + arriving[:, first:last]
            reached = ways.max(axis=0) if row else _only(last - first, 0)
            run = np.concatenate([[0], np.cumsum(alone[first : last - 1], dtype=np.float64)])
            totals[first:last] = np.maximum.accumulate(reached - run) + run
        return self._traced(totals, arriving, alone)

    def loose(self, probable: Floats, alone: Floats) -> tuple[Floats, Floats]:
        """How probably each sentence stands alone, those of the source and of the target, and a 0 for their ends."""
        ends = len(self.band.low), int(self.band.high[-1]) + 1
        there = np.bincount(self.band.row, probable[NULL], ends[0])
        here = np.bincount(self.band.column, alone, ends[1])
        return np.minimum(there, 1).astype(np.float32), np.minimum(here, 1).astype(np.float32)

    def _traced(self, totals: npt.NDArray[np.float64], arriving: Floats, alone: Floats) -> list[Step]:
        low, starts = self.band.low, self.band.starts
        i, j = len(low) - 1, int(self.band.high[-1])
        path = []
        while i or j:
            cell = int(starts[i] + j - low[i])
            reached = totals[self.before[:, cell]] + arriving[:, cell]
            shape = int(reached.argmax())
            if j > low[i] and totals[cell - 1] + alone[cell - 1] > reached[shape]:
                j -= 1
                path.append(Step(i, j, 0, 1, float(alone[cell - 1])))
            else:
                sources, targets = SHAPES[shape]
                i, j = i - sources, j - targets
                path.append(Step(i, j, sources, targets, float(arriving[shape, cell])))
        return path[::-1]


def _log_sum(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The logarithm of the sum of exp over the first axis."""
    highest = values.max(axis=0)
    total: npt.NDArray[np.float64] = highest + np.log(np.exp(values - highest).sum(axis=0))
    return total


def _only(size: int, place: int) -> npt.NDArray[np.float64]:
    """NEVER everywhere but at ``place``."""
    values = np.full(size, NEVER, dtype=np.float64)
    values[place] = 0
    return values
