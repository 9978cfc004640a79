"""Sentences as short dense vectors, in which sums of sentences are sums of vectors: enough to find the way, no more.

Each side's bag of words, weighted by rarity, and its translation into the other side's words are projected at random
(Johnson & Lindenstrauss 1984; Achlioptas 2003 for signs), the seed being fixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.sums import grouped

if TYPE_CHECKING:
    from mtqa.align.links import Links
    from mtqa.align.meaning import Meaning
    from mtqa.align.side import Floats, Side

DIMENSIONS = 128
"""Of each of the two spaces."""


class Sketch:
    """Both texts as vectors; what does not depend on the links between them is made once."""

    def __init__(self, source: Side, target: Side, meaning: Meaning | None = None) -> None:
        """Draw the signs and add up each side's own words; ``meaning`` adds an encoder's vectors."""
        signs = np.random.default_rng(0)
        self.source, self.target, self.meaning = source, target, meaning
        self.types = _types(source, signs), _types(target, signs)
        self.own = _centred(_sums(source, self.types[0])), _centred(_sums(target, self.types[1]))

    def vectors(self, forth: Links, back: Links) -> tuple[Floats, Floats]:
        """Two arrays of shape (sentences, dimensions): both bags of words, and an encoder's vectors where there are some.

        Each of the parts of a row was of length 1 before the mean was taken off.
        """
        left = [_centred(_sums(self.source, _through(forth, self.types[1]))), self.own[0]]
        right = [self.own[1], _centred(_sums(self.target, _through(back, self.types[0])))]
        if self.meaning:
            left, right = [*left, _centred(self.meaning.source)], [*right, _centred(self.meaning.target)]
        return np.hstack(left), np.hstack(right)


def _types(side: Side, signs: np.random.Generator) -> Floats:
    random = signs.integers(0, 2, (len(side.vocabulary), DIMENSIONS), dtype=np.int8).astype(np.float32) * 2 - 1
    vectors: Floats = random * side.rarity()[:, None]
    return vectors


def _through(links: Links, vectors: Floats) -> Floats:
    """Per row of ``links`` the weighted sum of its columns' vectors."""
    return grouped(vectors, links.columns, links.starts, links.values)


def _sums(side: Side, vectors: Floats) -> Floats:
    return grouped(vectors, side.numbers, side.starts)


def _centred(vectors: Floats) -> Floats:
    """At length 1, minus their mean: what all sentences share says nothing."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    at_one = vectors / np.maximum(length, np.float32(1e-9))
    centred: Floats = at_one - at_one.mean(axis=0)
    return centred
