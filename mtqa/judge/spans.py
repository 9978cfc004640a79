"""From the chance that each word is wrong to the stretch of words that a reader would mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mtqa.judge.evidence import Evidence, Floats

HYPHENS = frozenset("-–")

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

    A run takes the determiners before it and leaves those at its end: a reader marks „der vielen Völker“, not „Völker“. Runs
    that meet are one. A capitalised word that the source has too begins none: it is a name, or the business of who looks for
    what is untranslated. ``bare`` leaves determiners as they are: post-editors change the words alone.
    """
    tokens = row.target.tokens
    joins = [
        bool(chance >= join) and (token.is_word or token.text in HYPHENS)
        for token, chance in zip(tokens, chances, strict=True)
    ]
    copied = {token.text.lower() for token in row.source.tokens if token.text[:1].isupper()}
    last = -1
    found: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if at <= last or not token.is_word or chances[at] < seed or _is_copied(token.text, copied):
            continue
        first = last = at
        while first > max(0, at - REACH) and joins[first - 1]:
            first -= 1
        while last + 1 < min(len(tokens), at + REACH + 1) and joins[last + 1]:
            last += 1
        while not bare and first > 0 and row.target.lower[first - 1] in row.target.language.before_nouns:
            first -= 1
        while (
            not bare
            and last > at
            and chances[last] < seed
            and row.target.lower[last] in row.target.language.before_nouns
        ):
            last -= 1
        if found and first <= found[-1][1] + 1:
            first = found.pop()[0]
        found.append((first, last))
    for first, end in found:
        peak = first + int(np.argmax(chances[first : end + 1]))
        yield Stretch(first, end, peak, float(chances[peak]))


def _is_copied(word: str, copied: set[str]) -> bool:
    return word[0].isupper() and word.lower() in copied
