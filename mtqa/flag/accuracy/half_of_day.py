"""ACC011."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.times import told_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.date_part import DatePart

AFTERNOON = re.compile(r"(?<![\d:.])(1[01]|[1-9])(?:[:.]([0-5]\d))?\s?(?:pm|p\.\s?m\.)", re.IGNORECASE)
CLOCK = re.compile(r"(?<![\d:.,])(1[01]|[1-9])(?:[:.]([0-5]\d))? Uhr\b")
TELLING = re.compile(r"(?i)nachmittag|abend|nacht|mittag|\bpm\b|p\. ?m\.|später|danach|früh")
HALF = re.compile(r"([ap])(?=\.?\s?m\.?$)", re.IGNORECASE)
LATE = re.compile(r"1[3-9]|2[0-3]")
MORNING = re.compile(r"(?i)\d\s?(?:am\b|a\. ?m\.)")


@check(
    "ACC011",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    pattern=re.compile(r"\d(?::\d\d|\s?(?:Uhr|[apAP]\.?\s?[mM]\b|o'clock|in the|at night))"),
    target_langs=("de", "en"),
    source_langs=("de", "en"),
    needs=("source",),
    priority=60,
    examples=[
        Example("It opens at 3 pm.", "Es öffnet um 15 Uhr."),
        Example("It opens at 3 pm.", "Es öffnet um 3 Uhr nachmittags."),
        Example("We met last night at 9 p.m.", "Wir trafen uns gestern Abend um 9 Uhr."),
        Example("from 9 am to 5 pm", "von 9 Uhr bis 17 Uhr"),
        Example("from 3 am to 3 pm", "von 3 Uhr bis 15 Uhr"),
        Example("at 12 pm", "um 12 Uhr"),
        Example("from 1 to 2 pm", "von 13 bis 14 Uhr"),
        Example("von 3 bis 15 Uhr", "from 3 a.m. to 3 p.m.", "de", "en"),
        Example("um 3 Uhr", "at 3 p.m.", "de", "en", note="a clock of twelve hours is not rare in German"),
        Example("um 0:30 Uhr", "at 12:30 a.m.", "de", "en"),
        Example("from 12 a.m. to 12 noon", "von Mitternacht bis 12 Uhr"),
        Example("at 3 at night", "um 3 Uhr nachts"),
        Example("It opens at 3 pm.", "Es öffnet um ⟦3 Uhr⟧."),
        Example("It opens at 3 p.m.", "Es öffnet um ⟦3:00 Uhr morgens⟧."),
        Example("It opens at 3 a.m.", "Es öffnet um ⟦15 Uhr⟧."),
        Example("Das Treffen findet um 15 Uhr statt.", "The meeting is at ⟦3 a.m.⟧", "de", "en"),
        Example("Um 20:15 Uhr geht es los.", "It starts at ⟦8:15 am⟧.", "de", "en"),
        Example(
            "Um 20:20 Uhr geht es los.", "It starts at ⟦8:20 am⟧.", "de", "en", note="thirds of an hour are not exact"
        ),
        Example("um 3 Uhr morgens", "at ⟦3 in the afternoon⟧", "de", "en"),
        Example("We met at 9:30 p.m. in town.", "Wir trafen uns um ⟦9:30 Uhr⟧ in der Stadt."),
        Example("The train leaves at 11 PM.", "Der Zug fährt um ⟦11 Uhr⟧."),
    ],
)
def half_of_day(unit: Unit) -> Iterator[Hit]:
    """A time is put into the other half of the day: the evening reads as the morning, or the morning as the evening.

    *3 pm* is *15 Uhr*; *3 Uhr* alone is the middle of the night, and *9 Uhr* the morning. Of German times without a half
    of the day the check is silent where a word such as *abends* tells it, or the source has a time before noon as well.
    """
    told = {part.start: part for part in told_times(unit.source.masked, unit.source.lang)}
    for part in told_times(unit.target.masked, unit.target.lang):
        right = _in_the_other_half(unit, part, told) if part.value % 12 else None
        if right is not None:
            text = unit.segment.source[right.start : right.end].rstrip(".")
            yield Hit(Span(part.start, part.end), f"The source says {text}.", _other_half(unit, part), 0.85)
    if unit.target.language.code == "de" and unit.source.language.code == "en":
        yield from _without_half(unit)


def _in_the_other_half(unit: Unit, part: DatePart, told: dict[int, DatePart]) -> DatePart | None:
    """That time of the source, if it is in the other half of the day only, and no number may stand for it."""
    same = [one for one in told.values() if abs(one.value % 12 - part.value % 12) < 1e-6]
    if not same or any(abs(one.value - part.value) < 1e-6 for one in same):
        return None
    others = (number for number in unit.source.numbers if number.start not in told)
    taken = any(abs(value % 12 - part.value % 12) < 1e-6 for number in others for value in number.values)
    return None if taken else same[0]


def _other_half(unit: Unit, part: DatePart) -> str:
    """The time in the other half of the day, written alike; empty where that takes another word."""
    text = unit.segment.target[part.start : part.end]
    if HALF.search(text):
        return HALF.sub(lambda match: match[1].translate(str.maketrans("apAP", "paPA")), text)
    late = LATE.match(text)
    return f"{int(late[0]) - 12}{text[late.end() :]}" if late else ""


def _without_half(unit: Unit) -> Iterator[Hit]:
    text, source = unit.target.masked, unit.segment.source
    if " Uhr" not in text or TELLING.search(text) or MORNING.search(source):
        return
    times = {match.groups() for match in AFTERNOON.finditer(source)}
    for match in CLOCK.finditer(text) if times else ():
        if match.groups() in times:
            right = f"{int(match[1]) + 12}{':' + match[2] if match[2] else ''} Uhr"
            yield Hit(Span(*match.span()), f"The source says the time after noon: {right}.", right, 0.85)
