"""What two words have in common by their form alone: numbers, names, cognates, marks, relatives, parts of compounds."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Prefix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PREFIX = 5
"""Words that begin with the same five letters are candidates for relatives and cognates (Simard et al. 1992: four)."""
CROWD = 24
"""A beginning that more types than this share says nothing."""
RELATED = 0.6
"""Relatives share at least this part of the longer word."""
LONGEST = 100
"""Letters of the longest word that is taken apart."""
PART = 4
"""The shortest part of a compound."""
SPELLING = str.maketrans({"ß": "s", "c": "k", "z": "k", "y": "i", "w": "v", "f": "v"})
"""Letters that change places between spellings of the same foreign word."""


def digits(word: str) -> str:
    """The digits of a number, so that 7,2 and 7.2 are the same."""
    return "".join(filter(str.isdigit, word))


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """``word`` without accents."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """``word`` so that cognates and transliterations look alike: Präsident, president; Kiew, Kyjiw."""
    return plain(word).replace("ph", "f").replace("th", "t").replace("ck", "k").translate(SPELLING)


def common(left: str, right: str) -> float:
    """Which part of the longer word the common beginning is, 0 to 1."""
    return Prefix.similarity(left, right) / max(len(left), len(right), 1)


class Beginnings:
    """Types by the beginning of a form of theirs."""

    def __init__(self, types: Iterable[str], form: Callable[[str], str]) -> None:
        """Index ``types``, in their order, by ``form``."""
        self.form = form
        self.found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, word in enumerate(types):
            if word[:1].isalpha():
                shape = form(word)
                self.found[shape[:PREFIX]].append((place, shape))

    def like(self, word: str) -> list[tuple[int, float]]:
        """The types that begin like ``word``, with the part that is common; 1 for the same form."""
        shape = self.form(word)
        near = self.found.get(shape[:PREFIX], ())
        return [(place, common(shape, other)) for place, other in near] if len(near) <= CROWD else []


def parts(word: str, is_word: Callable[[str], bool], linking: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """All splits of a compound into two known words, with a linking element between them or none."""
    if len(word) > LONGEST:
        return
    for cut in range(PART, len(word) - PART + 1):
        if is_word(word[cut:]):
            head = word[:cut]
            for link in ("", *linking):
                rest = head.removesuffix(link)
                if len(rest) >= PART and len(rest) + len(link) == cut and is_word(rest):
                    yield rest, word[cut:]
                    break
