"""An n-gram model in use: sorted 32-bit hashes of n-grams, one byte a probability, all memory-mapped.

A probability p is the byte -32 log10 p, rounded (a step is 7.5 %, the smallest 1e-8). An n-gram that was never seen is
taken for another with a probability of the number of n-grams over 2^32, about one in 2,000.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mtqa.pack.tables import load_array
from mtqa.pack.vocabulary import CAPITALISED, MARK, UNKNOWN, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mtqa.pack.base import Floats, Ints

Bytes = npt.NDArray[np.uint8]

STEPS = 32
"""Steps a power of ten."""
LOG10 = (-np.arange(256) / STEPS).astype(np.float32)
"""The log10 probability that each byte stands for."""


def quantise(probability: npt.NDArray[Any]) -> Bytes:
    """The bytes of probabilities."""
    steps = np.rint(-STEPS * np.log10(np.maximum(probability, 1e-300)))
    return np.asarray(np.clip(steps, 0, 255), dtype=np.uint8)


def mix(state: npt.NDArray[np.uint64], words: npt.NDArray[Any]) -> npt.NDArray[np.uint64]:
    """The hash of an n-gram from that of all but its last word, and its last word (of the empty one: zeros)."""
    mixed = (state ^ (words.astype(np.uint64) + np.uint64(1))) * np.uint64(0x9E3779B97F4A7C15)
    return np.asarray(mixed ^ (mixed >> np.uint64(29)), dtype=np.uint64)


def fingerprint(state: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint32]:
    """The 32 bits of a hash that are stored."""
    return ((state * np.uint64(0xBF58476D1CE4E5B9)) >> np.uint64(32)).astype(np.uint32)


@dataclass(frozen=True)
class Level:
    """The n-grams of one order from 2: sorted fingerprints, probabilities, and back-off weights as contexts.

    N-grams of the highest order are no contexts: their ``backoff`` is empty.
    """

    keys: npt.NDArray[np.uint32]
    probability: Bytes
    backoff: Bytes

    def find(self, keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
        """The place of each key, -1 for one that is not there."""
        if not len(self.keys):
            return np.full(len(keys), -1)
        place = np.searchsorted(self.keys, keys)
        place[place == len(self.keys)] = 0
        return np.where(self.keys[place] == keys, place, -1)


@dataclass(frozen=True)
class Scores:
    """What a model says of sentences, each list with an entry a sentence; see LanguageModel for the shapes."""

    score: list[Floats]
    unigram: list[Floats]
    order: list[Ints]


class NgramModel:
    """An n-gram model of one language (implements LanguageModel)."""

    def __init__(self, vocabulary: Vocabulary, unigrams: Floats, backoffs: Floats, levels: Sequence[Level]) -> None:
        """Hold log10 probabilities and back-offs of single words and the levels from order 2."""
        self.vocabulary = vocabulary
        self.unigrams = np.asarray(unigrams, dtype=np.float32)
        self.backoffs = np.asarray(backoffs, dtype=np.float32)
        self.levels = tuple(levels)
        self.spread = np.log10(vocabulary.types).astype(np.float32)
        self._last: tuple[tuple[tuple[str, ...], ...], Scores] = (), Scores([], [], [])

    def __contains__(self, word: object) -> bool:
        """Whether the word, cased as it is or in lower case, is in the vocabulary."""
        return word in self.vocabulary

    def score(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Per sentence, shape (tokens + 1,): log10 p(token | the tokens before it), the last entry for the end."""
        return self.scores(sentences).score

    def unigram(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Per sentence, shape (tokens,): log10 p(token) without context; an unknown token has its class's mean."""
        return self.scores(sentences).unigram

    def order(self, sentences: Sequence[Sequence[str]]) -> list[Ints]:
        """Per sentence, shape (tokens + 1,): the length of the n-gram each score came from; 0 for unknown tokens."""
        return self.scores(sentences).order

    def scores(self, sentences: Sequence[Sequence[str]]) -> Scores:
        """All three of :meth:`score`, :meth:`unigram` and :meth:`order`, as read-only arrays.

        The last answer is remembered, so asking for the three of the same sentences, one after another, costs one.
        """
        asked = tuple(map(tuple, sentences))
        before, answer = self._last
        if asked != before:
            answer = self._scores(asked)
            self._last = asked, answer  # one assignment, so that threads never see half of it
        return answer

    def _scores(self, sentences: Sequence[Sequence[str]]) -> Scores:
        tokens, starts = self.vocabulary.encode(sentences)
        plain = self.unigrams[tokens] - self.spread[tokens]
        score, order = self._look_up(tokens, starts)
        order[(tokens == UNKNOWN) | (tokens == CAPITALISED) | (tokens == MARK)] = 0
        for values in (score, plain, order):
            values.setflags(write=False)
        spans = list(zip((starts[:-1] + 1).tolist(), starts[1:].tolist(), strict=True))
        return Scores(
            [score[start:end] for start, end in spans],
            [plain[start : end - 1] for start, end in spans],
            [order[start:end] for start, end in spans],
        )

    def _look_up(self, tokens: npt.NDArray[np.int32], starts: npt.NDArray[np.int64]) -> tuple[Floats, Ints]:
        """Score and order at each place; those of BEGIN mean nothing."""
        score = self.unigrams[tokens]
        order = np.ones(len(tokens), dtype=np.int32)
        backoff = self.backoffs[tokens]  # of the n-gram, one order below, that ends at each place
        known = np.ones(len(tokens), dtype=bool)
        place_in = np.arange(len(tokens)) - np.repeat(starts[:-1], np.diff(starts))
        state = mix(np.zeros(len(tokens), dtype=np.uint64), tokens)
        for length, level in enumerate(self.levels, 2):
            context_known = np.concatenate([[False], known[:-1]]) & (place_in >= length - 1)
            state = mix(np.concatenate([state[:1], state[:-1]]), tokens)
            at = np.full(len(tokens), -1)
            at[context_known] = level.find(fingerprint(state[context_known]))
            found = at >= 0
            score = score + np.where(context_known, np.concatenate([[0], backoff[:-1]]), 0).astype(np.float32)
            score[found] = LOG10[level.probability[at[found]]]
            order[found] = length
            if len(level.backoff):
                backoff = np.where(found, LOG10[level.backoff[at]], np.float32(0))
            known = found
        return score - self.spread[tokens], order

    def save(self, folder: Path) -> None:
        """Write the model into ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        self.vocabulary.save(folder)
        np.save(folder / "1.probability.npy", self.unigrams.astype(np.float16), allow_pickle=False)
        np.save(folder / "1.backoff.npy", self.backoffs.astype(np.float16), allow_pickle=False)
        for length, level in enumerate(self.levels, 2):
            for name in ("keys", "probability", "backoff"):
                if len(getattr(level, name)):
                    np.save(folder / f"{length}.{name}.npy", getattr(level, name), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> NgramModel:
        """The model in ``folder``; its arrays are memory-mapped."""
        lengths = sorted(int(path.name.partition(".")[0]) for path in folder.glob("*.keys.npy"))
        levels = [_load_level(folder, length) for length in lengths]
        unigrams, backoffs = (load_array(folder / f"1.{name}.npy") for name in ("probability", "backoff"))
        return cls(Vocabulary.load(folder), unigrams, backoffs, levels)


def _load_level(folder: Path, length: int) -> Level:
    keys, probability = (load_array(folder / f"{length}.{name}.npy") for name in ("keys", "probability"))
    path = folder / f"{length}.backoff.npy"
    backoff = load_array(path) if path.exists() else np.empty(0, dtype=np.uint8)
    if len(keys) != len(probability) or len(backoff) not in (0, len(keys)):
        raise ValueError(f"the arrays of {length}-grams do not belong together")
    return Level(keys, probability, backoff)
