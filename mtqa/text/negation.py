"""Whether a text says no: the words that negate, and those by which another language may say so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.lang.base import language
from mtqa.text.view import View, per_view

REST = 3
"""Letters of a word that must be left beside a beginning or ending of no more letters: ``un-`` is not meant for „und“."""


CONTRACTED = ("n't", "n’t")
"""What an English verb ends in that is joined to its negation."""


class _Words(NamedTuple):
    """Whole words, beginnings and endings, ready to be asked."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether the word is one of them; a beginning or an ending wants a word that it is part of."""
        return word in self.whole or any(
            len(part) > REST or len(word) - len(part) >= REST
            for parts, has in ((self.beginnings, word.startswith), (self.endings, word.endswith))
            for part in parts
            if has(part)
        )


@cache
def _of(words: frozenset[str]) -> _Words:
    return _Words(
        frozenset(word for word in words if "-" not in word),
        tuple(sorted(word[:-1] for word in words if word.endswith("-") and not word.startswith("-"))),
        tuple(sorted(word.strip("-") for word in words if word.startswith("-"))),
    )


@lru_cache(1 << 16)
def _negates(word: str, lang: str) -> bool:
    listed = _of(language(lang).negations)
    return word in listed.whole or word.startswith(listed.beginnings)


@lru_cache(1 << 16)
def _says_no(word: str, lang: str) -> bool:
    """Whether the word negates, on its own or by what is joined to it."""
    return _negates(word, lang) or word.endswith(CONTRACTED)


@lru_cache(1 << 16)
def _nearly(word: str, lang: str) -> bool:
    data = language(lang)
    listed = _of(data.near_negations)
    return word in listed.whole or (word not in data.function_words and listed.has(word))


@per_view
def negations(view: View) -> list[int]:
    """The tokens that negate, in order; ``don't`` is one."""
    negating = {word for word in view.words if _says_no(word, view.lang)}
    if not negating:
        return []
    return [
        at for at, word in enumerate(view.lower) if word in negating and not (word == "no" and _is_number(view, at))
    ]


COUNTED = frozenset("part order serial item model ref reference article invoice account batch".split())
"""Before *no* these say that it is short for number."""


def _is_number(view: View, at: int) -> bool:
    """Whether *no* is short for number: *no. 5*, *part no*."""
    after = view.lower[at + 1 : at + 3]
    return (at > 0 and view.lower[at - 1] in COUNTED) or (len(after) > 1 and after[0] == "." and after[1][0].isdigit())


@per_view
def says_no(view: View) -> bool:
    """Whether anything in the text negates, or nearly does."""
    return bool(negations(view)) or any(_nearly(word, view.lang) for word in view.lower)


def is_taken_back(view: View, at: int) -> bool:
    """Whether the negation at token ``at`` is undone by a word beside it: ``not unusual``, ``nicht ohne``."""
    return any(_nearly(word, view.lang) or _negates(word, view.lang) for word in view.lower[at + 1 : at + 3])


def known(langs: Iterable[str]) -> bool:
    """Whether the negations of all these languages are known."""
    return all(language(lang).negations for lang in langs)
