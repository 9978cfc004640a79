"""LOC031."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG = re.compile(
    r"(?<![\w.:,])(?:\d{1,2}[:.][0-5]\d|1[3-9]|2[0-4])\s?o['’]clock|(?<![\w.:,])(?:1[3-9]|2[0-4])[:.][0-5]\d\s?[ap]\.?\s?m\b\.?"
    r"|(?<![\w.:,])\d{1,2}(?:[:.][0-5]\d)?\s(?:Uhr|hours?(?= (?:on|in the (?:morning|evening)))|h(?!\w))(?!\w)",
    re.IGNORECASE,
)
CLUE = re.compile(r"(?i)o['’]clock|\d\s?[ap]\.?\s?m\b|\d\s?(?:uhr|h\b|hour)")


@check(
    "LOC031",
    category="locale-conventions/time-format",
    severity=Severity.MINOR,
    signs=DIGITS,
    pattern=CLUE,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("um 17:30 Uhr", "at 5:30 p.m.", "de", "en"),
        Example("um 17:30 Uhr", "at 17:30", "de", "en"),
        Example("um 5 Uhr", "at 5 o'clock", "de", "en"),
        Example("nach 2 Stunden", "after 2 hours", "de", "en"),
        Example("um 17:30 Uhr", "at ⟦17:30 o'clock⟧", "de", "en"),
        Example("um 15 Uhr", "at ⟦15 o’clock⟧", "de", "en"),
        Example("um 17:30 Uhr", "at ⟦17:30 pm⟧", "de", "en"),
        Example("um 17 Uhr", "at ⟦17 Uhr⟧", "de", "en"),
    ],
)
def foreign_oclock(unit: Unit) -> Iterator[Hit]:
    """A time of day is written half German, half English.

    English says *o'clock* of full hours up to twelve alone, *pm* only with the twelve-hour clock, and *Uhr* never.
    """
    text = unit.target.masked
    for match in WRONG.finditer(text):
        yield Hit(Span(*match.span()), "English does not write a time of day like this.", confidence=0.85)
