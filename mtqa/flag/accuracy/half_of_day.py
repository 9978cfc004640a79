"""ACC011."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

AFTERNOON = re.compile(r"(?<![\d:.])(1[01]|[1-9])(?:[:.]([0-5]\d))?\s?(?:pm|p\.\s?m\.)", re.IGNORECASE)
CLOCK = re.compile(r"(?<![\d:.,])(1[01]|[1-9])(?:[:.]([0-5]\d))? Uhr\b")
TELLING = re.compile(r"(?i)nachmittag|abend|nacht|mittag|\bpm\b|p\. ?m\.|später|danach|früh")
MORNING = re.compile(r"(?i)\d\s?(?:am\b|a\. ?m\.)")


@check(
    "ACC011",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    pattern=re.compile(" Uhr"),
    target_langs=("de",),
    source_langs=("en",),
    needs=("source",),
    priority=60,
    examples=[
        Example("It opens at 3 pm.", "Es öffnet um 15 Uhr."),
        Example("It opens at 3 pm.", "Es öffnet um 3 Uhr nachmittags."),
        Example("We met last night at 9 p.m.", "Wir trafen uns gestern Abend um 9 Uhr."),
        Example("from 9 am to 5 pm", "von 9 Uhr bis 17 Uhr"),
        Example("from 3 am to 3 pm", "von 3 Uhr bis 15 Uhr"),
        Example("at 12 pm", "um 12 Uhr"),
        Example("It opens at 3 pm.", "Es öffnet um ⟦3 Uhr⟧."),
        Example("We met at 9:30 p.m. in town.", "Wir trafen uns um ⟦9:30 Uhr⟧ in der Stadt."),
        Example("The train leaves at 11 PM.", "Der Zug fährt um ⟦11 Uhr⟧."),
    ],
)
def half_of_day(unit: Unit) -> Iterator[Hit]:
    """A time in the afternoon or evening reads as one in the morning.

    *3 pm* is *15 Uhr*; *3 Uhr* alone is the middle of the night, and *9 Uhr* the morning. The check is silent where a
    word such as *abends* tells the half of the day, or the source has a time before noon as well.
    """
    text, source = unit.target.masked, unit.segment.source
    if " Uhr" not in text or TELLING.search(text) or MORNING.search(source):
        return
    times = {match.groups() for match in AFTERNOON.finditer(source)}
    for match in CLOCK.finditer(text) if times else ():
        if match.groups() in times:
            right = f"{int(match[1]) + 12}{':' + match[2] if match[2] else ''} Uhr"
            yield Hit(Span(*match.span()), f"The source says the time after noon: {right}.", right, 0.85)
