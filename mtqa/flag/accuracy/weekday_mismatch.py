"""ACC045."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.lang.base import language
from mtqa.text.date_pairs import dated_weekdays, weekdays
from mtqa.text.zones import zones_differ

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = re.compile("(?:[nsi]tag|ittwoch|onnabend|[nesri]day)")
"""What any name of a weekday has."""


@check(
    "ACC045",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    pattern=NAMED,
    needs=("source",),
    priority=62,
    examples=[
        Example("on Tuesday evening", "am Dienstagabend"),
        Example("on Saturday", "am Sonnabend", note="two names for one day"),
        Example("Good Friday and Ash Wednesday", "Karfreitag und Aschermittwoch"),
        Example("on Sunday, March 3, 2019", "am Sonntag, dem 3. März 2019"),
        Example("on Monday, March 3, 2019", "am Montag, dem 3. März 2019", note="the source has the slip already"),
        Example("on Monday and on Tuesday", "am Montag und Dienstag"),
        Example("on Monday at 9 p.m. ET", "am Dienstag um 3 Uhr MEZ", note="another time zone"),
        Example("three days later, on Friday", "drei Tage darauf"),
        Example("am Mittwoch", "on Wednesday", "de", "en"),
        Example("on Tuesday evening", "am ⟦Donnerstag⟧abend", note="easily mixed up"),
        Example("on Thursday", "am ⟦Dienstag⟧"),
        Example("on 3 March 2019", "am ⟦Montag⟧, den 3. März 2019", note="it was a Sunday"),
        Example("am Mittwoch", "on ⟦Monday⟧", "de", "en"),
        Example("am Sonnabend", "on ⟦Sunday⟧", "de", "en"),
    ],
)
def weekday_mismatch(unit: Unit) -> Iterator[Hit]:
    """A weekday is another one than in the source, or does not fit the date beside it.

    Reported where each side names one weekday that the other lacks. A weekday beside a full date is held against the
    calendar; where the source has the same slip, the translation is faithful.
    """
    marks = language(unit.target.lang).weekdays
    if not marks:
        return
    ours, theirs = weekdays(unit.target), weekdays(unit.source)
    if not ours:
        return
    values, others = {one.value for one in ours}, {one.value for one in theirs}
    extra, missing = values - others, [one for one in theirs if one.value not in values]
    if len(extra) == 1 and len({one.value for one in missing}) == 1:
        one = next(one for one in ours if one.value in extra)
        if abs(one.value - missing[0].value) in (1, 6) and zones_differ(unit.source, unit.target):
            return  # Monday, 9 p.m. ET
        said = unit.segment.source[missing[0].start : missing[0].end]
        yield Hit(Span(one.start, one.end), f"The source says {said}.", confidence=0.9)
        return
    for day, date in dated_weekdays(unit.target):
        if date.weekday != day.value and day.value not in others:
            right = marks[date.weekday or 0].partition("|")[0]
            message = f"{unit.segment.target[date.start : date.end]} was or is a {right}."
            yield Hit(Span(day.start, day.end), message, confidence=0.85)
