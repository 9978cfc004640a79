"""What a word is looked up by in a lexicon: itself, else its relatives, each at a discount."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mtqa.pack.stems import split, stem
from mtqa.pack.tables import LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping

Longs = npt.NDArray[np.int64]

STEM_DISCOUNT = round(-LEVELS * np.log10(0.4))
"""Levels taken from evidence by stem (a factor of 0.4)."""
PART_DISCOUNT = round(-LEVELS * np.log10(0.2))
"""Levels taken from evidence by a compound's part (a factor of 0.2)."""
REMEMBERED = 400_000
"""Words whose keys are kept before the memory starts afresh."""
NONE = -1


class Keys(dict[str, int]):
    """Words of one side by number, in the order in which they were first asked for, and what each is looked up by.

    A key is the number of a word, or, after all words, that of a stem; every word has at most two.
    """

    def __init__(
        self, words: Mapping[str, int], stems: Mapping[str, int], endings: tuple[str, ...], digits: dict[str, int]
    ) -> None:
        """Hold the two tables' words of one side and its endings; ``digits`` numbers numbers, shared by both sides."""
        super().__init__()
        self.words = words
        self.stems = stems
        self.endings = endings
        self.digits = digits
        self._rows: list[tuple[int, int, int, int, int]] = []
        self._done = np.empty((0, 5), dtype=np.int64)

    def __missing__(self, word: str) -> int:
        """Number a new word."""
        number = self[word] = len(self._rows)
        self._rows.append((*self._find(word.lower()), self._digits(word)))
        return number

    def table(self) -> Longs:
        """A row a word: first key, its discount, second key, its discount (-1: none), and the number's number (-1)."""
        if len(self._done) < len(self._rows):
            new = np.array(self._rows[len(self._done) :], dtype=np.int64)
            self._done = np.concatenate([self._done, new])
        return self._done

    def refresh(self) -> None:
        """Start afresh if much is remembered."""
        if len(self) > REMEMBERED:
            self.clear()
            self._rows.clear()
            self._done = self._done[:0]

    def _find(self, word: str) -> tuple[int, int, int, int]:
        exact = self.words.get(word, NONE)
        if not word.isalpha():
            return exact, 0, NONE, 0
        short = stem(word, self.endings)
        related = self._stem(short)
        if exact == NONE and related == NONE and (parts := split(short, self.stems)):
            return self._stem(parts[0]), PART_DISCOUNT, self._stem(parts[1]), PART_DISCOUNT
        return exact, 0, related, STEM_DISCOUNT

    def _stem(self, short: str) -> int:
        found = self.stems.get(short, NONE)
        return found if found == NONE else len(self.words) + found

    def _digits(self, word: str) -> int:
        if not word[0].isdigit():
            return NONE
        return self.digits.setdefault("".join(filter(str.isdigit, word)), len(self.digits))
