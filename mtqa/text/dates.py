"""Days, months and years, and times of day, as they are written in running text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.lang.base import language

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\w/]|[.,]\d)")
ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
SHORT = re.compile(r"(?<![\w.])(\d{1,2})\.\s?(\d{1,2})\.(?=\s*[^\s\d])")
COLON = re.compile(r"(?<![\w.:,])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")


class DatePart(NamedTuple):
    """A piece of a date or a time: its kind, place, value, and other values it may have."""

    kind: str
    start: int
    end: int
    value: float
    also: tuple[float, ...] = ()


def numeric_dates(text: str, lang: str) -> Iterator[DatePart]:
    """The days, months and years of ``31.12.2024``, ``12/31/2024`` and ``2024-12-31``.

    Where day and month may be one or the other, each has the other's value too.
    """
    for match in NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if not (0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12):
            continue
        month_first = first <= 12 and (second > 12 or (match[2] == "/" and not language(lang).ordinal_dot))
        yield from _day_and_month(match.span(1), match.span(3), first, second, month_first=month_first)
        year = int(match[4])
        yield DatePart("year", *match.span(4), year, (1900 + year, 2000 + year) if year < 100 else ())
    for match in ISO.finditer(text):
        if int(match[2]) <= 12:
            yield DatePart("year", *match.span(1), int(match[1]))
            yield DatePart("month", *match.span(2), int(match[2]))
            yield DatePart("day", *match.span(3), int(match[3]))


def short_dates(text: str, lang: str) -> Iterator[DatePart]:
    """The day and month of ``31.12.`` inside a sentence, for languages whose ordinals have a dot."""
    if language(lang).ordinal_dot:
        for match in SHORT.finditer(text):
            first, second = int(match[1]), int(match[2])
            if 0 < first <= 31 and 0 < second <= 12:
                yield from _day_and_month(match.span(1), match.span(2), first, second, month_first=False)


def _day_and_month(
    one: tuple[int, int], two: tuple[int, int], first: int, second: int, *, month_first: bool
) -> Iterator[DatePart]:
    open_ = first <= 12 and second <= 12
    kinds = ("month", "day") if month_first else ("day", "month")
    yield DatePart(kinds[0], *one, first, (second,) if open_ else ())
    yield DatePart(kinds[1], *two, second, (first,) if open_ else ())


@lru_cache(64)
def _month_patterns(lang: str) -> tuple[dict[str, int], re.Pattern[str]] | None:
    months = language(lang).months
    if not months:
        return None
    names = {name.lower(): number for number, name in enumerate(months, 1)}
    names |= {name[:3].lower(): number for number, name in enumerate(months, 1)}
    words = "|".join(f"{name}|{name[:3]}\\." for name in months) + "|" + "|".join(sorted({name[:3] for name in months}))
    return names, re.compile(
        rf"\d(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<a>{words})(?!\w)|(?<!\w)(?P<b>{words})\s(?=(?:the\s)?\d)"
    )


def named_months(text: str, lang: str) -> Iterator[DatePart]:
    """The months that stand beside a number: ``31. Dezember``, ``March 3``, ``Mai 2024``."""
    patterns = _month_patterns(lang)
    if patterns:
        names, pattern = patterns
        for match in pattern.finditer(text):
            group = "a" if match["a"] else "b"
            yield DatePart("month", *match.span(group), names[match[group].lower().rstrip(".")])


@lru_cache(64)
def _clock_pattern(lang: str) -> re.Pattern[str] | None:
    clock = language(lang).clock
    if not clock:
        return None
    words = "|".join(r"\.?".join(word) if len(word) == 2 else re.escape(word) for word in clock)
    return re.compile(
        rf"(?<![\w.:,])([01]?\d|2[0-4])(?:[:.]([0-5]\d))?\s?(?P<word>{words})(?!\w)(?:\s([0-5]\d)(?!\d))?",
        re.IGNORECASE,
    )


def times(text: str, lang: str) -> Iterator[DatePart]:
    """Times of day in hours: ``5:30 pm`` and ``17:30 Uhr`` are both 17.5.

    A time that does not say which half of the day may be of either.
    """
    pattern, seen = _clock_pattern(lang), set()
    for match in pattern.finditer(text) if pattern else ():
        seen.add(match.start())
        hours, minutes = int(match[1]), int(match[2] or match[4] or 0)
        added = language(lang).clock.get(match["word"].lower().replace(".", ""), 0)
        marked = match["word"][0].lower() in "ap" and match["word"][-1:].lower() in "m."
        value = (hours % 12 + added if marked else hours) + minutes / 60
        yield DatePart("time", *match.span(), value, (hours + minutes / 60,) if marked else _other_half(value))
    for match in COLON.finditer(text):
        if match.start() not in seen:
            value = int(match[1]) + int(match[2]) / 60
            yield DatePart("time", *match.span(), value, _other_half(value))


def _other_half(hours: float) -> tuple[float, ...]:
    return (hours + 12,) if hours < 12 else (hours - 12,)
