"""ACC007."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS
from mtqa.lang.base import language
from mtqa.text.numbers import Number, numbers
from mtqa.text.units import converted

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = re.compile(r"\d+(?:[.,]\d+)*")

FAR, NEAR = 0.5, 0.25
"""How far from each other two numbers may stand, as shares of their texts; the latter where one is in words."""

SURE = 3
"""Number words below this value are often something else (*ein*, *second*), or stay unsaid."""


@check(
    "ACC007",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    either_signs=DIGITS,
    needs=("source",),
    priority=60,
    examples=[
        Example("sold for 7.2 million US dollars", "für 7,2 Millionen US-Dollar verkauft"),
        Example("It costs 1,299.50.", "Es kostet 1.299,50."),
        Example("at 5:30 pm on 12/31/2024", "am 31.12.2024 um 17:30 Uhr"),
        Example("3 billion people", "drei Milliarden Menschen", note="English billion is German Milliarde"),
        Example("about 5 miles away", "etwa 8 km entfernt", note="converted"),
        Example("in the 1980s", "in den 80er-Jahren"),
        Example("World War 2", "Zweiter Weltkrieg"),
        Example("the 21-year-old", "der Einundzwanzigjährige"),
        Example("two men", "die beiden Männer"),
        Example("24/7", "rund um die Uhr", note="left out: not certain to be wrong"),
        Example("Es sind 1.200 Euro.", "It is 1,200 euros.", "de", "en"),
        Example("Pay 25 euros.", "Zahlen Sie ⟦52⟧ Euro."),
        Example("From 3 to 5.", "Von ⟦4⟧ bis ⟦6⟧."),
        Example("from 8.1 to 3.6 percent", "von 8,1 auf ⟦6,3⟧ Prozent", note="the same digits, swapped"),
        Example("7.2 billion dollars", "⟦7,2 Millionen⟧ Dollar", note="the scale is part of the number"),
        Example("at 5:30 pm", "um ⟦16:30 Uhr⟧"),
        Example("on March 3, 2019", "am 3. März ⟦2018⟧"),
        Example("It took 12 years.", "Es dauerte ⟦zwanzig⟧ Jahre."),
        Example("Es dauerte 12 Jahre.", "It took ⟦21⟧ years.", "de", "en"),
    ],
)
def number_mismatch(unit: Unit) -> Iterator[Hit]:
    """A number of the target has another value than the one in the source.

    A wrong number is fluent, so a reader has no way to notice it. Numbers are compared by value: separators by
    language, words and digits, scales (*billion* is *Milliarde*), times, dates, decades, and conversions of miles,
    pounds or degrees. Reported is a number in the target that the source has not, where the source has one that the
    target has not; a number that was only left out or put into other words is no certain error.
    """
    if _plainly_same(unit):
        return
    missing, extra = _unmatched(numbers(unit.source), numbers(unit.target))
    for number in extra:
        rival = _nearest(number, missing, unit)
        if rival is not None:
            missing.remove(rival)
            if not _converted(unit, rival, number):
                yield Hit(Span(number.start, number.end), f"The source says {rival.text}.", confidence=0.85)


def _plainly_same(unit: Unit) -> bool:
    """Whether both sides have the same digits and no word that changes what they mean: the usual case, told quickly."""
    ours, theirs = RUN.findall(unit.target.masked), RUN.findall(unit.source.masked)
    if not ours and not theirs:
        return True
    return (
        sorted(run.replace(",", ".") for run in ours) == sorted(run.replace(",", ".") for run in theirs)
        and _telling(unit.target.lang).isdisjoint(unit.target.words)
        and _telling(unit.source.lang).isdisjoint(unit.source.words)
    )


@cache
def _telling(lang: str) -> frozenset[str]:
    """The scale words, months and clock words of a language."""
    data = language(lang)
    scales = {word for word, value in data.number_words.items() if value >= 100}
    return frozenset({*scales, *data.clock, *(month.lower() for month in data.months)})


def _unmatched(ours: list[Number], theirs: list[Number]) -> tuple[list[Number], list[Number]]:
    """The numbers of each side whose value the other side has nowhere."""
    return (
        [number for number in ours if not any(_same(number, other) for other in theirs)],
        [number for number in theirs if not any(_same(number, other) for other in ours)],
    )


def _same(one: Number, other: Number) -> bool:
    return any(abs(a - b) < 1e-6 * max(1, abs(a)) for a in one.values for b in other.values)


def _nearest(number: Number, rivals: list[Number], unit: Unit) -> Number | None:
    """The comparable number of the source at the nearest relative place."""
    place = number.start / len(unit.segment.target)
    away = {id(rival): abs(place - rival.start / len(unit.segment.source)) for rival in rivals}
    comparable = [rival for rival in rivals if _comparable(number, rival) and away[id(rival)] <= _reach(number, rival)]
    return min(comparable, key=lambda rival: away[id(rival)], default=None)


def _reach(one: Number, other: Number) -> float:
    return FAR if one.exact and other.exact else NEAR


def _comparable(one: Number, other: Number) -> bool:
    if "month" in (one.kind, other.kind):
        return one.kind == other.kind
    return (one.exact or other.exact) and _certain(one) and _certain(other)


def _certain(number: Number) -> bool:
    """Whether it surely is a number: not *ein*, *beide* or *Sekunde*, nor a letter that may be Roman."""
    return number.exact or (number.kind == "word" and number.value >= SURE)


def _converted(unit: Unit, ours: Number, theirs: Number) -> bool:
    source, target = unit.source.masked, unit.target.masked
    return converted(ours.value, source[ours.end :], theirs.value) or converted(
        theirs.value, target[theirs.end :], ours.value
    )
