"""Sentence vectors of an encoder as evidence, for languages that no pack knows the words of.

Where a pack's lexicon is at hand its static encoder adds nothing (measured: less than .001 strict F1 either way).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.align.side import Floats, Ints
    from mtqa.encode.base import Encoder

WEIGHT, EXPECTED, BOUND = 2.0, 1.0, 6.0
"""Each standard deviation above :data:`EXPECTED`, at most :data:`BOUND` of them, is worth :data:`WEIGHT`."""
CHUNK = 16_384


@dataclass(frozen=True, slots=True)
class Meaning:
    """A vector for each sentence of both sides, about as long as the sentence, so that groups are sums."""

    source: Floats
    target: Floats

    @classmethod
    def of(cls, encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> Meaning:
        """Encode both sides; what all sentences of a side share is taken off."""
        return cls(_centred(encoder, source), _centred(encoder, target))

    def taken(self, source: Ints, target: Ints) -> Meaning:
        """Of some sentences alone."""
        return Meaning(self.source[source], self.target[target])

    def likeness(self, i: Ints, j: Ints, sources: int, targets: int) -> Floats:
        """The cosine of ``sources`` sentences from i and ``targets`` from j on, per place, -1 to 1."""
        likeness = np.zeros(len(i), dtype=np.float32)
        for first in range(0, len(i), CHUNK):
            part = slice(first, first + CHUNK)
            left = sum(self.source[i[part] + offset] for offset in range(sources))
            right = sum(self.target[j[part] + offset] for offset in range(targets))
            length = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
            likeness[part] = np.einsum("ij,ij->i", left, right) / np.maximum(length, np.float32(1e-9))
        return likeness


def worth(likeness: Floats, chance: tuple[float, float]) -> Floats:
    """What a likeness is worth, given mean and deviation of that of single sentences near each other."""
    off = (likeness - chance[0]) / max(chance[1], 1e-6) - EXPECTED
    found: Floats = (WEIGHT * np.clip(off, -BOUND, BOUND)).astype(np.float32)
    return found


def _centred(encoder: Encoder, sentences: Sequence[str]) -> Floats:
    size = np.array([len(sentence.split()) for sentence in sentences], dtype=np.float32)
    vectors = encoder.encode(sentences)
    centred: Floats = (vectors - vectors.mean(axis=0)) * size[:, None]
    return centred
