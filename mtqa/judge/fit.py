"""How well each target word fits the sentence and the source word it renders: the evidence that tells senses apart.

Word vectors are the static encoder's, in which both languages share a space;
that a wrong sense stands out from the words around the source word, and its alternatives less so, is the idea of
cross-lingual word sense disambiguation by context vectors (Apidianaki 2009).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.encode.static import StaticEncoder
from mtqa.judge.evidence import Evidence, Ints
from mtqa.judge.vectors import REMEMBERED, TINY, WordVectors, unit, word_vectors
from mtqa.lang.base import short
from mtqa.pack.base import Lexicon, Pack
from mtqa.text.view import View

Floats = npt.NDArray[np.float32]

ALTERNATIVES = 10
"""Other renderings of the source word that are compared."""
LIKELY = 0.02
"""p(rendering | source word) that one of them must have."""
ALIKE = 4
"""Letters that a rendering shares with the token where it is the same word."""

CELLS = 4_000_000
"""About how many pairs of tokens are held against each other at once: bounds the memory that a long text takes."""

VECTOR_COLUMNS = ("norm", "nearest", "margin", "origin", "to_source", "to_target", "without")
"""Length of the token's vector; cosine with the nearest source token, how far the next one is behind, and that with the one
that supports it; cosines with both sentences; how much the two sentences lose without the token."""
SENSE_COLUMNS = ("relative", "entropy", "choices", "rival", "usual", "context", "unknown", "alone")
"""log p(token | source word) minus that of the best rendering; entropy and number of the source word's renderings; how much
better the token fits the source's other words than its best rival, and than the usual rendering; how well it fits them;
whether the table lacks the source word; whether no source word supports the token."""


class Fit:
    """The evidence of one pack; lists of renderings are found once each."""

    def __init__(self, pack: Pack, encoder: StaticEncoder, source_lang: str, target_lang: str) -> None:
        """Hold what is asked."""
        self.lexicon: Lexicon = pack.lexicon(short(source_lang), short(target_lang))
        self.words: WordVectors = word_vectors(encoder)
        self._senses: dict[tuple[str, str], _Senses] = {}

    def columns(self, row: Evidence) -> Floats:
        """Shape (tokens, VECTOR_COLUMNS and SENSE_COLUMNS), zeros where there is no source."""
        if not row.source.tokens or not row.target.tokens:
            return np.zeros((len(row.target.tokens), len(VECTOR_COLUMNS) + len(SENSE_COLUMNS)), np.float32)
        target, source = (_Side.of(self.words, view.lower) for view in (row.target, row.source))
        return np.concatenate([_vector_columns(row, target, source), self._sense_columns(row, target, source)], axis=1)

    def units(self, words: Sequence[str]) -> Floats:
        """Shape (words, dimensions): the mean of each word's subword vectors, at length 1."""
        return self.words.units(self.words.places(words))

    def prepare(self, rows: Sequence[Evidence]) -> None:
        """Find the vectors of all words of the rows at once, which is far cheaper than row by row."""
        if len(self.words) > REMEMBERED:
            self.words.clear()
        words = dict.fromkeys(word for row in rows for view in (row.source, row.target) for word in view.lower)
        for row in rows:
            for origin in {*row.support_from.tolist()} - {-1}:
                words |= dict.fromkeys(self._senses_of(row.source, origin).likely)
        self.words.places(list(words))

    def _senses_of(self, source: View, at: int) -> _Senses:
        """What the source word at that token may mean."""
        key = source.lower[at], source.bases[at]
        if key not in self._senses:
            found = next(filter(None, map(self.lexicon.translations, key)), [])
            self._senses[key] = _Senses(found, self.units)
        return self._senses[key]

    def _sense_columns(self, row: Evidence, target: _Side, source: _Side) -> Floats:
        out = np.zeros((len(target.raw), len(SENSE_COLUMNS)), np.float32)
        origins = row.support_from
        out[:, 7] = origins < 0
        told = [(at, senses) for at, origin in enumerate(origins.tolist())
                if origin >= 0 and (senses := self._senses_of(row.source, origin)).found]  # fmt: skip
        places = [at for at, _ in told]
        out[:, 6] = origins >= 0
        out[places, 6] = 0
        around = _around(row.source, source).take(origins[places], axis=0)
        own = np.matmul(target.units[places][:, None, :], around[:, :, None])[:, 0, 0].astype(np.float64)
        likeliest = np.array([senses.found[0][1] for _, senses in told])
        out[places, 0] = np.log(np.maximum(row.support[places].astype(np.float64), 1e-4) / likeliest)
        out[places, 1:3] = [(senses.entropy, len(senses.found)) for _, senses in told] or np.zeros((0, 2))
        rivals = (senses.rivals(row.target.lower[at]) for at, senses in told)
        fits = [(rival @ beside).tolist() if rival is not None else [mine]
                for rival, beside, mine in zip(rivals, around, own.tolist(), strict=True)]  # fmt: skip
        out[places, 3] = own - [max(fit) for fit in fits]
        out[places, 4] = own - [fit[0] for fit in fits]
        out[places, 5] = own
        return out


def _around(view: View, source: _Side) -> Floats:
    """For each source token what the content words besides it say together, at length 1."""
    functions = view.language.function_words
    content = np.array([word not in functions and word[0].isalpha() for word in view.lower], np.float32)
    weighed = source.raw * content[:, None]
    return unit(weighed.sum(0) - weighed)


class _Side(NamedTuple):
    """The vectors of a text's tokens: as they are, at length 1, and their lengths."""

    raw: Floats
    units: Floats
    norms: Floats

    @classmethod
    def of(cls, words: WordVectors, texts: Sequence[str]) -> _Side:
        """Those of these tokens."""
        places = words.places(texts)
        return cls(words.raw(places), words.units(places), words.norms(places))


class _Senses:
    """The renderings of a source word with their probability, the likeliest first, and what is asked about them."""

    def __init__(self, found: list[tuple[str, float]], units: Callable[[Sequence[str]], Floats]) -> None:
        self.found = found
        self.likely = [text for text, probability in found[:ALTERNATIVES] if probability > LIKELY]
        self._units = units
        self._rivals: dict[str, Floats | None] = {}

    @cached_property
    def entropy(self) -> float:
        """Of the renderings' shares."""
        shares = np.array([probability for _, probability in self.found])
        shares /= shares.sum()
        return -float((shares * np.log(shares + TINY)).sum())

    def rivals(self, word: str) -> Floats | None:
        """The vectors of the likely renderings that begin otherwise, at length 1; None where there are none."""
        head = word[:ALIKE]
        if head not in self._rivals:
            others = [text for text in self.likely if text[:ALIKE] != head]
            self._rivals[head] = self._units(others) if others else None
        return self._rivals[head]


def _vector_columns(row: Evidence, target: _Side, source: _Side) -> Floats:
    step = max(1, CELLS // len(source.units))
    blocks = [slice(start, start + step) for start in range(0, len(target.units), step)]
    near = np.concatenate([_nearest(target.units[block], source.units, row.support_from[block]) for block in blocks])
    whole, other = target.raw.sum(0), unit(source.raw.sum(0))
    without = float(unit(whole) @ other) - unit(whole[None, :] - target.raw) @ other
    columns = (target.norms, *near.T, target.units @ other, target.units @ unit(whole), without)
    return np.stack(columns, axis=1).astype(np.float32)


def _nearest(target: Floats, source: Floats, origins: Ints) -> Floats:
    """Per target token the cosine with the nearest source token, how far the next one is behind, and that with its origin."""
    cosines = target @ source.T
    ordered = np.sort(cosines, axis=1)
    second = ordered[:, -2] if cosines.shape[1] > 1 else 0 * ordered[:, -1]
    origin = np.where(origins >= 0, cosines[np.arange(len(cosines)), np.maximum(origins, 0)], -1)
    return np.stack([ordered[:, -1], ordered[:, -1] - second, origin], axis=1)
