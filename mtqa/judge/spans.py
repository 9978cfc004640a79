"""From the chance that each word is wrong to the stretch of words that a reader would mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.judge.evidence import Evidence, Floats

HYPHENS = frozenset("-–")

NEAR = 0.25
"""The share of the highest chance in a stretch that each of its words has. On unseen documents .25 finds .61 of the major errors
and is right in .715; .35 .60 and .707, .5 .57 and .69, for .01 and .04 more precision of characters."""
REACH = 4
"""How many words a stretch reaches to either side of the one it began with: readers mark phrases, not sentences."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` (inclusive); ``chance`` is the highest of any of them, ``peak`` the token that has it."""

    first: int
    last: int
    peak: int
    chance: float


def stretches(row: Evidence, chances: Floats, seed: float, join: float, *, bare: bool = False) -> Iterator[Stretch]:
    """Runs around words with a chance of at least ``seed``, over neighbours of at least ``join``, in order.

    Beside a word that is surely wrong, what is merely doubtful is none of the error: a neighbour has :data:`NEAR` of the peak's
    chance. A run takes the determiners before it and leaves those at its end: a reader marks „der vielen Völker“, not
    „Völker“. Runs that meet are one. A capitalised word that the source has too begins none: it is a name, or the business of
    who looks for what is untranslated. ``bare`` leaves determiners as they are: post-editors change the words alone.
    """
    tokens = row.target.tokens
    able = [token.is_word or token.text in HYPHENS for token in tokens]
    copied = {token.text.lower() for token in row.source.tokens if token.text[:1].isupper()}
    found: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        reached = found[-1][1] if found else -1
        if at <= reached or not token.is_word or chances[at] < seed or _is_copied(token.text, copied):
            continue
        floor = max(join, NEAR * _peak(chances, able, at, join))
        if chances[at] < floor:
            continue  # the peak behind it begins a run of its own
        first, last = _grown(chances, able, at, floor)
        if not bare:
            first, last = _with_determiners(row, chances, (first, last), at, seed)
        if found and first <= found[-1][1] + 1:
            first = found.pop()[0]
        found.append((first, last))
    for first, end in found:
        peak = first + int(np.argmax(chances[first : end + 1]))
        yield Stretch(first, end, peak, float(chances[peak]))


def _peak(chances: Floats, able: Sequence[bool], at: int, join: float) -> float:
    """The highest chance from the token on, as far as a run may reach."""
    return float(chances[at : _grown(chances, able, at, join)[1] + 1].max())


def _grown(chances: Floats, able: Sequence[bool], at: int, floor: float) -> tuple[int, int]:
    first = last = at
    while first > max(0, at - REACH) and able[first - 1] and chances[first - 1] >= floor:
        first -= 1
    while last + 1 < min(len(able), at + REACH + 1) and able[last + 1] and chances[last + 1] >= floor:
        last += 1
    return first, last


def _with_determiners(row: Evidence, chances: Floats, run: tuple[int, int], at: int, seed: float) -> tuple[int, int]:
    (first, last), words = run, row.target.language.before_nouns
    while first > 0 and row.target.lower[first - 1] in words:
        first -= 1
    while last > at and chances[last] < seed and row.target.lower[last] in words:
        last -= 1
    return first, last


def _is_copied(word: str, copied: set[str]) -> bool:
    return word[0].isupper() and word.lower() in copied
