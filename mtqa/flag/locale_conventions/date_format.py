"""LOC006."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
DAY_FIRST = re.compile(rf"(?<![\w.,:/-])(?P<day>[12]?\d|3[01]) (?P<month>{MONTHS})\b")
MONTH_FIRST = re.compile(
    rf"(?<!\. )\b(?P<month>{MONTHS}) (?P<day>[12]?\d|3[01])(?:(?P<th>st|nd|rd|th)\b|(?=,? (?:19|20)\d\d\b)|(?=,))"
)
NAMES = frozenset(MONTHS.split("|"))


@check(
    "LOC006",
    category="locale-conventions/date-format",
    severity=Severity.MINOR,
    words=frozenset(name.lower() for name in NAMES),
    target_langs=("de",),
    priority=53,
    examples=[
        Example("on 5 January 2020", "am 5. Januar 2020"),
        Example("in January 2020", "im Januar 2020 und im Mai 68"),
        Example("since 21 August 16 storms", "seit dem 21. August 16 Stürme", note="a number that belongs elsewhere"),
        Example("5 January", "am 05.01. und vom 3. bis 5. Januar"),
        Example("on 5 January 2020", "am ⟦5 Januar⟧ 2020"),
        Example("on January 5, 2020", "am ⟦Januar 5⟧, 2020"),
        Example("on July 4th", "am ⟦Juli 4th⟧ feierten sie."),
        Example("He was born on May 12 1960.", "Er wurde am ⟦Mai 12⟧ 1960 geboren."),
    ],
)
def date_format(unit: Unit) -> Iterator[Hit]:
    """A day has no dot, or stands behind its month.

    In German the day is an ordinal in front of the month: *5. Januar*.
    """
    text = unit.target.masked
    if NAMES.isdisjoint(unit.target.forms):
        return
    for match in (*DAY_FIRST.finditer(text), *MONTH_FIRST.finditer(text)):
        right = f"{match['day']}. {match['month']}"
        yield Hit(Span(*match.span()), f"German writes this day as „{right}“.", right, 0.85)
