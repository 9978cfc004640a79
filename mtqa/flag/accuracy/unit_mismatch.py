"""ACC042."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.differing import numbers_differ
from mtqa.flag.trigger import DIGITS
from mtqa.text.units import exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.number_pairs import Mismatch


@check(
    "ACC042",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=numbers_differ,
    either_signs=DIGITS,
    needs=("source",),
    priority=61,
    examples=[
        Example("about 5 miles away", "etwa 8 km entfernt", note="converted"),
        Example("5 miles away", "5 Meilen (8 km) entfernt"),
        Example("It is 70°F.", "Es sind 21 °C."),
        Example("a 6-foot-tall man", "ein 1,83 Meter großer Mann"),
        Example("He weighs 180 pounds.", "Er wiegt 82 kg."),
        Example("20 gallons of milk", "75 Liter Milch"),
        Example("at 60 mph", "mit knapp 100 km/h"),
        Example("every 2 weeks", "alle 14 Tage"),
        Example("too fast in a 30 mph zone", "zu schnell in einer Tempo-50-Zone", note="as such zones are there"),
        Example("She can do 90 miles an hour.", "Sie schafft 140 Kilometer in der Stunde."),
        Example("It is a 20 mph zone.", "Es ist eine 30er-Zone."),
        Example("5 tons of steel", "5 Tonnen Stahl"),
        Example("The engine delivers 150 hp.", "Der Motor leistet 110 kW."),
        Example("It does 35 mpg.", "Er braucht 6,7 l auf 100 km.", note="one is the inverse of the other"),
        Example("I'm 6'2\" tall.", "Ich bin 1,88 m groß."),
        Example("It rose by 9 degrees Fahrenheit.", "Es stieg um 5 Grad.", note="a difference"),
        Example("3 pints of milk", "1,7 Liter Milch", note="imperial ones"),
        Example("30 Zentimeter Schnee", "12 inches of snow", "de", "en"),
        Example("5 miles away", "⟦5 Kilometer⟧ entfernt"),
        Example("about 5 miles away", "etwa ⟦12 km⟧ entfernt", note="wrongly converted"),
        Example("It is 70°F.", "Es sind ⟦70 °C⟧."),
        Example("at 145 psi", "bei ⟦145 bar⟧"),
        Example("too fast in a 30 mph zone", "zu schnell in einer Tempo-⟦80⟧-Zone"),
        Example("It takes 30 seconds.", "Es dauert ⟦30 Minuten⟧."),
        Example("It rose by 2 percentage points.", "Es stieg um ⟦2 Prozent⟧."),
        Example("Er wiegt 80 kg.", "He weighs ⟦80 pounds⟧.", "de", "en"),
        Example("20 °C im Schatten", "⟦95 °F⟧ in the shade", "de", "en"),
    ],
)
def unit_mismatch(unit: Unit) -> Iterator[Hit]:
    """A measure has another unit than in the source, or was converted wrongly.

    Five miles are no five kilometres. Where the unit changes the value must change with it; roundings of a tenth are
    allowed (*100 feet*, *30 Meter*), and both side by side (*5 miles (8 km)*). A percentage point is no percent.
    """
    for one in unit.numbers.mismatches:
        if one.kind in ("unit", "conversion"):
            yield Hit(_span(unit.target.masked, one), _message(one), confidence=0.85)


def _span(text: str, one: Mismatch) -> Span:
    """The number with its unit behind it; *Tempo 50* has none there."""
    from mtqa.text.units import NAMES, UNIT

    match = UNIT.match(text, one.ours.end)
    behind = match is not None and not {match[1], match[1].lower()}.isdisjoint(NAMES)
    return Span(one.ours.start, match.end(1) if match and behind else one.ours.end)


def _message(one: Mismatch) -> str:
    here, there = one.units[0][0], one.units[1][0]
    said = f"The source says {one.theirs.text} {there.name}"
    if here.dimension != there.dimension:
        return f"{said}."
    value = exchanged(one.theirs.value, there, here)
    return f"{said}, which is {_rounded(value)} {here.name}."


def _rounded(value: float) -> str:
    """The value as a reader would write it: three figures that count, none lost before the point."""
    return f"{value:,.0f}" if abs(value) >= WHOLE else f"{value:.3g}"


WHOLE = 1000
