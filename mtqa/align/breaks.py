"""Paragraphs as a hint: where both texts begin one, a bead probably begins too, and beads seldom run over one.

How good a hint it is, the document says: two texts that are paragraphed alike agree far more often than chance, two
that are not do not. Until then a little is assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from mtqa.align.lattice import Step
    from mtqa.align.side import Ints

ASSUMED = 8.0
"""How many bead boundaries the assumption counts for: half of them as in texts that agree, half as by chance."""
BOUND = 3.0
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where paragraphs begin, 1 or 0 per sentence, and what that is worth.

    ``worth[a, b]`` is for a bead that begins where the source has (a) and the target has (b) such a beginning;
    ``inside`` for each one that a bead runs over. Both are log likelihood ratios against chance.
    """

    source: Ints
    target: Ints
    worth: npt.NDArray[np.float64]
    inside: float

    @classmethod
    def of(cls, source: Sequence[int], target: Sequence[int]) -> Breaks:
        """From the paragraph numbers of the sentences, with the assumption alone."""
        return cls(_beginnings(source), _beginnings(target), np.zeros((2, 2)), 0.0).learned([])

    def taken(self, source: Ints, target: Ints) -> Breaks:
        """Of some sentences alone."""
        return Breaks(self.source[source], self.target[target], self.worth, self.inside)

    def learned(self, beads: list[Step]) -> Breaks:
        """What it is worth according to ``beads``."""
        rates = float(self.source.mean()), float(self.target.mean())
        seen = np.zeros((2, 2))
        for bead in beads:
            seen[self.source[bead.source], self.target[bead.target]] += 1
        chance = np.maximum(np.outer((1 - rates[0], rates[0]), (1 - rates[1], rates[1])), TINY)
        likely = (seen + ASSUMED * (_agreeing(*rates) + chance) / 2) / (seen.sum() + ASSUMED)
        worth = np.clip(np.log(likely / chance), -BOUND, BOUND)
        return Breaks(self.source, self.target, worth, self._inside(beads))

    def _inside(self, beads: list[Step]) -> float:
        places = [self.source[bead.source + 1 : bead.source + bead.sources] for bead in beads]
        places += [self.target[bead.target + 1 : bead.target + bead.targets] for bead in beads]
        inner = np.concatenate(places) if places else np.zeros(0)
        rate = float(np.concatenate([self.source, self.target]).mean())
        share = (float(inner.sum()) + ASSUMED * rate / 2) / (len(inner) + ASSUMED)
        return float(np.clip(np.log(share / rate), -BOUND, 0))


def _agreeing(source: float, target: float) -> npt.NDArray[np.float64]:
    """The joint probabilities where the side with fewer paragraphs begins them where the other does."""
    both = min(source, target)
    return np.array([[1 - max(source, target), target - both], [source - both, both]])


def _beginnings(paragraphs: Sequence[int]) -> Ints:
    numbers = np.asarray(paragraphs, dtype=np.int64)
    return np.concatenate([[1], numbers[1:] != numbers[:-1]]).astype(np.int64)
