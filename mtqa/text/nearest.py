"""The known word that a misspelt one was meant to be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.lang.base import language
from mtqa.text.lexicon import frequent, zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST = 40
"""Letters of the longest word that slips are looked for in: their number grows with its square."""


@lru_cache(1 << 14)
def nearest_words(word: str, lang: str, least: float) -> tuple[str, ...]:
    """The words one slip away from ``word`` (a letter too many, missing, wrong or swapped), in lower case.

    Those of Zipf frequency ``least`` or more, frequent ones first. The first letter and the last two stay: slips there
    are mostly other forms of the word, or names (Damerau 1964: four of five misspellings are one such slip).
    """
    if len(word) > LONGEST:
        return ()
    found = frequent(_slips(word.lower(), LETTERS + language(lang).letters), lang, least)
    return tuple(sorted(found, key=lambda other: (-zipf(other, lang), other)))


def _slips(word: str, letters: str) -> Iterator[str]:
    for at in range(1, len(word) - 2):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            yield head + letter + tail[1:]
