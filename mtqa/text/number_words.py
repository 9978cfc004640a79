"""Numbers written in words: ``einundzwanzig``, ``zwei Millionen``, ``two thirds``, ``half a million``, ``zweieinhalb``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.lang.base import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtqa.text.words import Token

DOZEN = 12

ADJECTIVE = re.compile(r"(.{3,})(?:jähr|täg|wöch|monat|stünd|minüt|stell|köpf|teil|tür|spur|sprach|seit)ige?[nrsm]?")
"""German adjectives with a number in front: *dreiunddreißigjährig*."""

SCALE = 1000
"""From this value on a word multiplies all before it and begins anew."""


class WordRun(NamedTuple):
    """A number in words: tokens ``first`` to before ``after``, its value, and the scale word's value that it ends in (or 1)."""

    first: int
    after: int
    value: float
    scale: float = 1
    kind: str = "word"


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
    if (stem := ADJECTIVE.fullmatch(word)) is not None:
        return word_value(stem[1], lang)
    pieces, position = [], 0
    while match := _pieces(lang).match(word, position):
        pieces.append(data.number_words[match[1]])
        position = match.end()
    return evaluate(pieces) if len(pieces) > 1 and position == len(word) else None


def evaluate(parts: Sequence[float]) -> float:
    """The value of number words in a row: 2, 100, 5, 1000 is 205,000."""
    total = current = 0.0
    for part in parts:
        if part >= SCALE:
            total, current = total + (current or 1) * part, 0.0
        elif part == 100 or (part == DOZEN and 0 < current < 10):
            current = (current or 1) * part
        else:
            current += part
    return total + current


def fits(last: float, following: float) -> bool:
    """Whether ``following`` goes on with the number that ended in ``last``: 20 and 1, 2 and 100, 1000 and 5."""
    if last >= SCALE:
        return following < last
    if following >= 100 or (following == DOZEN and last < 100):
        return last < following
    return (20 <= last < 100 and last % 10 == 0 and 1 <= following < 10) or (last >= 100 and following >= 1)


def word_runs(tokens: Sequence[Token], lower: Sequence[str], lang: str) -> Iterator[WordRun]:
    """Each number in words, in order."""
    position = 0
    while position < len(tokens):
        value = word_value(lower[position], lang)
        if value is None:
            position += 1
            continue
        run = _run(tokens, lower, position, value, lang)
        yield run
        position = run.after


def _run(tokens: Sequence[Token], lower: Sequence[str], start: int, value: float, lang: str) -> WordRun:
    end, parts = start + 1, [value]
    while (found := _next(tokens, lower, end, lang)) and fits(parts[-1], found[1]):
        end = found[0] + 1
        parts.append(found[1])
    if half := _half(lower, end, parts, lang):
        return WordRun(start, half[0], *half[1:])
    if share := _share(tokens, lower, start, end, evaluate(parts), lang):
        part = _part(lower, *share, lang)
        return WordRun(start, *part) if part else WordRun(start, *share, kind="fraction")
    if (year := _year(tokens, lower, end, parts, lang)) is not None:
        return WordRun(start, year[0], year[1])
    return WordRun(start, end, evaluate(parts), parts[-1] if parts[-1] >= SCALE else 1)


def _share(
    tokens: Sequence[Token], lower: Sequence[str], start: int, end: int, value: float, lang: str
) -> tuple[int, float] | None:
    """The token after ``two thirds``, or ``third`` in *a (good) third of it* (not in *the third of May*), and its value."""
    if (fraction := _denominator(tokens, lower, end, lang)) and 1 <= value < 100:
        return fraction[0], value / fraction[1]
    behind, before = lower[end : end + 1], lower[max(0, start - 2) : start]
    alone = end == start + 1 and f"{lower[start]}s" in language(lang).fractions
    return (end, min(value, 1 / value)) if alone and "a" in before and list(behind) == ["of"] else None


def _part(lower: Sequence[str], at: int, share: float, lang: str) -> tuple[int, float, float] | None:
    """``a quarter of a million``: the token after it, its value and its scale."""
    if list(lower[at : at + 2]) not in (["of", "a"], ["of", "one"]):
        return None
    scale = _scale(lower, at + 2, lang)
    return (at + 3, share * scale, scale) if scale > 1 else None


def _half(lower: Sequence[str], end: int, parts: list[float], lang: str) -> tuple[int, float, float] | None:
    """``two and a half million``, ``half a million``, ``half a dozen``: the token after it, its value and its scale."""
    if parts == [0.5] and list(lower[end : end + 2]) == ["a", "dozen"]:
        return end + 2, 0.5 * DOZEN, 1
    if parts == [0.5] and lower[end : end + 1] == ["a"]:
        scale = _scale(lower, end + 1, lang)
        return (end + 2, 0.5 * scale, scale) if scale > 1 else None
    if parts in ([0.5], [0.25]) and (part := _part(lower, end, parts[0], lang)):
        return part
    if list(lower[end : end + 3]) == ["and", "a", "half"]:
        scale = _scale(lower, end + 3, lang)
        return end + 3 + (scale > 1), (evaluate(parts) + 0.5) * scale, scale
    return None


def _scale(lower: Sequence[str], at: int, lang: str) -> float:
    value = word_value(lower[at], lang) if at < len(lower) else None
    return value if value is not None and value >= 100 else 1


def _denominator(tokens: Sequence[Token], lower: Sequence[str], at: int, lang: str) -> tuple[int, int] | None:
    """The token after ``thirds`` in ``two thirds`` or ``two-thirds``, and 3."""
    if at < len(lower) and lower[at] == "-":
        at += 1
    value = language(lang).fractions.get(lower[at]) if at < len(lower) else None
    return None if value is None or tokens[at].start - tokens[at - 1].end > 1 else (at + 1, value)


def _year(
    tokens: Sequence[Token], lower: Sequence[str], at: int, parts: list[float], lang: str
) -> tuple[int, float] | None:
    """``nineteen eighty-four`` as the year that it is in English."""
    if lang[:2] != "en" or len(parts) > 1 or not 11 <= parts[0] <= 20 or at >= len(lower):
        return None
    second = word_value(lower[at], lang)
    if second is None or not 10 <= second < 100 or tokens[at].start - tokens[at - 1].end > 1:
        return None
    end = at + 1
    following = _next(tokens, lower, end, lang)
    if following and fits(second, following[1]) and following[1] < 10:
        end, second = following[0] + 1, second + following[1]
    return end, 100 * parts[0] + second


def _next(tokens: Sequence[Token], lower: Sequence[str], at: int, lang: str) -> tuple[int, float] | None:
    """The next number word's token and value, past one hyphen or joiner."""
    if at < len(tokens) - 1 and lower[at] in ("-", language(lang).number_joiner):
        at += 1
    if at >= len(tokens) or tokens[at].start - tokens[at - 1].end > 1:
        return None
    value = word_value(lower[at], lang)
    return None if value is None else (at, value)
