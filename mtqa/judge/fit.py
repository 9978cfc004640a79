"""How well each target word fits the sentence and the source word it renders: the evidence that tells senses apart.

Word vectors are the static encoder's, in which both languages share a space;
that a wrong sense stands out from the words around the source word, and its alternatives less so, is the idea of
cross-lingual word sense disambiguation by context vectors (Apidianaki 2009).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

TOKENS = 1000
"""About how many target tokens' vectors are in hand at once: they stay in the processor's cache."""

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

    def columns(self, rows: Sequence[Evidence]) -> Floats:
        """Shape (target tokens of all rows, VECTOR_COLUMNS and SENSE_COLUMNS), zeros where there is no source."""
        ends = np.cumsum([0, *(len(row.target.tokens) for row in rows)]).tolist()
        out = np.zeros((ends[-1], len(VECTOR_COLUMNS) + len(SENSE_COLUMNS)), np.float32)
        able = [at for at, row in enumerate(rows) if row.source.tokens and row.target.tokens]
        for piece in _pieces(able, [len(row.target.tokens) for row in rows]):
            target = _Side.of(self.words, [rows[at].target for at in piece])
            source, number = _sources(self.words, [rows[at].source for at in piece])
            own = [rows[at] for at in piece]
            found = np.concatenate([
                _vector_columns(own, target, source, number), self._sense_columns(own, target, source, number)
            ], axis=1)  # fmt: skip
            for at, values in zip(piece, np.split(found, target.starts[1:]), strict=True):
                out[ends[at] : ends[at + 1]] = values
        return out

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

    def _sense_columns(self, rows: Sequence[Evidence], target: _Side, source: _Side, number: Sequence[int]) -> Floats:
        out = np.zeros((len(target.raw), len(SENSE_COLUMNS)), np.float32)
        origins = np.concatenate([row.support_from for row in rows])
        out[:, 7] = origins < 0
        out[:, 6] = origins >= 0
        told = list(self._told(rows, target.starts.tolist(), source.starts[number].tolist()))
        if not told:
            return out
        places = [one.place for one in told]
        out[places, 6] = 0
        around = _around(source).take([one.origin for one in told], axis=0)
        own = np.matmul(target.units[places][:, None, :], around[:, :, None])[:, 0, 0].astype(np.float64)
        support = np.concatenate([row.support for row in rows])[places].astype(np.float64)
        likeliest = np.array([one.senses.found[0][1] for one in told])
        out[places, 0] = np.log(np.maximum(support, 1e-4) / likeliest)
        out[places, 1:3] = [(one.senses.entropy, len(one.senses.found)) for one in told]
        fits = _fits(told, around, own.tolist())
        out[places, 3] = own - [best for best, _ in fits]
        out[places, 4] = own - [first for _, first in fits]
        out[places, 5] = own
        return out

    def _told(self, rows: Sequence[Evidence], starts: Sequence[int], others: Sequence[int]) -> Iterator[_Told]:
        """The tokens that a word supports of which renderings are known; ``starts``, ``others``: where each row's sides begin."""
        for row, start, other in zip(rows, starts, others, strict=True):
            words = row.target.lower
            known: dict[int, _Senses | None] = {-1: None}
            for at, origin in enumerate(row.support_from.tolist()):
                if origin not in known:
                    known[origin] = self._senses_of(row.source, origin)
                senses = known[origin]
                if senses is not None and senses.found:
                    yield _Told(start + at, words[at][:ALIKE], other + origin, senses)


def _pieces(numbers: Sequence[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    """Those numbers in pieces of about :data:`TOKENS` tokens in all."""
    piece: list[int] = []
    total = 0
    for number in numbers:
        piece.append(number)
        total += sizes[number]
        if total >= TOKENS:
            yield piece
            piece, total = [], 0
    if piece:
        yield piece


class _Side(NamedTuple):
    """The vectors of some texts' tokens, one text after the other: as they are, at length 1, and their lengths.

    ``starts``: where each text begins; ``content``: 1 for each token that is a content word, else 0.
    """

    raw: Floats
    units: Floats
    norms: Floats
    starts: Ints
    lengths: Ints
    content: Floats

    @classmethod
    def of(cls, words: WordVectors, views: Sequence[View]) -> _Side:
        """Those of these texts."""
        texts = [word for view in views for word in view.lower]
        lengths = np.array([len(view.lower) for view in views])
        places, functions = words.places(texts), views[0].language.function_words
        content = np.array([word not in functions and word[0].isalpha() for word in texts], np.float32)
        return cls(
            words.raw(places), words.units(places), words.norms(places), np.cumsum(lengths) - lengths, lengths, content
        )

    def sums(self, vectors: Floats) -> Floats:
        """Shape (texts, dimensions): the sum of each text's vectors, added up one after the other."""
        bounds = zip(self.starts.tolist(), (self.starts + self.lengths).tolist(), strict=True)
        return np.stack([np.add.reduce(vectors[start:end]) for start, end in bounds])

    def without(self, vectors: Floats) -> Floats:
        """What the others of its text sum up to, for each token, at length 1."""
        return unit(np.repeat(self.sums(vectors), self.lengths, axis=0) - vectors)


def _sources(words: WordVectors, views: Sequence[View]) -> tuple[_Side, list[int]]:
    """The different ones of the texts, and which of them each is: translations of one text often lie beside each other."""
    different = {id(view): view for view in views}
    number = {key: at for at, key in enumerate(different)}
    return _Side.of(words, list(different.values())), [number[id(view)] for view in views]


def _around(source: _Side) -> Floats:
    """For each source token what the content words besides it say together, at length 1."""
    return source.without(source.raw * source.content[:, None])


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

    def rivals(self, head: str) -> Floats | None:
        """The vectors of the likely renderings that begin otherwise, at length 1; None where there are none."""
        if head not in self._rivals:
            others = [text for text in self.likely if text[:ALIKE] != head]
            self._rivals[head] = self._units(others) if others else None
        return self._rivals[head]


class _Told(NamedTuple):
    """A token that a source word supports: its place and beginning, that word's place, and what that word may mean."""

    place: int
    head: str
    origin: int
    senses: _Senses


def _fits(told: Sequence[_Told], around: Floats, own: Sequence[float]) -> list[tuple[float, float]]:
    """How well the best of each token's rivals fits, and the likeliest of them; the token itself where it has none."""
    known: dict[tuple[int, str], tuple[float, float] | None] = {}
    out = []
    for one, beside, mine in zip(told, around, own, strict=True):
        key = one.origin, one.head
        if key not in known:
            rivals = one.senses.rivals(one.head)
            fit = (rivals @ beside).tolist() if rivals is not None else []
            known[key] = (max(fit), fit[0]) if fit else None
        out.append(known[key] or (mine, mine))
    return out


def _vector_columns(rows: Sequence[Evidence], target: _Side, source: _Side, number: Sequence[int]) -> Floats:
    """Products of vectors are made row by row, so that a row's figures do not hang on those around it."""
    wholes, others = unit(target.sums(target.raw)), unit(source.sums(source.raw))
    without = target.without(target.raw)
    out = np.empty((len(target.raw), len(VECTOR_COLUMNS)), np.float32)
    out[:, 0] = target.norms
    for row, whole, start, length, at in zip(
        rows, wholes, target.starts.tolist(), target.lengths.tolist(), number, strict=True
    ):
        own = slice(start, start + length)
        other, vectors = others[at], target.units[own]
        beside = source.units[source.starts[at] : source.starts[at] + source.lengths[at]]
        step = max(1, CELLS // len(beside))
        for first in range(0, length, step):
            block = slice(first, first + step)
            out[own][block, 1:4] = _nearest(vectors[block], beside, row.support_from[block])
        out[own, 4], out[own, 5] = vectors @ other, vectors @ whole
        out[own, 6] = float(whole @ other) - without[own] @ other
    return out


def _nearest(target: Floats, source: Floats, origins: Ints) -> Floats:
    """Per target token the cosine with the nearest source token, how far the next one is behind, and that with its origin."""
    cosines = target @ source.T
    ordered = np.sort(cosines, axis=1)
    second = ordered[:, -2] if cosines.shape[1] > 1 else 0 * ordered[:, -1]
    origin = np.where(origins >= 0, cosines[np.arange(len(cosines)), np.maximum(origins, 0)], -1)
    return np.stack([ordered[:, -1], ordered[:, -1] - second, origin], axis=1)
