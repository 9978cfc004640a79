"""The numbers of a text by value: ``7,2 Millionen``, ``7.2 million`` and ``7 200 000`` are the same.

Each language's separators, number words, months and clock are data of :mod:`mtqa.lang`. A time of day is its hours
(17:30 is 17.5); a date is its day, month and year. Digits in masked parts (placeholders, addresses, code) are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.lang.base import separators
from mtqa.text.digit_groups import SPACED
from mtqa.text.digits import RUN, readings
from mtqa.text.number_words import word_runs, word_value
from mtqa.text.times import spoken_times, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.date_part import DatePart
    from mtqa.text.view import View

UNSURE = frozenset(("month", "word", "roman", "fraction", "daytime"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place. ``also`` are other values that the same characters may have.

    ``kind``: ``number percent decade time day year`` are written in digits; ``month word roman fraction daytime`` are not,
    or are often left out in the other language, so nobody may demand them there. ``scale`` is the value of the scale word
    that is part of it (a million is 1e6), else 1. A sign is not part of the value: see :func:`mtqa.text.digits.sign`.
    """

    value: float
    start: int
    end: int
    text: str
    kind: str = "number"
    also: tuple[float, ...] = ()
    scale: float = 1

    @property
    def exact(self) -> bool:
        """Whether it is written in digits, so that its value must come again in a translation."""
        return self.kind not in UNSURE

    @property
    def values(self) -> tuple[float, ...]:
        """Every value it may have, the likeliest first."""
        return (self.value, *self.also)

    def same(self, other: Number) -> bool:
        """Whether both may have the same value."""
        return any(abs(a - b) < 1e-12 * max(1, abs(a)) for a in self.values for b in other.values)


FRACTIONS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}
FRACTION = re.compile(
    rf"(\d+)?\s?([{''.join(FRACTIONS)}])|(?<![\w/.,:])(?:(\d+) )?([1-9])/([2-9]|1[06])(?![\w/]|[.,:]\d)"
)
ALWAYS = re.compile(r"(?<![\w/])24/7(?![\w/])")
FRACTION_SIGNS = re.compile(rf"[/{''.join(FRACTIONS)}]")
PERCENT = re.compile(r"\s?(?:%|percent\b|per cent\b|Prozent)", re.IGNORECASE)
DECADE = re.compile(r"'?s\b|er(?:n|jahre|jahren|s)?\b|-?er[ -]Jahre")
LETTERS = re.compile(r"(k|m|mn|mm|b|bn|t|tn)(?![\w])", re.IGNORECASE)
LETTER_VALUES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
SCALE = re.compile(r"[\s-]?([^\W\d_]+)\b\.?")
BIO = {"Bio.": 1e12}
"""A scale only with its dot: *Bio* alone is organic."""

ROMAN = re.compile(r"(?<!\w)(?=[IVX]{2})(X{0,3})(IX|IV|V?I{0,3})(?!\w)")
ROMAN_VALUES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
YEAR = re.compile(r"(?<!\d)(\d{4})[-–/]$")


def numbers(view: View) -> list[Number]:
    """The numbers of the view, in order, none overlapping another; masked parts have none."""
    found: list[Number] = []
    if view.has_digit:
        for kind in (_dates(view), _times(view), _fractions(view), _spaced(view), _digits(view)):
            found += [number for number in kind if not _taken(found, number)]
    for kind in (_roman(view), _spoken(view), _words(view)):
        found += [number for number in kind if not _taken(found, number)]
    return _shares(view, sorted(found, key=lambda number: number.start))


def _taken(found: list[Number], number: Number) -> bool:
    return any(number.start < other.end and other.start < number.end for other in found)


def _number(view: View, part: DatePart) -> Number:
    return Number(part.value, part.start, part.end, view.text[part.start : part.end], part.kind, part.also)


def _dates(view: View) -> Iterator[Number]:
    for one in view.dates:
        for part in one.parts:
            yield _number(view, part)


def _times(view: View) -> Iterator[Number]:
    for part in times(view.masked, view.lang):
        yield _number(view, part)


def _spoken(view: View) -> Iterator[Number]:
    for part in spoken_times(view.masked, view.lang):
        yield _number(view, part)


def _fractions(view: View) -> Iterator[Number]:
    """``½``, ``1 ½`` and ``2/3``; ``9/11`` is none, and ``24/7`` no number that anybody must write so."""
    if not FRACTION_SIGNS.search(view.masked):
        return
    for match in ALWAYS.finditer(view.masked):
        yield Number(24, *match.span(), match.group(), "fraction", (7,))
    for match in FRACTION.finditer(view.masked):
        if match[2]:
            yield Number(int(match[1] or 0) + FRACTIONS[match[2]], *match.span(), match.group(), "fraction")
        elif int(match[4]) < int(match[5]):
            value = int(match[3] or 0) + int(match[4]) / int(match[5])
            yield Number(value, *match.span(), match.group(), "fraction")


def _spaced(view: View) -> Iterator[Number]:
    """``1 200 000``: plain spaces as group separators, of which there must be two, or one before ``000``."""
    for match in SPACED.finditer(view.masked):
        if match.group().count(" ") > 1 or match.group().endswith(" 000"):
            yield _grown(view, match.start(), match.end(), (float(match.group().replace(" ", "")),))


def _digits(view: View) -> Iterator[Number]:
    text, (decimal, group) = view.masked, separators(view.lang)
    for match in RUN.finditer(text):
        if match.start() and (text[match.start() - 1].isalpha() or text[match.start() - 1] == "_"):
            continue
        values = readings(match.group(), decimal, group)
        if values:
            yield _grown(view, match.start(), match.end(), values)
        else:
            for piece in DIGITS.finditer(match.group()):
                start = match.start() + piece.start()
                yield Number(float(piece.group()), start, start + len(piece.group()), piece.group())


DIGITS = re.compile(r"\d+")


def _grown(view: View, start: int, end: int, values: tuple[float, ...]) -> Number:
    """The number with what follows it: a scale word or letter, a percent sign, the ending of a decade."""
    text, kind = view.masked, "number"
    also = (*values[1:], *_short_year(text, start, end))
    scale = SCALE.match(text, end)
    factor = BIO.get(text[scale.end(1) - 3 : scale.end(1) + 1]) if scale else None
    factor = factor or (word_value(scale[1].lower(), view.lang) if scale else None)
    if scale and factor and factor >= 100:
        return Number(values[0] * factor, start, scale.end(1), view.text[start : scale.end(1)], kind,
                      tuple(value * factor for value in also), factor)  # fmt: skip
    if letters := LETTERS.match(text, end):
        also = (*also, values[0] * LETTER_VALUES[letters[1].lower()])
    if DECADE.match(text, end) and values[0] % 10 == 0:
        kind = "decade"
        also = (*also, values[0] + 1900) if values[0] < 100 else (*also, values[0] % 100)
    elif PERCENT.match(text, end):
        kind, also = "percent", (*also, values[0] / 100)
    return Number(values[0], start, end, view.text[start:end], kind, also)


def _short_year(text: str, start: int, end: int) -> tuple[float, ...]:
    """The year that the last digits of a range stand for: ``1946`` in ``1943–6``."""
    before = YEAR.search(text, 0, start)
    return (float(before[1][: 4 - (end - start)] + text[start:end]),) if before and end - start < 3 else ()


def _roman(view: View) -> Iterator[Number]:
    for match in ROMAN.finditer(view.masked):
        yield Number(10 * len(match[1]) + ROMAN_VALUES[match[2]], *match.span(), match.group(), "roman")


def _words(view: View) -> Iterator[Number]:
    tokens = view.tokens
    for run in word_runs(tokens, view.lower, view.lang):
        start, end = tokens[run.first].start, tokens[run.after - 1].end
        yield Number(run.value, start, end, view.text[start:end], run.kind, (), run.scale)


SAID_ONCE = re.compile(r"\s*(?:[–-]|,|to|and|or|bis|auf|und|oder)\s*(?:(?:US|A|C)?[€$£¥]\s?|\d{4} )?", re.IGNORECASE)
"""What may stand between numbers whose scale is said once, behind the last."""
SHARE = re.compile(r" (?:von|out of|in|aus) ")
METRE = re.compile(r" Meter ")
POWER = re.compile(r" hoch |\^| to the (?:power of )?")


def _shares(view: View, found: list[Number]) -> list[Number]:
    """``neun von zehn`` may be 90 too, as a share in percent; ``10 hoch 100`` may be 10100, with its mark lost.

    ``ein Meter achtzig`` may be 1.80, or 180 in centimetres; ``von 3 auf 5 Millionen``: what is said once counts for both.
    """
    scale, out = 1.0, list(found)
    for at in range(len(found) - 1, -1, -1):
        if found[at].scale > 1:
            scale = found[at].scale
        elif at + 1 < len(found) and not SAID_ONCE.fullmatch(view.masked, found[at].end, found[at + 1].start):
            scale = 1.0
        elif scale > 1 and found[at].kind == "number":
            out[at] = _also(found[at], *(value * scale for value in found[at].values))
    for at, (one, two) in enumerate(pairwise(found)):
        between = view.masked[one.end : two.start]
        if len(between) > 16:
            continue
        if one.value < two.value <= 1000 and SHARE.fullmatch(between):
            share = (100 * one.value / two.value, one.value / two.value)
            out[at], out[at + 1] = _also(out[at], *share), _also(out[at + 1], *share)
        elif METRE.fullmatch(between) and 10 <= two.value < 100:
            height = (one.value + two.value / 100, 100 * one.value + two.value)
            out[at], out[at + 1] = _also(out[at], *height), _also(out[at + 1], *height)
        elif POWER.fullmatch(between) and one.value == int(one.value) and two.value == int(two.value):
            joined = float(f"{int(one.value)}{int(two.value)}")
            out[at], out[at + 1] = _also(out[at], joined), _also(out[at + 1], joined)
    return out


def _also(number: Number, *values: float) -> Number:
    return replace(number, also=(*number.also, *values))
