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
    from mtqa.align.links import Expansion
    from mtqa.align.side import Floats, Ints, Side


Pair = tuple[tuple[int, int], tuple[int, int]]
ROUNDS = 20
"""Of EM for one number, which settles fast."""


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
    source: Side, target: Side, expansion: Expansion, expected: Floats, band: Band, share: float, cap: float
) -> Evidence:
    """The worth of the target's sentences, explained by groups of the source's, where a bead in ``band`` may need it.

    ``expansion`` is what the source's sentences let one expect, ``expected`` p(t) per token of the target.
    """
    low = band.low[:-1]
    high = np.maximum(np.minimum(band.high[:-1] + LARGEST, len(target)), low)
    starts = np.concatenate([[0], np.cumsum(high - low)])
    worth = np.zeros((LARGEST, starts[-1]), dtype=np.float32)
    mass = np.zeros(len(target.vocabulary), dtype=np.float32)
    for first in range(len(source)):
        if low[first] < high[first]:
            place = slice(starts[first], starts[first + 1])
            sentences = slice(low[first], high[first] + 1)
            _explain_row(source, target, expansion, expected, first, sentences, share, cap, mass, worth[:, place])
    return Evidence(low, starts, worth)


def _explain_row(
    source: Side, target: Side, expansion: Expansion, expected: Floats, first: int, sentences: slice, share: float,
    cap: float, mass: Floats, out: Floats,
) -> None:  # fmt: skip
    """Fill ``out``, a row for each size of group; ``mass`` (per type of the target) is zero before and after."""
    bounds = target.starts[sentences]
    tokens = slice(bounds[0], bounds[-1])
    numbers, chance, length = target.numbers[tokens], expected[tokens], 0
    last = min(first + LARGEST, len(source))
    for sentence in range(first, last):
        entries = slice(expansion.starts[sentence], expansion.starts[sentence + 1])
        np.add.at(mass, expansion.types[entries], expansion.strengths[entries])
        length += int(source.lengths[sentence])
        ratio = mass[numbers]
        ratio *= share / length
        ratio /= chance
        ratio += 1 - share
        np.log(ratio, out=ratio)
        np.minimum(ratio, cap, out=ratio)
        out[sentence - first] = np.add.reduceat(ratio, bounds[:-1] - bounds[0])
    mass[expansion.types[expansion.starts[first] : expansion.starts[last]]] = 0


def share_explained(
    source: Side, target: Side, expansion: Expansion, expected: Floats, beads: list[Pair], share: float
) -> tuple[float, int]:
    """The most likely ``share`` over the target's tokens in ``beads``, by EM from ``share``, and how many they are.

    A bead is (first sentence, number of sentences) of the source and of the target.
    """
    mass = np.zeros(len(target.vocabulary), dtype=np.float32)
    ratios = []
    for (first, size), (other, others) in beads:
        entries = slice(expansion.starts[first], expansion.starts[first + size])
        tokens = slice(target.starts[other], target.starts[other + others])
        length = source.starts[first + size] - source.starts[first]
        np.add.at(mass, expansion.types[entries], expansion.strengths[entries])
        ratios.append(mass[target.numbers[tokens]] / (length * expected[tokens]))
        mass[expansion.types[entries]] = 0
    ratio = np.concatenate(ratios).astype(np.float64)
    for _ in range(ROUNDS):
        translated = share * ratio
        share = float(np.mean(translated / (translated + 1 - share)))
    return share, len(ratio)
