"""Dates as they are written in running text, with their day, month, year and weekday at their places.

Names and short names are data of :mod:`mtqa.lang` (those of the Unicode CLDR); the calendar is the standard library's.
A parser of single dates (dateutil, dateparser, babel) is of no use here: it needs to be told where a date begins and
ends, guesses what is missing, and keeps no places.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.lang.base import language
from mtqa.text.date_part import DatePart

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\w/]|[.,-]\d)")
ISO = re.compile(r"(?<![\w-])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\w/-])")
SHORT = re.compile(r"(?<![\w.])(\d{1,2})\.\s?(\d{1,2})\.(?=\s*[^\s\d])")


MONTH = re.compile(
    "[JFMASOND](?:(?<=J)[auäAUÄ]|(?<=F)[eE][bB]|(?<=M)[aäAÄ]|(?<=A)[puPU]|(?<=S)[eE][pP]|(?<=O)[kcKC]|(?<=N)[oO][vV]|(?<=D)[eE][zcZC])"
)
"""How the names of months begin in the languages that have any here; found much faster than the whole names."""


class Date(NamedTuple):
    """A date in a text; what is not written is None. ``swapped``: whether day and month may be the other way round."""

    start: int
    end: int
    day: DatePart | None
    month: DatePart
    year: DatePart | None
    swapped: bool = False

    @property
    def parts(self) -> tuple[DatePart, ...]:
        """Those that are written, in order of place."""
        return tuple(sorted((part for part in (self.day, self.month, self.year) if part), key=lambda part: part.start))

    @property
    def weekday(self) -> int | None:
        """0 (Monday) to 6, of a full date that the calendar has."""
        if self.day is None or self.year is None or self.swapped:
            return None
        year = self.year.value if self.year.value > 99 else self.year.value + (1900 if self.year.value > 50 else 2000)
        try:
            return date(int(year), int(self.month.value), int(self.day.value)).weekday()
        except ValueError:
            return None


def dates(text: str, lang: str) -> list[Date]:
    """The dates of a text in order, none overlapping another."""
    found: list[Date] = []
    for kind in (_numeric(text, lang), _named(text, lang), _short(text, lang)):
        found += [one for one in kind if not any(one.start < other.end and other.start < one.end for other in found)]
    return sorted(found)


def _numeric(text: str, lang: str) -> Iterator[Date]:
    """``31.12.2024``, ``12/31/2024`` and ``2024-12-31``; where day and month may be one or the other, they are swapped."""
    for match in NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if not (0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12):
            continue
        month_first = first <= 12 and (second > 12 or (match[2] == "/" and not language(lang).ordinal_dot))
        day, month = _day_and_month(match.span(1), match.span(3), first, second, month_first=month_first)
        year = int(match[4])
        also = (1900 + year, 2000 + year) if year < 100 else ()
        swapped = bool(day.also) and match[2] == "/" and first != second
        yield Date(*match.span(), day, month, DatePart("year", *match.span(4), year, also), swapped)
    for match in ISO.finditer(text):
        if 0 < int(match[3]) <= 12 and 0 < int(match[4]) <= 31:
            parts = [DatePart(kind, *match.span(group), int(match[group]))
                     for kind, group in (("day", 4), ("month", 3), ("year", 1))]  # fmt: skip
            yield Date(*match.span(), parts[0], parts[1], parts[2])


def _short(text: str, lang: str) -> Iterator[Date]:
    """The day and month of ``31.12.`` inside a sentence, for languages whose ordinals have a dot."""
    if language(lang).ordinal_dot:
        for match in SHORT.finditer(text):
            first, second = int(match[1]), int(match[2])
            if 0 < first <= 31 and 0 < second <= 12:
                day, month = _day_and_month(match.span(1), match.span(2), first, second, month_first=False)
                maybe = float(f"{first}.{match[2]}")  # 2.1. may be a decimal, or a version, at the end of a sentence
                yield Date(*match.span(), day._replace(also=(*day.also, maybe)), month, None)


def _day_and_month(
    one: tuple[int, int], two: tuple[int, int], first: int, second: int, *, month_first: bool
) -> tuple[DatePart, DatePart]:
    """Each with the other's value too where both may be a month."""
    open_ = first <= 12 and second <= 12
    parts = [(one, first, (second,) if open_ else ()), (two, second, (first,) if open_ else ())]
    day, month = parts[::-1] if month_first else parts
    return DatePart("day", *day[0], day[1], day[2]), DatePart("month", *month[0], month[1], month[2])


@lru_cache(64)
def month_names(lang: str) -> dict[str, int]:
    """Lower-case names and short names (``dez``, ``sept``) -> 1 to 12."""
    names = {name.lower(): number for number, name in enumerate(language(lang).months, 1)}
    shorts = {name[:3]: number for name, number in names.items()}
    return shorts | {"sept": 9, "febr": 2, "jän": 1, "jänner": 1} | names if names else {}


@lru_cache(64)
def _named_pattern(lang: str) -> re.Pattern[str] | None:
    names = month_names(lang)
    if not names:
        return None
    words = "|".join(sorted((f"{name}\\.?" if len(name) < 5 else name for name in names), key=lambda name: -len(name)))
    day = r"(?P<day{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|\.)?"
    year = r"(?:(?:,|\sof)?\s(?:in\s)?(?P<year{0}>(?:1\d|20)\d\d)(?![\d.,]\d|\d)|\s(?P<short{0}>['’]\d\d)(?!\d))"
    sure = r"(?=(?:st|nd|rd|th|\.)|,?\s(?:1\d|20)\d\d)" if language(lang).ordinal_dot else ""
    later = day.format(2).replace(")(?:st", f"){sure}(?:st", 1)
    return re.compile(
        rf"(?<![\w.,:/-]){day.format(1)}\s(?:of\s)?(?P<month1>(?i:{words}))(?!\w){year.format(1)}?"
        rf"|(?<!\w)(?P<month2>(?i:{words}))\s(?:the\s)?{later}(?![\w:]|[.,]\d|\s?%){year.format(2)}?"
        rf"|(?<!\w)(?P<month3>(?i:{words}))(?!\w){year.format(3)}"
    )


def _named(text: str, lang: str) -> Iterator[Date]:
    """``31. Dezember 2024``, ``December 31st``, ``Mai 2024``, ``3rd of May``: names begin with a capital."""
    pattern = _named_pattern(lang) if MONTH.search(text) else None
    for match in pattern.finditer(text) if pattern else ():
        form = next(form for form in "123" if match[f"month{form}"])
        name = match[f"month{form}"]
        if name[0].islower():
            continue
        month = DatePart("month", *match.span(f"month{form}"), month_names(lang)[name.lower().rstrip(".")])
        day = None if form == "3" else DatePart("day", *match.span(f"day{form}"), int(match[f"day{form}"]))
        yield Date(*match.span(), day, month, _year(match, form))


def _year(match: re.Match[str], form: str) -> DatePart | None:
    if match[f"year{form}"]:
        return DatePart("year", *match.span(f"year{form}"), int(match[f"year{form}"]))
    if short := match[f"short{form}"]:
        value = int(short[1:])
        return DatePart("year", *match.span(f"short{form}"), value, (1900 + value, 2000 + value))
    return None
