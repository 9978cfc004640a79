"""Chains of pairs of sentences that follow each other on both sides, whatever lies around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.align.side import Floats, Ints

REACH = 3
"""The next pair of a chain lies at most so many sentences further on either side."""
SKIP = 1.5
"""What a sentence costs that a chain leaves out."""
NEVER = np.float32(-1e9)


class Chain(NamedTuple):
    """First and last sentence of both sides, what its pairs are worth, and what its beginning cost."""

    source: tuple[int, int]
    target: tuple[int, int]
    worth: float
    cost: float


def chains(worths: Floats, places: tuple[Ints, Ints], fees: Floats) -> list[Chain]:
    """Those that are worth more than they cost, the best first; none shares a sentence with another or changed places with it.

    ``worths`` is what each pair of ``places`` is worth, ``fees`` what a chain pays that begins with it, both of shape
    (sources, targets). Chains have no gaps: sentences between two pairs are among ``places``.
    """
    totals, back = _totals(worths, places, fees)
    used = np.zeros(len(places[0]), dtype=bool), np.zeros(len(places[1]), dtype=bool)
    found: list[Chain] = []
    ends = np.flatnonzero(totals.ravel() > 0)
    for end in ends[np.argsort(-totals.ravel()[ends], kind="stable")].tolist():
        chain = _traced((end // len(places[1]), end % len(places[1])), back, used)
        if not chain:
            continue
        (i, j), (u, v) = chain[-1], chain[0]
        value = float(totals[u, v] - totals[i, j] + worths[i, j])
        if value <= fees[i, j]:
            continue
        spans = [(int(side[a]), int(side[b])) for side, a, b in ((places[0], i, u), (places[1], j, v))]
        if any(_exchanged(spans, (chain.source, chain.target)) for chain in found):
            continue
        used[0][i : u + 1] = True
        used[1][j : v + 1] = True
        found.append(Chain(spans[0], spans[1], value, float(fees[i, j])))
    return found


def _exchanged(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    """Whether the two lie next to each other, the one first here and the other there: then only one of them moved."""
    gaps = [(left[0] - right[1], right[0] - left[1]) for left, right in zip(one, other, strict=True)]
    crossed = (gaps[0][0] > 0) != (gaps[1][0] > 0)
    return crossed and all(0 < max(gap) <= REACH for gap in gaps)


def _totals(worths: Floats, places: tuple[Ints, Ints], fees: Floats) -> tuple[Floats, Ints]:
    """The best chain that ends in each pair, and the step from the pair before: source * (REACH + 1) + target, 0 if none."""
    n, m = worths.shape
    totals = worths - fees
    back = np.zeros((n, m), dtype=np.int64)
    for i in range(1, n):
        for source in range(1, min(REACH, i) + 1):
            if places[0][i] - places[0][i - source] != source:
                continue
            for target in range(1, min(REACH, m - 1) + 1):
                near = places[1][target:] - places[1][:-target] == target
                way = totals[i - source, :-target] + worths[i, target:] - np.float32(SKIP * (source + target - 2))
                better = near & (way > totals[i, target:])
                totals[i, target:][better] = way[better]
                back[i, target:][better] = source * (REACH + 1) + target
    return totals, back


def _traced(end: tuple[int, int], back: Ints, used: tuple[Ints, Ints]) -> list[tuple[int, int]]:
    """The pairs from ``end`` back to the first, or to where another chain begins."""
    pairs: list[tuple[int, int]] = []
    i, j = end
    while not (used[0][i] or used[1][j]):
        pairs.append((i, j))
        step = int(back[i, j])
        if not step:
            break
        before = i - step // (REACH + 1), j - step % (REACH + 1)
        if used[0][before[0] : i].any() or used[1][before[1] : j].any():
            break
        i, j = before
    return pairs
