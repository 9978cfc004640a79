"""Which dates, months and weekdays of a translation are others than the source's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.lang.base import language, short
from mtqa.text.date_part import DatePart
from mtqa.text.dates import Date
from mtqa.text.zones import zones_differ

if TYPE_CHECKING:
    from mtqa.data import Range
    from mtqa.text.view import View


class Named(NamedTuple):
    """A weekday (0 Monday) or a month (1 January) named at a place."""

    value: int
    start: int
    end: int


def differing(source: View, target: View) -> list[tuple[DatePart, DatePart]]:
    """(Part of a date in the target, the source's) where the rest of both dates is the same, by place in the target."""
    theirs, ours = source.dates, target.dates
    missing = [one for one in theirs if not any(_agree(one, other) for other in ours)]
    extra = [one for one in ours if not any(_agree(one, other) for other in theirs)]
    out = []
    for one in extra:
        rivals = [(len(_shared(one, other)), other) for other in missing]
        best = max((count for count, _ in rivals), default=0)
        alone = len(missing) == len(extra) == 1
        rival = next((other for count, other in rivals if count == best), None)
        if rival is not None and (best or alone):
            missing.remove(rival)
            out += _unlike(one, rival) if best else [(_whole(one), _whole(rival))]
    return [pair for pair in out if not _next_day(*pair)] if out and zones_differ(source, target) else out


def _next_day(one: DatePart, other: DatePart) -> bool:
    """Whether the day is the one before or after, as that of a moment may be in another time zone."""
    return one.kind == other.kind == "day" and abs(one.value - other.value) == 1


def _whole(one: Date) -> DatePart:
    return DatePart("date", one.start, one.end, one.month.value)


def _pairs(one: Date, other: Date) -> list[tuple[DatePart, DatePart]]:
    return [
        (a, b) for a, b in ((one.day, other.day), (one.month, other.month), (one.year, other.year)) if a and b
    ]  # fmt: skip


def _same(one: DatePart, other: DatePart) -> bool:
    return any(a in other.values for a in one.values)


def _agree(one: Date, other: Date) -> bool:
    """Whether what both say is the same; a month alone agrees with any date in it."""
    return all(_same(a, b) for a, b in _pairs(one, other))


def _shared(one: Date, other: Date) -> list[tuple[DatePart, DatePart]]:
    return [(a, b) for a, b in _pairs(one, other) if _same(a, b)]


def _unlike(one: Date, other: Date) -> list[tuple[DatePart, DatePart]]:
    return [(a, b) for a, b in _pairs(one, other) if not _same(a, b)]


@cache
def _weekdays(lang: str) -> tuple[re.Pattern[str], tuple[tuple[str, int], ...]] | None:
    names = tuple(
        (name.lower(), number)
        for number, cell in enumerate(language(lang).weekdays) for name in cell.split("|")
    )  # fmt: skip
    if not names:
        return None
    ending = "" if language(lang).compounds else r"(?:s|'s|’s)?(?!\w)"
    start = "" if language(lang).compounds else r"(?<!\w)"
    words = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name, _ in names)
    return re.compile(f"{start}({words}){ending}"), names


def weekdays(view: View) -> list[Named]:
    """The weekdays that the view names, in compounds too (*Montagabend*)."""
    pattern = _weekdays(short(view.lang))
    if pattern is None:
        return []
    values = dict(pattern[1])
    return [Named(values[match[1].lower()], *match.span(1)) for match in pattern[0].finditer(view.masked)]


def months(view: View) -> list[Named]:
    """The months that the view names in full; English *May* and *March* only where they are no verbs."""
    names = {name: number for number, name in enumerate(language(view.lang).months, 1)}
    out = []
    for at, token in enumerate(view.tokens):
        number = names.get(token.text)
        if number and (token.text not in VERBS or (at and view.lower[at - 1] in BEFORE)):
            out.append(Named(number, token.start, token.end))
    return out


VERBS = frozenset(("May", "March"))
BEFORE = frozenset("in of since until till by from to early late mid - last next this through and during every".split())


def dated_weekdays(view: View) -> list[tuple[Named, Date]]:
    """Weekdays right before (or, in brackets, behind) a full date, with it."""
    named = weekdays(view)
    return [
        (day, one)
        for one in (view.dates if named else ()) if one.weekday is not None
        for day in named if _beside(view.masked, (day.start, day.end), (one.start, one.end))
    ]  # fmt: skip


BETWEEN = re.compile(r"\.?,?\s(?:the\s|den\s|der\s|dem\s|on\s|am\s)?")
BEHIND = re.compile(r"\s?[,(]\s?")


def _beside(text: str, day: Range, date: Range) -> bool:
    if day[1] <= date[0]:
        return BETWEEN.fullmatch(text, day[1], date[0]) is not None
    return BEHIND.fullmatch(text, date[1], day[0]) is not None
