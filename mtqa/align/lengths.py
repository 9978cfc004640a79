"""How long translations are, as evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from mtqa.align.lattice import Step
    from mtqa.align.side import Ints, Side


@dataclass(frozen=True, slots=True)
class Lengths:
    """log(target / source), lengths in characters, is normal about ``mean`` in a bead and in chance pairs.

    Its variance is ``noise`` over the shorter length, and in a bead ``spread`` squared, in chance pairs ``random`` squared
    more (after Gale & Church 1993, Computational Linguistics 19(1), section 3.2).
    """

    mean: float
    spread: float = 0.22
    noise: float = 2.0
    random: float = 0.75

    @classmethod
    def guessed(cls, source: Side, target: Side) -> Lengths:
        """With the mean of the whole texts or of their middle sentences, whichever is nearer to none.

        A text that lacks a passage is shorter, its sentences are not.
        """
        whole = np.log(target.characters.sum() / source.characters.sum())
        middle = np.log(np.median(target.characters) / np.median(source.characters))
        return cls(float(min(whole, middle, key=abs)))

    def ratio(self, source: npt.NDArray[np.float64], target: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Log likelihood ratio of a bead against chance, for lengths in characters."""
        off = np.log(target / source) - self.mean
        noise = self.noise / np.minimum(source, target)
        variance, chance = self.spread**2 + noise, self.random**2 + noise
        ratio: npt.NDArray[np.float64] = 0.5 * (off**2 / chance - off**2 / variance + np.log(chance / variance))
        return ratio

    def learned(self, source: Side, target: Side, beads: list[Step]) -> Lengths:
        """With the mean ratio of ``beads``, of which there must be one."""
        there = measure(source, _field(beads, 0), _field(beads, 2))
        here = measure(target, _field(beads, 1), _field(beads, 3))
        return replace(self, mean=float(np.median(np.log(here / there))))


def measure(side: Side, first: Ints, size: Ints | int) -> npt.NDArray[np.float64]:
    """Characters of the ``size`` sentences from ``first`` on, a space after each."""
    ends = np.concatenate([[0.0], np.cumsum(side.characters + 1)])
    length: npt.NDArray[np.float64] = ends[first + size] - ends[first]
    return length


def _field(beads: list[Step], number: int) -> Ints:
    return np.array([int(bead[number]) for bead in beads], dtype=np.int64)
