"""Alignment of two lists of sentences: path, band, evidence, probabilities, and again with what that taught."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.band import Band
from mtqa.align.bridge import Bridge
from mtqa.align.crossing import uncross
from mtqa.align.learn import FEWEST, own_lexicon, sure_beads, translated_share
from mtqa.align.lengths import Lengths
from mtqa.align.meaning import Meaning
from mtqa.align.pairing import Knowledge, Pairing
from mtqa.align.path import find_path
from mtqa.align.side import Side
from mtqa.align.sketch import Sketch
from mtqa.lang.base import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.align.breaks import Breaks
    from mtqa.align.lattice import Lattice, Step
    from mtqa.align.links import Links
    from mtqa.align.side import Floats, Ints
    from mtqa.align.weights import Weights
    from mtqa.encode.base import Encoder
    from mtqa.pack.base import Lexicon

SETTLED = 0.01
"""No further pass where fewer of the beads changed in the last."""


Progress = Callable[[int, int], None]
"""``progress(done, total)``, called as passes are done; fewer than all may be needed."""


def silent(done: int, total: int) -> None:
    """Report nothing."""


class Search:
    """Two sides that are being aligned, and what is known of them so far."""

    def __init__(
        self, source: Sequence[str], target: Sequence[str], langs: tuple[str, str],
        lexicons: tuple[Lexicon, Lexicon] | None, breaks: Breaks, weights: Weights, encoder: Encoder | None = None,
    ) -> None:  # fmt: skip
        """Count both sides, link their words and find the path; no side may be empty."""
        self.meaning = Meaning.of(encoder, source, target) if encoder else None
        self.weights, self.breaks = weights, breaks
        self.source, self.target = Side(source), Side(target)
        self.forth, self.back = _links(self.source, self.target, langs, lexicons)
        self.sketch = Sketch(self.source, self.target, self.meaning)
        self.path = self._path()
        self.shares = (weights.share, weights.share)
        self.lengths = Lengths.guessed(self.source, self.target)
        self.expected = self._expected(self.source), self._expected(self.target)

    def run(self, progress: Progress = silent) -> list[Step]:
        """The best alignment, once nothing changes any more or all passes are done, and what moved in it."""
        passes = self.weights.passes
        progress(0, passes)
        lattice, found = self.align()
        steps = lattice.best(*found)
        for done in range(1, passes):
            progress(done, passes)
            self.learn(steps)
            del lattice, found  # the largest things there are, before the next of them
            lattice, found = self.align()
            before, steps = {step[:4] for step in steps}, lattice.best(*found)
            if sum(step[:4] not in before for step in steps) < SETTLED * len(steps):
                break
        return uncross(self.pairing, self.known, lattice, found, self.path)

    def align(self) -> tuple[Lattice, tuple[Floats, Floats]]:
        """All monotone alignments with what is known so far, and their probabilities."""
        band = Band.around(self.path, self.weights.margin)
        lattice = self.pairing.lattice(band, self.known)
        return lattice, lattice.probabilities()

    @property
    def pairing(self) -> Pairing:
        """Both sides."""
        return Pairing(self.source, self.target, self.expected, self.breaks, self.meaning)

    @property
    def known(self) -> Knowledge:
        """What is known of the whole so far."""
        return Knowledge((self.forth, self.back), self.shares, self.lengths, self.weights)

    def learn(self, steps: list[Step]) -> None:
        """Take from ``steps`` the document's own lexicon, how much is translated, lengths, paragraphs, and a new path.

        The path is looked for again in the whole, now that more words are known: one that was lost is found again.
        """
        sure = sure_beads(steps, self.weights.sure)
        if len(sure) < FEWEST:
            return
        rows, columns, values = own_lexicon(self.source, self.target, sure, self.weights)
        values = values * np.float32(self.weights.learned)
        self.forth, self.back = self.forth.joined(rows, columns, values), self.back.joined(columns, rows, values)
        self.shares = self._shares(sure)
        self.lengths = self.lengths.learned(self.source, self.target, sure)
        self.breaks = self.breaks.learned(sure)
        self.path = self._path()

    def _path(self) -> Ints:
        return find_path(*self.sketch.vectors(self.forth, self.back))

    def _expected(self, side: Side) -> Floats:
        return side.expectation(self.weights.nearby, self.weights.reach, self.weights.rarest)

    def _shares(self, beads: list[Step]) -> tuple[float, float]:
        turned = [bead.turned for bead in beads]
        there = (self.source, self.target, self.forth, self.expected[1], beads)
        here = (self.target, self.source, self.back, self.expected[0], turned)
        return (
            translated_share(*there, self.weights, self.shares[0]),
            translated_share(*here, self.weights, self.shares[1]),
        )


def _links(
    source: Side, target: Side, langs: tuple[str, str], lexicons: tuple[Lexicon, Lexicon] | None
) -> tuple[Links, Links]:
    there, here = language(langs[0]), language(langs[1])
    turned = (lexicons[1], lexicons[0]) if lexicons else None
    return (
        Bridge(source, target, (there, here), lexicons).links(),
        Bridge(target, source, (here, there), turned).links(),
    )
