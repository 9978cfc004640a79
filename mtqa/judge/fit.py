"""How well each target word fits the sentence and the source word it renders: the evidence that tells senses apart.

Dear, so it is asked about rough texts alone. Word vectors are the static encoder's, in which both languages share a space;
that a wrong sense stands out from the words around the source word, and its alternatives less so, is the idea of
cross-lingual word sense disambiguation by context vectors (Apidianaki 2009).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mtqa.encode.static import StaticEncoder
from mtqa.judge.evidence import Evidence
from mtqa.lang.base import short
from mtqa.pack.base import Lexicon, Pack

Floats = npt.NDArray[np.float32]

ALTERNATIVES = 10
"""Other renderings of the source word that are compared."""
LIKELY = 0.02
"""p(rendering | source word) that one of them must have."""
ALIKE = 4
"""Letters that a rendering shares with the token where it is the same word."""
TINY = 1e-9

VECTOR_COLUMNS = ("norm", "nearest", "margin", "origin", "to_source", "to_target", "without")
"""Length of the token's vector; cosine with the nearest source token, how far the next one is behind, and that with the one
that supports it; cosines with both sentences; how much the two sentences lose without the token."""
SENSE_COLUMNS = ("relative", "entropy", "choices", "rival", "usual", "context", "unknown", "alone")
"""log p(token | source word) minus that of the best rendering; entropy and number of the source word's renderings; how much
better the token fits the source's other words than its best rival, and than the usual rendering; how well it fits them;
whether the table lacks the source word; whether no source word supports the token."""


class Fit:
    """The evidence of one pack; vectors of words and lists of renderings are found once each."""

    def __init__(self, pack: Pack, encoder: StaticEncoder, source_lang: str, target_lang: str) -> None:
        """Hold what is asked."""
        self.lexicon: Lexicon = pack.lexicon(short(source_lang), short(target_lang))
        self.encoder = encoder
        self._vectors: dict[str, Floats] = {}
        self._renderings: dict[str, list[tuple[str, float]]] = {}

    def columns(self, row: Evidence) -> Floats:
        """Shape (tokens, VECTOR_COLUMNS and SENSE_COLUMNS), zeros where there is no source."""
        if not row.source.tokens or not row.target.tokens:
            return np.zeros((len(row.target.tokens), len(VECTOR_COLUMNS) + len(SENSE_COLUMNS)), np.float32)
        target, source = self.vectors(row.target.lower), self.vectors(row.source.lower)
        return np.concatenate([_vector_columns(row, target, source), self._sense_columns(row, target, source)], axis=1)

    def vectors(self, words: Sequence[str]) -> Floats:
        """Shape (words, dimensions): the mean of each word's subword vectors."""
        new = [word for word in dict.fromkeys(words) if word not in self._vectors]
        if new:
            self._vectors.update(zip(new, self.encoder.embed_words(new), strict=True))
        return np.stack([self._vectors[word] for word in words])

    def units(self, words: Sequence[str]) -> Floats:
        """:meth:`vectors` at length 1."""
        return unit(self.vectors(words))

    def renderings(self, word: str, base: str) -> list[tuple[str, float]]:
        """The renderings of a source word with their probability, the likeliest first."""
        if word not in self._renderings:
            self._renderings[word] = self.lexicon.translations(word) or self.lexicon.translations(base)
        return self._renderings[word]

    def _sense_columns(self, row: Evidence, target: Floats, source: Floats) -> Floats:
        out = np.zeros((len(target), len(SENSE_COLUMNS)), np.float32)
        functions = row.source.language.function_words
        content = np.array([word not in functions and word[0].isalpha() for word in row.source.lower], np.float32)
        total = (source * content[:, None]).sum(0)
        for at, origin in enumerate(row.support_from.tolist()):
            if origin < 0:
                out[at, 7] = 1
                continue
            found = self.renderings(row.source.lower[origin], row.source.bases[origin])
            if not found:
                out[at, 6] = 1
                continue
            around = unit(total - source[origin] * content[origin])
            out[at, :6] = self._sense(row.target.lower[at], float(row.support[at]), found, unit(target[at]), around)
        return out

    def _sense(
        self, word: str, support: float, found: list[tuple[str, float]], vector: Floats, around: Floats
    ) -> tuple[float, ...]:
        shares = np.array([probability for _, probability in found])
        shares /= shares.sum()
        own = float(vector @ around)
        rivals = [
            other
            for other, probability in found[:ALTERNATIVES]
            if probability > LIKELY and other[:ALIKE] != word[:ALIKE]
        ]
        fits = unit(self.vectors(rivals)) @ around if rivals else np.array([own])
        relative = np.log(max(support, 1e-4) / found[0][1])
        entropy = -float((shares * np.log(shares + TINY)).sum())
        return relative, entropy, len(found), own - float(fits.max()), own - float(fits[0]), own


def unit(vectors: Floats) -> Floats:
    """The vectors at length 1."""
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + TINY), np.float32)


def _vector_columns(row: Evidence, target: Floats, source: Floats) -> Floats:
    units, others = unit(target), unit(source)
    cosines = units @ others.T
    ordered = np.sort(cosines, axis=1)
    second = ordered[:, -2] if cosines.shape[1] > 1 else 0 * ordered[:, -1]
    origin = np.where(row.support_from >= 0, cosines[np.arange(len(target)), np.maximum(row.support_from, 0)], -1)
    whole, other = target.sum(0), unit(source.sum(0))
    without = float(unit(whole) @ other) - unit(whole[None, :] - target) @ other
    columns = (np.linalg.norm(target, axis=1), ordered[:, -1], ordered[:, -1] - second, origin, units @ other,
               units @ unit(whole), without)  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)
