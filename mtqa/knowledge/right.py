"""Whether a translation has a right rendering: as words, within a compound, or with its prefix split off."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from mtqa.knowledge.rules import Rule
from mtqa.lang.base import language
from mtqa.text.view import View, per_view

STEM = 4
"""Letters that the stem of a right rendering must have to be looked for inside words."""

Place = tuple[int, int]
"""A half-open range of tokens."""


def has_right(rule: Rule, target: View, wrong: Place = (0, 0)) -> bool:
    """Whether the target has one of the right renderings: as words, within a compound, or with its prefix split off.

    The tokens at ``wrong`` do not count: „gemischte Tasche“ is not right because something „gemischtes“ would be.
    """
    there = _rendered(_renderings(rule), _said(target))
    if not there or wrong == (0, 0):
        return bool(there)
    return bool(_rendered(there, _besides(target, *wrong)))


class Said(NamedTuple):
    """What a target says: its words (as they stand, and their dictionary forms), and all of them in one text."""

    words: Container[str]
    text: str


@per_view
def _said(target: View) -> Said:
    """What the whole target says."""
    return Said(target.said, "\n".join([*target.lower, *target.bases]))


@lru_cache(64)
def _besides(target: View, low: int, high: int) -> Said:
    """What the target says besides the tokens ``low`` to ``high``; kept for the last ones, as many rules ask."""
    text, starts = _said(target).text, _starts(target)
    count = len(target.lower)
    parts = text[: starts[low]], text[starts[high] : starts[count + low]], text[starts[count + high] :]
    return Said(_Besides(target.places, range(low, high)), "".join(parts))


@per_view
def _starts(target: View) -> list[int]:
    """Where in the text of :func:`_said` each word begins, and the end."""
    return list(accumulate((len(word) + 1 for word in (*target.lower, *target.bases)), initial=0))


@dataclass(frozen=True, slots=True)
class _Besides:
    """The words that stand elsewhere than in some places."""

    places: Mapping[str, Sequence[int]]
    without: range

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and any(at not in self.without for at in self.places.get(word, ()))


def _rendered(renderings: Sequence[Rendering], said: Said) -> list[Rendering]:
    """Those whose words are all said."""
    words, text = said
    out = []
    for rendering in renderings:
        for word, part, splits in rendering:
            if word in words or (part and part in text):
                continue
            if not splits or not _stands_apart(splits, words):
                break
        else:
            out.append(rendering)
    return out


Split = tuple[str, str]
"""Prefix and verb of a separable verb."""
RightWord = tuple[str, str, tuple[Split, ...]]
"""A word of a right rendering: itself, its stem or nothing, and how it may be split."""
Rendering = tuple[RightWord, ...]


@cache
def _renderings(rule: Rule) -> tuple[Rendering, ...]:
    """The words of each of the rule's right renderings."""
    return tuple(words for text in rule.right if (words := _words(text, rule.langs[1])))


@cache
def _words(text: str, lang: str) -> Rendering:
    """The words of a right rendering in lower case, without gaps.

    Each with its stem (empty where that is too short to be looked for inside words), and how it may be split.
    """
    words = [part.lstrip("=").lower() for part in text.replace("-", " ").split() if part != "*"]
    apart = language(lang).separable
    return tuple((word, stem(word) if len(stem(word)) >= STEM else "", _splits(word, apart)) for word in words)


def _stands_apart(splits: tuple[Split, ...], words: Container[str]) -> bool:
    """Whether both parts of any split are among the words."""
    return any(rest in words and prefix in words for prefix, rest in splits)


def _splits(word: str, separable: tuple[str, ...]) -> tuple[Split, ...]:
    """Prefix and verb of a separable verb, in each way it may be one."""
    if not word.startswith(separable):
        return ()
    return tuple((prefix, word[len(prefix) :]) for prefix in separable if word.startswith(prefix) and word != prefix)


@cache
def stem(word: str) -> str:
    """A right rendering without its ending, lower case: generous, since it only ever silences."""
    low = word.lower()
    for ending in ("en", "ern", "eln", "e", "n"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low
