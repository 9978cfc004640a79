"""The way through two long texts, found coarse to fine in linear time.

As in vecalign (Thompson & Koehn 2019, EMNLP, section 3.2): neighbours are added up until few vectors are left, those
are aligned whole, and each finer level looks only near the path of the coarser one. Unlike there, a pair of sentences
counts by how much more alike they are than pairs taken at random, and what is left out costs nothing, so that long
passages without a counterpart do not pull the path away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.band import Band

if TYPE_CHECKING:
    from mtqa.align.side import Floats, Ints

WHOLE = 300
"""The most vectors of a side that are aligned without a band."""
MARGIN = 8
"""How far a finer level may leave the path of the coarser one, in its own sentences."""
ALIKE = 2.0
"""Pairs count that are this many standard deviations more alike than random ones."""
SAMPLE = 2000
BLOCK = 64


def find_path(left: Floats, right: Floats) -> Ints:
    """A staircase of positions from (0, 0) to (n, m), shape (points, 2), for vectors of n and m sentences."""
    levels = [(left, right)]
    while max(map(len, levels[-1])) > WHOLE:
        levels.append((_halved(levels[-1][0]), _halved(levels[-1][1])))
    path = None
    for left, right in reversed(levels):
        path = _refined(_unit(left), _unit(right), path)
    return path if path is not None else np.zeros((1, 2), dtype=np.int64)


def _halved(vectors: Floats) -> Floats:
    """Sums of two neighbours; a last one without a neighbour stays alone."""
    halved: Floats = np.add.reduceat(vectors, np.arange(0, len(vectors), 2), axis=0)
    return halved


def _unit(vectors: Floats) -> Floats:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    at_one: Floats = vectors / np.maximum(length, np.float32(1e-9))
    return at_one


def _refined(left: Floats, right: Floats, coarse: Ints | None) -> Ints:
    n, m = len(left), len(right)
    if coarse is None:
        band = Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m))
    else:
        doubled = np.repeat(2 * coarse, 2, axis=0)
        doubled[1::2] += 1
        ends = np.array([[n, m]])
        band = Band.around(np.concatenate([np.minimum(doubled, ends), ends]), MARGIN)
    return _best(_gains(left, right, band), band)


def _gains(left: Floats, right: Floats, band: Band) -> list[Floats]:
    """Per row i, for the target sentences from ``low[i]`` up to ``high[i]``, how much aligning them to i is worth."""
    random = np.random.default_rng(1)
    pairs = random.integers(0, len(left), SAMPLE), random.integers(0, len(right), SAMPLE)
    chance = np.einsum("ij,ij->i", left[pairs[0]], right[pairs[1]])
    mean, spread = float(chance.mean()), float(chance.std()) + 1e-6
    gains = []
    for first in range(0, len(left), BLOCK):
        last = min(first + BLOCK, len(left))
        begin, end = int(band.low[first]), int(band.high[last - 1])
        block = (left[first:last] @ right[begin : end + 1].T - mean) / spread - ALIKE
        gains += [block[i - first, band.low[i] - begin : band.high[i] + 1 - begin] for i in range(first, last)]
    return gains


def _best(gains: list[Floats], band: Band) -> Ints:
    """The monotone path of the highest sum of gains, by dynamic programming over the band's rows."""
    low, high = band.low, band.high
    totals = [np.zeros(high[0] - low[0] + 1, dtype=np.float32)]
    for row, gain in enumerate(gains, 1):
        before, here = totals[-1], np.full(high[row] - low[row] + 1, -np.inf, dtype=np.float32)
        shift = low[row] - low[row - 1]
        skipped = before[shift:]
        here[: len(skipped)] = skipped
        begin = max(low[row - 1] + 1, low[row])
        end = min(low[row - 1] + len(gain) + 1, high[row] + 1, high[row - 1] + 2)
        if begin < end:
            offset = begin - 1 - low[row - 1]
            matched = before[offset : offset + end - begin] + gain[offset : offset + end - begin]
            place = slice(begin - low[row], end - low[row])
            here[place] = np.maximum(here[place], matched)
        totals.append(np.maximum.accumulate(here))
    return _traced(totals, band)


def _traced(totals: list[Floats], band: Band) -> Ints:
    low, high = band.low, band.high
    i, j = len(totals) - 1, int(high[-1])
    path = [(i, j)]
    while i or j:
        if j > low[i] and totals[i][j - low[i]] == totals[i][j - 1 - low[i]]:
            j -= 1
        elif i and j <= high[i - 1] and totals[i - 1][j - low[i - 1]] == totals[i][j - low[i]]:
            i -= 1
        else:
            i, j = i - 1, j - 1
        path.append((i, j))
    return _straightened(np.array(path[::-1], dtype=np.int64))


def _straightened(path: Ints) -> Ints:
    """The path with straight lines where no pair of sentences counted: the best guess where all are alike."""
    matched = np.flatnonzero((np.diff(path, axis=0) == 1).all(axis=1))
    known = np.unique(np.concatenate([[0], matched, matched + 1, [len(path) - 1]]))
    ends = path[known]
    steps = np.diff(ends, axis=0)
    counts = steps.max(axis=1)
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + 1
    part = place / np.repeat(counts, counts)
    line = np.repeat(ends[:-1], counts, axis=0) + np.repeat(steps, counts, axis=0) * part[:, None]
    return np.concatenate([path[:1], np.rint(line).astype(np.int64)])
