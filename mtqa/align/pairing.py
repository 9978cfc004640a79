"""Two sides that are held against each other, or some sentences of both, with what is known of them."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.evidence import explain
from mtqa.align.lattice import NEVER, Lattice
from mtqa.align.score import score_beads
from mtqa.align.weights import SHAPES

if TYPE_CHECKING:
    import numpy.typing as npt

    from mtqa.align.band import Band
    from mtqa.align.breaks import Breaks
    from mtqa.align.lengths import Lengths
    from mtqa.align.links import Links
    from mtqa.align.meaning import Meaning
    from mtqa.align.side import Floats, Ints, Side
    from mtqa.align.weights import Weights


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What holds wherever in the text: links between words in both directions, shares of words translated, lengths."""

    links: tuple[Links, Links]
    shares: tuple[float, float]
    lengths: Lengths
    weights: Weights


@dataclass(frozen=True, slots=True)
class Pairing:
    """Sentences of both sides; ``expected`` is, for both, how likely each token is without any translation."""

    source: Side
    target: Side
    expected: tuple[Floats, Floats]
    breaks: Breaks
    meaning: Meaning | None

    def taken(self, source: Ints, target: Ints) -> Pairing:
        """Some sentences of both sides, by their places."""
        return Pairing(
            self.source.taken(source), self.target.taken(target),
            (self.expected[0][self.source.tokens(source)], self.expected[1][self.target.tokens(target)]),
            self.breaks.taken(source, target), self.meaning.taken(source, target) if self.meaning else None,
        )  # fmt: skip

    def lattice(self, band: Band, known: Knowledge) -> Lattice:
        """All alignments within ``band``, weighed by what is known."""
        weights, links, shares = known.weights, known.links, known.shares
        evidence = (
            explain(self.source, self.target, links[0], self.expected[1], band, shares[0], weights.cap),
            explain(self.target, self.source, links[1], self.expected[0], band.turned, shares[1], weights.cap),
        )
        sides = self.source, self.target
        scores = score_beads(sides, band, evidence, known.lengths, self.breaks, weights, self.meaning)
        return Lattice(band, scores / np.float32(weights.temperature), weights.null / weights.temperature)


def without(lattice: Lattice, source: npt.NDArray[np.bool_], target: npt.NDArray[np.bool_]) -> Lattice:
    """The lattice in which the marked sentences, a mark for each, can but stand alone."""
    band, masked = lattice.band, copy(lattice)
    masked.scores = lattice.scores.copy()
    there, here = (np.concatenate([[0], np.cumsum(marks)]) for marks in (source, target))
    for shape, (sources, targets) in enumerate(SHAPES):
        if targets:
            ends = np.minimum(band.row + sources, len(source)), np.minimum(band.column + targets, len(target))
            touched = (there[ends[0]] > there[band.row]) | (here[ends[1]] > here[band.column])
            masked.scores[shape, :-1][touched] = NEVER
    return masked
