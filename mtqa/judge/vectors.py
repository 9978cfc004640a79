"""Vectors of single words, found once each and kept for the batches after: most words of a batch stood in the one before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mtqa.encode.static import StaticEncoder

Floats = npt.NDArray[np.float32]

TINY = 1e-9
REMEMBERED = 30_000
"""Words whose vectors are kept before a batch starts afresh."""


class WordVectors:
    """The mean of each word's subword vectors: as it is, at length 1, and how long it is."""

    def __init__(self, encoder: StaticEncoder) -> None:
        """Know no word yet."""
        self._encoder = encoder
        self.clear()

    def clear(self) -> None:
        """Forget all words."""
        self._places: dict[str, int] = {}
        self._raw = np.zeros((0, self._encoder.dimensions), np.float32)
        self._units, self._norms = self._raw.copy(), np.zeros(0, np.float32)

    def __len__(self) -> int:
        """How many words are known."""
        return len(self._places)

    def places(self, words: Sequence[str]) -> list[int]:
        """Where the words are kept; those that are new are found together, which is far cheaper than one by one."""
        known = self._places
        try:
            return [known[word] for word in words]
        except KeyError:
            self._add([word for word in dict.fromkeys(words) if word not in known])
            return [known[word] for word in words]

    def raw(self, places: Sequence[int]) -> Floats:
        """Shape (words, dimensions)."""
        return self._raw.take(places, axis=0)

    def units(self, places: Sequence[int]) -> Floats:
        """The same at length 1."""
        return self._units.take(places, axis=0)

    def norms(self, places: Sequence[int]) -> Floats:
        """Shape (words,): the lengths of the vectors."""
        return self._norms.take(places)

    def _add(self, words: Sequence[str]) -> None:
        start, end = len(self), len(self) + len(words)
        if end > len(self._raw):
            self._grow(end)
        vectors = self._encoder.embed_words(words)
        norms = np.linalg.norm(vectors, axis=-1)
        self._raw[start:end], self._norms[start:end] = vectors, norms
        self._units[start:end] = vectors / (norms[:, None] + TINY)
        self._places.update(zip(words, range(start, end), strict=True))

    def _grow(self, least: int) -> None:
        """Make room for at least so many words, and for as many again as there are."""
        more = max(least, 2 * len(self)) - len(self._raw)
        self._raw, self._units = (np.pad(kept, ((0, more), (0, 0))) for kept in (self._raw, self._units))
        self._norms = np.pad(self._norms, (0, more))


@lru_cache(4)
def word_vectors(encoder: StaticEncoder) -> WordVectors:
    """The words of an encoder; the same ones whenever they are asked for again."""
    return WordVectors(encoder)


def unit(vectors: Floats) -> Floats:
    """The vectors at length 1."""
    norms = np.sqrt(np.add.reduce(vectors * vectors, axis=-1, keepdims=True))  # as numpy's, without a copy
    return np.asarray(vectors / (norms + TINY), np.float32)
