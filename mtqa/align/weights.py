"""The numbers that the aligner's model has, in one place; :mod:`benchmarks.alignment` measures them."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (2, 3), (3, 2), (1, 0),
)  # fmt: skip
"""(source sentences, target sentences) of the beads that end in a row of the lattice, all with at most five sentences.
The last is the source sentence without a counterpart; the target sentence without one, (0, 1), moves within a row."""
LARGEST = 4
"""The most sentences that a bead may have on one side."""
SURE = 1e-5
"""Probabilities nearer to 0 or 1 say nothing more."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the search may be told. Scores are natural logarithms of likelihood ratios, bead against two nulls.

    ``words`` and ``lengths`` weigh the two kinds of evidence (words are not independent, hence less than 1); ``null``
    is the score of a sentence without a counterpart; ``one_two`` … what a bead of that shape costs against 1-1.
    ``share`` is the part of the words that is taken to be translated, before the document says (``share_scale`` of what
    it says, ``share_prior`` words' worth of the former); ``cap`` bounds what one word may say. ``nearby`` is how much
    of a word's expected frequency comes from the ``reach`` sentences around, ``rarest`` the least of it. ``learned``
    weighs the document's own lexicon (pairs with an association of at least ``association``, from beads of confidence
    ``sure``). ``temperature`` flattens the scores into probabilities. ``margin`` is how many sentences the search may
    leave the coarse path on either side. ``passes`` counts the first. A passage that moved costs ``move``, and ``far``
    times the logarithm of how many sentences it moved by (1 added); among sentences that no path runs through, one
    without a counterpart scores ``apart``. A bead's confidence is its probability's log odds
    times ``slope`` plus ``offset``, as odds (Platt 1999): fitted on which beads were right.
    """

    words: float = 0.4
    lengths: float = 3.0
    null: float = -3.5
    one_two: float = -3.0
    two_two: float = -6.0
    one_three: float = -4.5
    larger: float = -7.0
    share: float = 0.5
    share_scale: float = 1.0
    share_prior: float = 500.0
    cap: float = 10.0
    nearby: float = 0.6
    reach: int = 3
    rarest: float = 3e-4
    learned: float = 0.9
    association: float = 0.4
    sure: float = 0.9
    temperature: float = 1.0
    margin: int = 6
    passes: int = 4
    apart: float = -0.5
    move: float = 2.0
    far: float = 3.7
    slope: float = 0.6
    offset: float = 0.5

    def confidence(self, probability: float) -> float:
        """How often beads of that probability are right, 0 to 1."""
        sure = min(max(probability, SURE), 1 - SURE)
        return 1 / (1 + exp(-self.slope * log(sure / (1 - sure)) - self.offset))

    def shape_cost(self, source: int, target: int) -> float:
        """What a bead of that shape costs, in the units of the scores, 0 for 1-1."""
        if (source, target) == (2, 2):
            return self.two_two
        return {2: 0.0, 3: self.one_two, 4: self.one_three}.get(source + target, self.larger)


WEIGHTS = Weights()
"""Where a pack has the words of both languages."""
BLIND = Weights(
    words=0.5, null=-6.0, share=0.15, share_scale=0.9, cap=8.0, rarest=1e-4, association=0.2, sure=0.8, passes=6,
    slope=0.66, offset=0.41,
)  # fmt: skip
"""Where the document's own lexicon is all there is."""
