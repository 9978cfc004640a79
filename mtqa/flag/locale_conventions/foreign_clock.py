"""LOC003."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

TIME = re.compile(
    r"(?<![\w.:,])(?:[01]?\d)(?:[:.][0-5]\d)?\s?(?:[aApP]\.\s?[mM]\.|[pP]m|PM|AM|(?:a(?=m\s?(?:[-–,;.)]|bis|und|to|$)))m)(?!\w)"
)


@check(
    "LOC003",
    category="locale-conventions/time-format",
    severity=Severity.MINOR,
    signs=DIGITS,
    priority=54,
    examples=[
        Example("at 5:30 pm", "um 17:30 Uhr"),
        Example("at 10 at the station", "um 10 am Bahnhof", note="German am"),
        Example("The PM came.", "Der PM kam."),
        Example("um 17 Uhr", "at 5 p.m.", "de", "en"),
        Example("open 10 am to 5:30 pm", "geöffnet ⟦10 am⟧ bis ⟦5:30 pm⟧"),
        Example("at 5 p.m. sharp", "um Punkt ⟦5 p.m.⟧"),
        Example("from 8 AM", "ab ⟦8 AM⟧"),
    ],
)
def foreign_clock(unit: Unit) -> Iterator[Hit]:
    """A time of day is written by the twelve-hour clock in a language that has none.

    German readers do not know at once which half of the day *pm* is; they write *17:30 Uhr*. Whether a language has the
    clock is part of its data.
    """
    clock = unit.target.language.clock
    if not clock or 12 in clock.values():
        return
    for match in TIME.finditer(unit.target.masked):
        message = f"{unit.target.language.name} has the 24-hour clock: „{match.group()}“ is not written so."
        yield Hit(Span(*match.span()), message, confidence=0.9)
