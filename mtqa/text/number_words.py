"""Numbers written in words: ``einundzwanzig``, ``zwei Millionen``, ``one hundred and five``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.lang.base import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtqa.text.words import Token

DOZEN = 12


@lru_cache(64)
def _pieces(lang: str) -> re.Pattern[str]:
    words = sorted(language(lang).number_words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{language(lang).number_joiner})?({'|'.join(words)})")


@lru_cache(1 << 15)
def word_value(word: str, lang: str) -> float | None:
    """The value of one lower-case word, written-together ones included; None where it is no number."""
    data = language(lang)
    value = data.number_words.get(word)
    if value is not None or not data.compounds or len(word) < 6:
        return value
    pieces, position = [], 0
    while match := _pieces(lang).match(word, position):
        pieces.append(data.number_words[match[1]])
        position = match.end()
    return evaluate(pieces) if len(pieces) > 1 and position == len(word) else None


def evaluate(parts: Sequence[float]) -> float:
    """The value of number words in a row: 2, 100, 5, 1000 is 205,000."""
    total = current = 0.0
    for part in parts:
        if part >= 1000:
            total, current = total + (current or 1) * part, 0.0
        elif part == 100 or (part == DOZEN and 0 < current < 10):
            current = (current or 1) * part
        else:
            current += part
    return total + current


def fits(last: float, following: float) -> bool:
    """Whether ``following`` goes on with the number that ended in ``last``: 20 and 1, 2 and 100, 1000 and 5."""
    if following >= 100 or following == DOZEN:
        return last < following or last >= 1000
    return (20 <= last < 100 and last % 10 == 0 and 0 < following < 10) or (last >= 100 and following >= 1)


def word_runs(tokens: Sequence[Token], lower: Sequence[str], lang: str) -> Iterator[tuple[int, int, float]]:
    """(first token, token after the last, value) of each number in words, in order."""
    position = 0
    while position < len(tokens):
        value = word_value(lower[position], lang)
        if value is None:
            position += 1
            continue
        end, parts = position + 1, [value]
        while (found := _next(tokens, lower, end, lang)) and fits(parts[-1], found[1]):
            end = found[0] + 1
            parts.append(found[1])
        yield position, end, evaluate(parts)
        position = end


def _next(tokens: Sequence[Token], lower: Sequence[str], at: int, lang: str) -> tuple[int, float] | None:
    """The next number word's token and value, past one hyphen or joiner."""
    if at < len(tokens) - 1 and lower[at] in ("-", language(lang).number_joiner):
        at += 1
    if at >= len(tokens) or tokens[at].start - tokens[at - 1].end > 1:
        return None
    value = word_value(lower[at], lang)
    return None if value is None else (at, value)
