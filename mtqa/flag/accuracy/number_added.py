"""ACC048."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "ACC048",
    category="accuracy/addition",
    severity=Severity.NEUTRAL,
    signs=DIGITS,
    needs=("source",),
    priority=56,
    examples=[
        Example("He has twenty-five cats.", "Er hat 25 Katzen."),
        Example("two decades later", "20 Jahre später", note="another unit"),
        Example("It weighs eleven stone.", "Es wiegt 70 kg."),
        Example("Nutzen Sie TLS1.3.", "Use TLS 1.3.", "de", "en"),
        Example("He sold the cats.", "Er verkaufte die ⟦25⟧ Katzen."),
        Example("It was in the news.", "Es stand ⟦2019⟧ in der Zeitung."),
        Example("Er verkaufte Autos.", "He sold ⟦340⟧ cars.", "de", "en"),
    ],
)
def number_added(unit: Unit) -> Iterator[Hit]:
    """A number of the target is nowhere in the source.

    Reported are numbers from three on in digits whose value the source has in no form, and where it has no other number
    that the target lacks. Translators do explain with numbers (*Formel-1-Pilot*), so this is neutral: 0.2 of 1,000
    segments of professional news translations into German have such a number, 1.4 the other way round.
    """
    for number in unit.numbers.added:
        yield Hit(Span(number.start, number.end), f"The source has no {number.text}.", confidence=0.5)
