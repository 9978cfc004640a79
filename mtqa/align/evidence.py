"""How much better each token is explained by sentences of the other side than by itself.

A token t of one side, held against a group of sentences of the other with l tokens, is worth

    log((1 - share) + share * sum over their tokens s of p(t | s) / (l * p(t)))

the log likelihood ratio of a mixture of IBM model 1 (Brown et al. 1993, section 4) and the token's own expectation
p(t), against p(t) alone. It is added up over the tokens of a sentence. Text that has nothing to do with the group
comes out below 0, which is what makes sentences without a counterpart recognisable without a threshold on similarity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.weights import LARGEST

if TYPE_CHECKING:
    from mtqa.align.band import Band
    from mtqa.align.links import Expansion, Links
    from mtqa.align.side import Floats, Ints, Side


Pair = tuple[tuple[int, int], tuple[int, int]]
ROUNDS = 20
"""Of EM for one number, which settles fast."""
BLOCK = 1024
"""Sentences whose expectations are in hand at once, which bounds the memory."""


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
    source: Side, target: Side, links: Links, expected: Floats, band: Band, share: float, cap: float
) -> Evidence:
    """The worth of the target's sentences, explained by groups of the source's, where a bead in ``band`` may need it.

    ``links`` are from the source's types to the target's, ``expected`` is p(t) per token of the target.
    """
    low = band.low[:-1]
    high = np.maximum(np.minimum(band.high[:-1] + LARGEST, len(target)), low)
    starts = np.concatenate([[0], np.cumsum(high - low)])
    worth = np.zeros((LARGEST, starts[-1]), dtype=np.float32)
    mass = np.zeros(len(target.vocabulary), dtype=np.float32)
    for block in range(0, len(source), BLOCK):
        expansion = links.expand(source, block, min(block + BLOCK + LARGEST - 1, len(source)))
        for first in range(block, min(block + BLOCK, len(source))):
            if low[first] < high[first]:
                tokens = _Tokens(target, expected, int(low[first]), int(high[first]))
                lengths = source.lengths[first : first + LARGEST]
                out = worth[:, starts[first] : starts[first + 1]]
                _explain_row(expansion, first - block, lengths, tokens, (share, cap), mass, out)
    return Evidence(low, starts, worth)


class _Tokens:
    """The target's tokens that a row looks at: their types, how expected they are, where their sentences begin."""

    def __init__(self, target: Side, expected: Floats, low: int, high: int) -> None:
        bounds = target.starts[low : high + 1]
        self.numbers = target.numbers[bounds[0] : bounds[-1]]
        self.expected = expected[bounds[0] : bounds[-1]]
        self.starts = bounds[:-1] - bounds[0]


def _explain_row(
    expansion: Expansion, first: int, lengths: Ints, tokens: _Tokens, limits: tuple[float, float], mass: Floats,
    out: Floats,
) -> None:  # fmt: skip
    """Fill ``out``, a row for each size of group; ``mass`` (per type of the target) is zero before and after."""
    share, cap = limits
    ends = expansion.starts[first : first + len(lengths) + 1]
    for size, length in enumerate(np.cumsum(lengths)):
        entries = slice(ends[size], ends[size + 1])
        np.add.at(mass, expansion.types[entries], expansion.strengths[entries])
        ratio = mass[tokens.numbers]
        ratio *= share / length
        ratio /= tokens.expected
        ratio += 1 - share
        np.log(ratio, out=ratio)
        np.minimum(ratio, cap, out=ratio)
        np.add.reduceat(ratio, tokens.starts, out=out[size])
    mass[expansion.types[ends[0] : ends[-1]]] = 0


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
