"""Sentences as short dense vectors, in which sums of sentences are sums of vectors: enough to find the way, no more.

Each side's bag of words, weighted by rarity, and its translation into the other side's words are projected at random
(Johnson & Lindenstrauss 1984; Achlioptas 2003 for signs), the seed being fixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mtqa.align.links import Links
    from mtqa.align.meaning import Meaning
    from mtqa.align.side import Floats, Side

DIMENSIONS = 128
"""Of each of the two spaces."""
ROWS = 4096
"""Sentences in hand at once, which bounds the memory."""


def sketches(
    source: Side, target: Side, forth: Links, back: Links, meaning: Meaning | None = None
) -> tuple[Floats, Floats]:
    """Two arrays of shape (sentences, dimensions): both bags of words, and an encoder's vectors where there are some.

    Each of the parts of a row was of length 1 before the mean was taken off.
    """
    signs = np.random.default_rng(0)
    by_source, by_target = _types(source, signs), _types(target, signs)
    left = [_sums(source, _through(forth, by_target)), _sums(source, by_source)]
    right = [_sums(target, by_target), _sums(target, _through(back, by_source))]
    if meaning:
        left, right = [*left, meaning.source], [*right, meaning.target]
    return np.hstack([_centred(part) for part in left]), np.hstack([_centred(part) for part in right])


def _types(side: Side, signs: np.random.Generator) -> Floats:
    random = signs.integers(0, 2, (len(side.vocabulary), DIMENSIONS), dtype=np.int8).astype(np.float32) * 2 - 1
    vectors: Floats = random * side.rarity()[:, None]
    return vectors


def _through(links: Links, vectors: Floats) -> Floats:
    """Per row of ``links`` the weighted sum of its columns' vectors."""
    sums = np.zeros((len(links.starts) - 1, DIMENSIONS), dtype=np.float32)
    for first in range(0, len(sums), ROWS):
        last = min(first + ROWS, len(sums))
        begin, end = links.starts[first], links.starts[last]
        some = first + np.flatnonzero(np.diff(links.starts[first : last + 1]))
        if len(some):
            weighted = vectors[links.columns[begin:end]] * links.values[begin:end, None]
            sums[some] = np.add.reduceat(weighted, links.starts[some] - begin, axis=0)
    return sums


def _sums(side: Side, vectors: Floats) -> Floats:
    sums = np.zeros((len(side), DIMENSIONS), dtype=np.float32)
    for first in range(0, len(side), ROWS):
        last = min(first + ROWS, len(side))
        begin, end = side.starts[first], side.starts[last]
        sums[first:last] = np.add.reduceat(vectors[side.numbers[begin:end]], side.starts[first:last] - begin, axis=0)
    return sums


def _centred(vectors: Floats) -> Floats:
    """At length 1, minus their mean: what all sentences share says nothing."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    at_one = vectors / np.maximum(length, np.float32(1e-9))
    centred: Floats = at_one - at_one.mean(axis=0)
    return centred
