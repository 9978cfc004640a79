"""ACC007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.differing import numbers_differ
from mtqa.text.number_pairs import rewritten
from mtqa.text.units import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "ACC007",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=numbers_differ,
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
        Example("86,400 seconds", "86 400 Sekunden"),
        Example("The codes are 86 and 400.", "Die Codes sind 86 ⟦500⟧.", note="no group of one number"),
        Example("Es sind 1.200 Euro.", "It is 1,200 euros.", "de", "en"),
        Example("Pay 25 euros.", "Zahlen Sie ⟦52⟧ Euro."),
        Example("From 3 to 5.", "Von ⟦4⟧ bis ⟦6⟧."),
        Example("from 8.1 to 3.6 percent", "von 8,1 auf ⟦6,3⟧ Prozent", note="the same digits, swapped"),
        Example("90 per cent of the time", "in neun von zehn Fällen"),
        Example("two and a half million", "2,5 Millionen"),
        Example("in nineteen eighty-four", "im Jahr 1984"),
        Example("He is 5 feet 11 tall.", "Er ist 1,80 m groß."),
        Example("on the 5th floor", "im 4. Stock", note="the ground floor is not counted"),
        Example("on the 2nd and 3rd floors", "im 1. und 2. Stock"),
        Example("im 4. Obergeschoss", "on the 5th floor", "de", "en"),
        Example("She wears size 10.", "Sie trägt Größe 40.", note="sizes of the continent"),
        Example("in sizes 8 to 14", "in den Größen 36 bis 42"),
        Example("a size 11 shoe", "Schuhgröße 45"),
        Example("open from 9 to 11 a.m. EST", "geöffnet von 15 bis 17 Uhr MEZ", note="another time zone"),
        Example("Call +49 (0)30 123 456-78.", "Rufen Sie 030 12345678 an.", note="other groups, no country's code"),
        Example("Call (030) 123-45-67.", "Rufen Sie +49 30 1234567 an."),
        Example("Phone: +1 (212) 555-0123", "Telefon: 001 212 5550123"),
        Example("Call 030 1234567.", "Rufen Sie ⟦040⟧ 1234567 an."),
        Example("The ID is 3012345678.", "Die Nummer ist ⟦3012345679⟧.", note="off by very little"),
        Example("on the 5th floor", "im ⟦8⟧. Stock"),
        Example("She wears size 10.", "Sie trägt Größe ⟦60⟧."),
        Example("within 10,000 nanoseconds", "in zehn Mikrosekunden"),
        Example("a quarter of all", "25 Prozent aller", note="not certain to be wrong"),
        Example("The can holds 33 cl at 145 psi.", "Die Dose fasst 0,33 l bei 10 bar.", note="converted"),
        Example("5 to 8 miles", "8 bis 13 Kilometer", note="the eights are not the same"),
        Example("10.2 × 14.4 × 17.3 in", "25,9 × 36,6 × 43,9 cm", note="one unit for three numbers"),
        Example("2 cups of sugar", "400 g Zucker", note="weighed instead of measured"),
        Example("from $3 million to $5 million", "von 3 auf 5 Millionen Dollar", note="the scale is said once"),
        Example("2 cups of sugar", "⟦40⟧ g Zucker", note="no sugar is so light"),
        Example("from 3 million to 5 million", "von ⟦4⟧ auf 5 Millionen"),
        Example("It weighs 1.25 kg.", "Es wiegt ⟦12,5⟧ kg.", note="a shifted point"),
        Example("It took 12 years.", "Es dauerte ⟦zwanzig⟧ Jahre."),
        Example("Es dauerte 12 Jahre.", "It took ⟦21⟧ years.", "de", "en"),
    ],
)
def number_mismatch(unit: Unit) -> Iterator[Hit]:
    """A number of the target has another value than the one in the source.

    A wrong number is fluent, so a reader has no way to notice it. Numbers are compared by value: separators by
    language, words and digits, fractions, shares, decades, and conversions of miles, pounds or degrees. Scales, dates,
    times and units have checks of their own. Reported is a number in the target that the source has not, where the source
    has one that the target has not; a number that was only left out or put into other words is no certain error.
    """
    for one in unit.numbers.mismatches:
        if one.kind == "number":
            right = rewritten(one.theirs, unit.source.lang, unit.target.lang)
            alike = one.ours.kind == one.theirs.kind and one.units[0] == one.units[1]  # 75 cl are no 75 l
            suggestion = right if alike and RUN.fullmatch(one.ours.text) else ""
            yield Hit(
                Span(one.ours.start, one.ours.end), f"The source says {one.theirs.text}.", suggestion, confidence=0.85
            )
