"""LOC020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS
from mtqa.text.units import LEADING, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.number_pairs import Mismatch


@check(
    "LOC020",
    category="locale-conventions/currency-format",
    severity=Severity.MAJOR,
    either_signs=DIGITS,
    needs=("source",),
    priority=61,
    examples=[
        Example("It costs $20.", "Es kostet 20 US-Dollar."),
        Example("It costs $20.", "Es kostet 20 USD."),
        Example("C$20 each", "je 20 kanadische Dollar"),
        Example("He paid 20 pounds.", "Er zahlte 20 Pfund."),
        Example("for $20 million", "für 20 Mio. Dollar"),
        Example("Es kostet 5 €.", "It costs 5 euros.", "de", "en"),
        Example("It costs $20.", "Es kostet 18 Euro.", note="an amount changed too: another check's"),
        Example("It costs $20.", "Es kostet ⟦20 Euro⟧."),
        Example("for £4.5 million", "für ⟦4,5 Millionen Euro⟧"),
        Example("It costs 20 dollars.", "Es kostet ⟦€ 20⟧."),
        Example("Es kostet 5 €.", "It costs ⟦$5⟧.", "de", "en"),
        Example("100 Franken", "⟦100 euros⟧", "de", "en"),
    ],
)
def currency_mismatch(unit: Unit) -> Iterator[Hit]:
    """An amount of money is in another currency than in the source.

    Twenty dollars are no twenty euros. Signs, codes and words of a currency are the same (*$*, *USD*, *US-Dollar*).
    """
    for one in unit.numbers.mismatches:
        if one.kind == "currency":
            there = one.units[1][0].name
            yield Hit(_span(unit.target.masked, one), f"The source says {one.theirs.text} {there}.", confidence=0.9)


def _span(text: str, one: Mismatch) -> Span:
    """The amount with its currency."""
    if before := LEADING.search(text, max(0, one.ours.start - 4), one.ours.start):
        return Span(before.start(), one.ours.end)
    after = UNIT.match(text, one.ours.end)
    return Span(one.ours.start, after.end(1) if after else one.ours.end)
