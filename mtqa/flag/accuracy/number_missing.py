"""ACC047."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "ACC047",
    category="accuracy/omission",
    severity=Severity.NEUTRAL,
    source_signs=DIGITS,
    needs=("source",),
    priority=56,
    examples=[
        Example("He has 25 cats.", "Er hat fünfundzwanzig Katzen."),
        Example("24/7", "rund um die Uhr", note="small numbers and times come over in words"),
        Example("In the 1 case that matters", "In dem Fall, der zählt"),
        Example("Use TLS 1.3 here.", "Nutzen Sie hier TLS1.3.", note="glued to a word"),
        Example("für 20 Jahre", "for two decades", "de", "en"),
        Example("He sold ⟦25⟧ of the cats.", "Er verkaufte die Katzen."),
        Example("The bill was €⟦1,299.50⟧ in the end.", "Am Ende lag die Rechnung vor."),
        Example("Er verkaufte ⟦340⟧ Autos.", "He sold cars.", "de", "en"),
    ],
)
def number_missing(unit: Unit) -> Iterator[Hit]:
    """A number of the source is nowhere in the target.

    Reported are numbers from three on in digits whose value the target has in no form, and where it has no other number
    that the source lacks. Translators do leave numbers out, so this is neutral: 1.4 of 1,000 segments of professional
    news translations have such a number.
    """
    for number in unit.numbers.missing:
        yield Hit(Span(number.start, number.end, "source"), f"{number.text} is not in the target.", confidence=0.5)
