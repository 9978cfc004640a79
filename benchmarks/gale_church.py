"""The classic peer: alignment by lengths alone (Gale & Church 1993), written anew, in a band about the diagonal."""

from __future__ import annotations

from math import erfc, log, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from mtqa.data import Bead

PRIORS = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (1, 2): 0.0445, (2, 1): 0.0445, (2, 2): 0.011}
"""Of the shapes of beads, as in the paper (table 5; the two directions share what it gives for both)."""
VARIANCE = 6.8
BAND = 0.1
LEAST = 100
NEVER = 1e30
DELTAS = np.array([-log(max(erfc(delta / 100 / sqrt(2)), 1e-12)) for delta in range(1000)])
"""-log of the two-sided tail of the normal distribution, by hundredths."""


def align(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Beads in order, with confidence 1."""
    n, m = len(source), len(target)
    left, right = _ends(source), _ends(target)
    mean, width = right[-1] / left[-1], max(LEAST, int(BAND * max(n, m)))
    costs = np.full((n + 1, 2 * width + 1), NEVER)
    shapes = np.zeros((n + 1, 2 * width + 1), dtype=np.int8)
    firsts = [i * m // max(n, 1) - width for i in range(n + 1)]
    for i in range(n + 1):
        columns = np.arange(firsts[i], firsts[i] + 2 * width + 1)
        for number, ((sources, targets), prior) in enumerate(PRIORS.items()):
            if sources and i >= sources:
                _relax(costs, shapes, number, i, columns, (sources, targets), (left, right), mean, firsts, prior)
        if i == 0:
            costs[0, -firsts[0]] = 0
        _run_along(costs[i], shapes[i], columns, right, mean)
    return _traced(shapes, firsts, n, m)


def _ends(sentences: Sequence[str]) -> npt.NDArray[np.float64]:
    return np.concatenate([[0], np.cumsum([len(sentence) for sentence in sentences])]).astype(np.float64)


def _cost(there: npt.NDArray[np.float64], here: npt.NDArray[np.float64], mean: float) -> npt.NDArray[np.float64]:
    middle = np.maximum((there + here / mean) / 2, 1)
    delta = np.abs(here - there * mean) / np.sqrt(middle * VARIANCE)
    return DELTAS[np.minimum(delta * 100, 999).astype(np.int64)]


def _relax(
    costs: npt.NDArray[np.float64], shapes: npt.NDArray[np.int8], number: int, i: int, columns: npt.NDArray[np.int64],
    shape: tuple[int, int], ends: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]], mean: float,
    firsts: list[int], prior: float,
) -> None:  # fmt: skip
    """Take the shape where it is the cheapest way to a position of row i."""
    before = columns - shape[1]
    place = before - firsts[i - shape[0]]
    inside = (before >= 0) & (columns < len(ends[1])) & (place >= 0) & (place < costs.shape[1])
    here, was = np.flatnonzero(inside), place[inside]
    length = ends[1][columns[inside]] - ends[1][before[inside]]
    there = np.full(len(here), ends[0][i] - ends[0][i - shape[0]])
    total = costs[i - shape[0], was] + _cost(there, length, mean) - log(prior)
    better = total < costs[i, here]
    costs[i, here[better]], shapes[i, here[better]] = total[better], number


def _run_along(
    row: npt.NDArray[np.float64], shapes: npt.NDArray[np.int8], columns: npt.NDArray[np.int64],
    right: npt.NDArray[np.float64], mean: float,
) -> None:  # fmt: skip
    """Target sentences without a counterpart."""
    inside = np.flatnonzero((columns >= 0) & (columns < len(right)))
    lengths = np.diff(right[columns[inside]], prepend=right[columns[inside[0]]])
    steps = np.cumsum(_cost(np.zeros(len(lengths)), lengths, mean) - log(PRIORS[0, 1]))
    along = np.minimum.accumulate(row[inside] - steps) + steps
    better = along < row[inside] - 1e-9
    row[inside[better]], shapes[inside[better]] = along[better], list(PRIORS).index((0, 1))


def _traced(shapes: npt.NDArray[np.int8], firsts: list[int], n: int, m: int) -> list[Bead]:
    from mtqa.data import Bead

    i, j, beads = n, m, []
    while i or j:
        sources, targets = list(PRIORS)[shapes[i, j - firsts[i]]]
        beads.append(Bead(tuple(range(i - sources, i)), tuple(range(j - targets, j)), 1.0))
        i, j = i - sources, j - targets
    return beads[::-1]
