"""ACC040."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "ACC040",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=62,
    examples=[
        Example("3 billion people", "drei Milliarden Menschen", note="English billion is German Milliarde"),
        Example("a trillion dollars", "eine Billion Dollar"),
        Example("$1.5bn in debt", "1,5 Mrd. Dollar Schulden"),
        Example("1,200 million euros", "1,2 Milliarden Euro", note="the same value"),
        Example("three million people", "3.000.000 Menschen"),
        Example("They spent billions on an island.", "Für eine Insel gaben sie Milliardenbeträge aus."),
        Example("zwei Billionen Euro", "two trillion euros", "de", "en"),
        Example("a quarter of a million species", "eine Viertelmillion Arten"),
        Example("Millionen Menschen", "millions of people", "de", "en"),
        Example("7.2 billion dollars", "⟦7,2 Millionen⟧ Dollar"),
        Example("3 billion people", "⟦3 Billionen⟧ Menschen", note="a false friend"),
        Example("billions of stars", "⟦Billionen⟧ von Sternen"),
        Example("a trillion-dollar company", "⟦ein Trillion⟧-Dollar-Unternehmen"),
        Example("The deal is worth 4.6 million euros.", "Das Geschäft ist ⟦4,6⟧ Euro wert.", note="the scale is lost"),
        Example("zwei Milliarden Euro", "⟦two million⟧ euros", "de", "en"),
        Example("7,2 Mio. Euro", "⟦7.2 billion⟧ euros", "de", "en"),
        Example("eine Billion Euro", "⟦one billion⟧ euros", "de", "en"),
    ],
)
def scale_mismatch(unit: Unit) -> Iterator[Hit]:
    """A number has another scale than in the source: a billion where a million is meant, or none.

    English *billion* is German *Milliarde*, *trillion* is *Billion*; copied, they are wrong by a factor of a thousand
    or a million, and nothing in the sentence says so. Compared by value: *1,200 million* is *1,2 Milliarden*.
    """
    for one in unit.numbers.mismatches:
        if one.kind == "scale":
            factor = max(one.ours.value, one.theirs.value) / min(one.ours.value, one.theirs.value)
            message = f"The source says {one.theirs.text}; this is wrong by a factor of {factor:,.0f}."
            yield Hit(Span(one.ours.start, one.ours.end), message, confidence=0.9)
