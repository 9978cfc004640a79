"""How much better each token is explained by sentences of the other side than by itself.

A token t of one side, held against a group of sentences of the other with l tokens, is worth

    log((1 - share) + share * sum over their tokens s of p(t | s) / (l * p(t)))

the log likelihood ratio of a mixture of IBM model 1 (Brown et al. 1993, section 4) and the token's own expectation
p(t), against p(t) alone. It is added up over the tokens of a sentence. Text that has nothing to do with the group
comes out below 0, which is what makes sentences without a counterpart recognisable without a threshold on similarity.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.weights import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.align.band import Band
    from mtqa.align.links import Expansion, Links
    from mtqa.align.side import Floats, Ints, Side


Pair = tuple[tuple[int, int], tuple[int, int]]
ROUNDS = 20
"""Of EM for one number, which settles fast."""
BLOCK = 1024
"""Sentences whose expectations are in hand at once, which bounds the memory."""
TILE = 16
"""At most so many sentences are explained at a time: a tile of the band, little larger than the band's part in it."""
SPARE = 2.5
"""A tile may be that much larger than the band's part in it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """For groups of 1 to :data:`LARGEST` sentences, by their first sentence i, the worth of single sentences j.

    ``worth[k, starts[i] + j - low[i]]`` is that of j explained by the k + 1 sentences from i on.
    """

    low: Ints
    starts: Ints
    worth: Floats

    def at(self, size: int, first: Ints, other: Ints) -> Floats:
        """The worth of the sentences ``other`` explained by the ``size`` sentences from ``first`` on."""
        worth: Floats = self.worth[size - 1, self.starts[first] + other - self.low[first]]
        return worth


def explain(
    source: Side, target: Side, links: Links, expected: Floats, band: Band, share: float, cap: float,
    sizes: int = LARGEST,
) -> Evidence:  # fmt: skip
    """The worth of the target's sentences, explained by groups of the source's, where a bead in ``band`` may need it.

    ``links`` are from the source's types to the target's, ``expected`` is p(t) per token of the target; groups are of 1
    to ``sizes`` sentences.
    """
    low = band.low[:-1]
    high = np.maximum(np.minimum(band.high[:-1] + sizes, len(target)), low)
    starts = np.concatenate([[0], np.cumsum(high - low)])
    worth = np.zeros((sizes, starts[-1]), dtype=np.float32)
    tiles = _Tiles(target, expected, (share, cap), sizes)
    for block in range(0, len(source), BLOCK):
        last = min(block + BLOCK, len(source))
        expansion = links.expand(source, block, min(last + sizes - 1, len(source)))
        for first, end in _cut(low, high, block, last):
            found = tiles.explained(
                expansion,
                first - block,
                source.lengths[first : end + sizes - 1],
                (end - first, int(low[first]), int(high[end - 1])),
            )
            for row in range(first, end):
                columns = slice(low[row] - low[first], high[row] - low[first])
                worth[:, starts[row] : starts[row + 1]] = found[:, row - first, columns]
    return Evidence(low, starts, worth)


def _cut(low: Ints, high: Ints, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Ranges of rows that make tiles, where ``low`` and ``high`` never fall; rows without columns are left out."""
    begin, used = first, 0
    for row in range(first, last):
        width = int(high[row] - low[row])
        size = row + 1 - begin
        if size > 1 and (size > TILE or size * (high[row] - low[begin]) > SPARE * (used + width)):
            yield from [(begin, row)] if used else []
            begin, used = row, 0
        used += width
    yield from [(begin, last)] if used else []


class _Tiles:
    """Explains rows of groups of source sentences at a time; the table of masses is made once and emptied after use."""

    def __init__(self, target: Side, expected: Floats, limits: tuple[float, float], sizes: int) -> None:
        self.target, self.sizes = target, sizes
        self.share, self.most = np.float32(limits[0]), np.float32(exp(limits[1]))
        self.unexpected = np.float32(1) / expected
        self.mass = np.zeros((TILE + sizes - 1, len(target.vocabulary)), dtype=np.float32)

    def explained(self, expansion: Expansion, first: int, lengths: Ints, tile: tuple[int, int, int]) -> Floats:
        """The worth of the target's sentences of the tile (rows, first column, end), shape (sizes, rows, columns).

        ``lengths`` are those of the source's sentences from the first row on; groups that they do not fill count 0.
        """
        rows, low, high = tile
        bounds = self.target.starts[low : high + 1]
        tokens = slice(int(bounds[0]), int(bounds[-1]))
        mass = self._masses(expansion, first, len(lengths), self.target.numbers[tokens])
        worth = np.zeros((self.sizes, rows, high - low), dtype=np.float32)
        total, length = np.zeros_like(mass[:rows]), np.zeros(rows)
        for size in range(min(self.sizes, len(lengths))):
            full = min(rows, len(lengths) - size)
            total[:full] += mass[size : size + full]
            length[:full] += lengths[size : size + full]
            ratio = total[:full] * (self.share / length[:full]).astype(np.float32)[:, None]
            ratio *= self.unexpected[tokens]
            ratio += 1 - self.share
            np.minimum(ratio, self.most, out=ratio)
            np.log(ratio, out=ratio)
            worth[size, :full] = np.add.reduceat(ratio, bounds[:-1] - bounds[0], axis=1)
        return worth

    def _masses(self, expansion: Expansion, first: int, rows: int, numbers: Ints) -> Floats:
        """How strongly each of ``rows`` sentences lets one expect each of the tokens ``numbers``."""
        starts = expansion.starts[first : first + rows + 1]
        entries = slice(int(starts[0]), int(starts[-1]))
        width = self.mass.shape[1]
        places = np.repeat(np.arange(rows) * width, np.diff(starts)) + expansion.types[entries]
        flat = self.mass.reshape(-1)
        np.add.at(flat, places, expansion.strengths[entries])
        found: Floats = self.mass[:rows].take(numbers, axis=1)
        flat[places] = 0
        return found


def share_explained(
    source: Side, target: Side, links: Links, expected: Floats, beads: list[Pair], share: float
) -> tuple[float, int]:
    """The most likely ``share`` over the target's tokens in ``beads``, by EM from ``share``, and how many they are.

    A bead is (first sentence, number of sentences) of the source and of the target.
    """
    mass = np.zeros(len(target.vocabulary), dtype=np.float32)
    ratios = []
    for (first, size), (other, others) in beads:
        _, types, strengths = links.expand(source, first, first + size)
        tokens = slice(target.starts[other], target.starts[other + others])
        np.add.at(mass, types, strengths)
        length = source.starts[first + size] - source.starts[first]
        ratios.append(mass[target.numbers[tokens]] / (length * expected[tokens]))
        mass[types] = 0
    ratio = np.concatenate(ratios).astype(np.float64)
    for _ in range(ROUNDS):
        translated = share * ratio
        share = float(np.mean(translated / (translated + 1 - share)))
    return share, len(ratio)
