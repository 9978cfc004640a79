"""Which language a text is in, from what :mod:`mtqa.lang` knows: function words, typical spellings, alphabets.

A word on a language's list of function words speaks for it, so does an unlisted word with a letter group that is
typical of it, and a letter that its alphabet lacks speaks against it. The evidence is summed over the text and made a
probability over the languages (naive Bayes; function words and short letter groups as evidence: Grefenstette 1995,
"Comparing two language identification schemes").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.lang.base import LANGUAGES, Language

Weights = npt.NDArray[np.float64]

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")

LISTED = 3.0
"""Log odds that a word on a language's list gives it against a language that does not list it."""
LISTED_LETTER = 1.0
"""The same for a word of one letter, which is as often a symbol (*%s*, *A.*)."""
TYPICAL = 1.0
"""Log odds that a typical spelling in an unlisted word gives its language."""
FOREIGN = -2.5
"""Log odds against a language, of a word with a letter that its alphabet lacks."""


class Guess(NamedTuple):
    """A language's code, empty where nothing speaks for any, and the probability that it is right, 0 to 1."""

    code: str
    confidence: float


NOTHING = Guess("", 0.0)


def detect(text: str, among: Iterable[str] = ()) -> Guess:
    """The most probable language of ``text``; only of the codes ``among``, where any are given."""
    return detect_all([text], among)[0]


def detect_all(texts: Sequence[str], among: Iterable[str] = ()) -> list[Guess]:
    """:func:`detect` for each of ``texts``."""
    detector = _detector(tuple(sorted(set(among))) or tuple(LANGUAGES.units))
    return detector.guesses(texts)


def plausibility(text: str) -> float:
    """How much the words of ``text`` speak for the language they fit best: log odds a word, up to 3.

    Below 0 for what no language spells; tells a text from the same text decoded wrongly.
    """
    total, words = _detector(tuple(LANGUAGES.units)).weigh([text])
    return float(total.max()) / max(words[0], 1)


class _Detector:
    """What words say about some languages: vectors of log odds with a place for each language."""

    def __init__(self, codes: Iterable[str]) -> None:
        known = [LANGUAGES[code] for code in codes if code in LANGUAGES]
        self.codes = [language.code for language in known]
        self.lists = [language.function_words for language in known]
        self.alphabets = [_alphabet(language) for language in known]
        self.patterns = [re.compile("|".join(language.spellings) or "(?!)") for language in known]
        self.evidence = lru_cache(maxsize=1 << 16)(self._evidence)

    def _evidence(self, word: str) -> Weights:
        listed = [word in words for words in self.lists]
        if any(listed):
            return (LISTED if len(word) > 1 else LISTED_LETTER) * np.array(listed, dtype=float)
        letters = set(word) - {"'"}
        return np.array([
            (0.0 if letters <= alphabet else FOREIGN) + (TYPICAL if pattern.search(word) else 0.0)
            for alphabet, pattern in zip(self.alphabets, self.patterns, strict=True)
        ])  # fmt: skip

    def weigh(self, texts: Sequence[str]) -> tuple[Weights, list[int]]:
        """For each text, what its words say about each language, and how many words it has."""
        numbers: dict[str, int] = {}
        words = [[numbers.setdefault(word, len(numbers)) for word in _words(text)] for text in texts]
        counts = [len(found) for found in words]
        total = np.zeros((len(texts), len(self.codes)))
        if numbers and self.codes:
            of_word = np.array([self.evidence(word) for word in numbers])
            spoken = np.flatnonzero(counts)
            starts = np.concatenate([[0], np.cumsum(counts)[spoken][:-1]])
            total[spoken] = np.add.reduceat(of_word[[number for found in words for number in found]], starts)
        return total, counts

    def guesses(self, texts: Sequence[str]) -> list[Guess]:
        total, _ = self.weigh(texts)
        if not self.codes:
            return [NOTHING] * len(texts)
        odds = np.exp(total - total.max(1, keepdims=True))
        best = odds.argmax(1)
        sure = odds.max(1) / odds.sum(1)
        told = np.ptp(total, 1) > 0
        return [
            Guess(self.codes[one], chance) if one_told else NOTHING
            for one, chance, one_told in zip(best.tolist(), sure.tolist(), told.tolist(), strict=True)
        ]


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text).lower().replace("’", "'"))


def _alphabet(language: Language) -> frozenset[str]:
    latin = all(unicodedata.name(letter, "").startswith("LATIN") for letter in language.letters)
    return frozenset(language.letters) | (LATIN if latin else frozenset())


@cache
def _detector(codes: tuple[str, ...]) -> _Detector:
    return _Detector(codes)
