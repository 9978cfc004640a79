"""The words a language model knows, cased, and how any token becomes one of them or a class.

Numbers, years, masked stretches, unknown words (capitalised or not) and unknown marks are classes. A capital at the
beginning of a sentence says nothing, so there a word takes the casing that it has more often elsewhere (truecasing,
Lita et al. 2003, ACL, reduced to frequencies).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mtqa.pack.tables import load_array
from mtqa.pack.word_list import load_words, save_words
from mtqa.text.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

Ints = npt.NDArray[np.int32]

CLASSES = ("<s>", "</s>", "<unknown>", "<Unknown>", "<mark>", "<number>", "<year>", "<masked>")
"""The entries before all words: sentence begin and end, then what stands for tokens that are no known word."""
BEGIN, END, UNKNOWN, CAPITALISED, MARK, NUMBER, YEAR, MASKED = range(len(CLASSES))
OPENERS = frozenset('.!?:…„“”"»«‚‘›‹(–—•*')
"""After one of these, as at the beginning, a capital may be due to the place."""
REMEMBERED = 400_000
"""Tokens whose number is kept before the memo starts afresh."""
YEARS = re.compile(r"(?:1[5-9]|20)\d\d")


def class_of(token: str) -> int:
    """The class of a token that is no known word."""
    first = token[0]
    if first.isdigit():
        return YEAR if YEARS.fullmatch(token) else NUMBER
    if first == FILLER:
        return MASKED
    if not first.isalpha():
        return MARK
    return CAPITALISED if first.isupper() else UNKNOWN


class _Memo(dict[str, int]):
    """Numbers by token, found once each; starts afresh when it has grown large."""

    def __init__(self, find: Callable[[str], int]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, token: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        number = self[token] = self.find(token)
        return number


class Vocabulary:
    """Words by number, and their numbers where a sentence begins."""

    def __init__(self, words: Sequence[str], initial: npt.NDArray[Any], types: npt.NDArray[Any]) -> None:
        """Hold ``words`` (after the classes), the number each takes at a beginning, and the size of each class.

        ``types`` says how many distinct unseen tokens each class stood for in training (0 for words): a class's
        probability is shared among them.
        """
        self.words = tuple(words)
        self.initial = np.asarray(initial, dtype=np.int32)
        self.types = np.asarray(types, dtype=np.int32)
        self.numbers = dict(zip(self.words, range(len(CLASSES), len(CLASSES) + len(self.words)), strict=True))
        self._within = _Memo(self.number)
        self._begins = _Memo(self.begins)

    def __len__(self) -> int:
        """How many entries there are, classes included."""
        return len(CLASSES) + len(self.words)

    def __contains__(self, word: object) -> bool:
        """Whether ``word``, cased as it is or in lower case, is known."""
        return word in self.numbers or (isinstance(word, str) and word.lower() in self.numbers)

    def number(self, token: str) -> int:
        """The number of a token within a sentence; an unknown one gets its class, one in capitals its usual casing."""
        found = self.numbers.get(token)
        if found is None and token[0].isalpha():
            found = self._recased(token)
        return class_of(token) if found is None else found

    def begins(self, token: str) -> int:
        """The number of a token where a sentence begins."""
        found = self.numbers.get(token)
        if found is not None:
            return int(self.initial[found])
        lower = self.numbers.get(token.lower()) if token[0].isupper() else None
        return self.number(token) if lower is None else lower

    def _recased(self, token: str) -> int | None:
        if len(token) > 1 and token.isupper():
            return self.numbers.get(token.capitalize()) or self.numbers.get(token.lower())
        return None

    def encode(self, sentences: Sequence[Sequence[str]]) -> tuple[Ints, npt.NDArray[np.int64]]:
        """Numbers of all tokens, each sentence after a BEGIN and before an END; and where each sentence's BEGIN is."""
        flat: list[int] = []
        starts = [0]
        within, begins = self._within, self._begins
        for sentence in sentences:
            flat.append(BEGIN)
            beginning = True
            for token in sentence:
                flat.append(begins[token] if beginning else within[token])
                beginning = token in OPENERS or (beginning and not token[0].isalpha())
            flat.append(END)
            starts.append(len(flat))
        return np.array(flat, dtype=np.int32), np.array(starts, dtype=np.int64)

    def save(self, folder: Path) -> None:
        """Write the vocabulary into ``folder``."""
        save_words(folder, "words", self.words)
        other = np.flatnonzero(self.initial != np.arange(len(self)))
        np.save(folder / "initial.npy", np.stack([other, self.initial[other]]).astype(np.uint32), allow_pickle=False)
        np.save(folder / "types.npy", self.types[: len(CLASSES)].astype(np.uint32), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary:
        """The vocabulary in ``folder``."""
        words = load_words(folder, "words")
        initial = np.arange(len(CLASSES) + len(words))
        other, instead = load_array(folder / "initial.npy")
        initial[other] = instead
        types = np.ones(len(initial))
        types[: len(CLASSES)] = load_array(folder / "types.npy")
        return cls(words, initial, types)
