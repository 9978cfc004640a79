"""LOC021."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS
from mtqa.text.units import CONVERTIBLE, UNIT, exchanged, measures, metric

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.numbers import Number
    from mtqa.text.units import Measure


@check(
    "LOC021",
    category="locale-conventions/measurement-format",
    severity=Severity.MINOR,
    signs=DIGITS,
    target_langs=("de",),
    priority=33,
    default=False,
    examples=[
        Example("5 miles away", "8 km entfernt"),
        Example("5 miles away", "5 Meilen (8 km) entfernt", note="both are there"),
        Example("a 27-inch screen", "ein 27-Zoll-Bildschirm", note="screens are measured so"),
        Example("It costs 20 pounds.", "Es kostet 20 Pfund.", note="money"),
        Example("5 miles away", "⟦5 Meilen⟧ entfernt"),
        Example("at 60 mph", "mit ⟦60 mph⟧"),
        Example("It is 90 °F in the shade.", "Es sind ⟦90 °F⟧ im Schatten."),
        Example("6 feet tall", "⟦6 Fuß⟧ groß"),
    ],
)
def measurement_system(unit: Unit) -> Iterator[Hit]:
    """A measure is in miles, feet, gallons or Fahrenheit, which German readers do not picture.

    Whether to convert is for the client to say, so it is off by default: 1.4 of 1,000 segments of professional news
    translations have such a measure. Inches and pounds stay, for screens and money, and a measure that has its metric
    equal beside it.
    """
    text, numbers = unit.target.masked, unit.target.numbers
    found = [(number, units) for number in numbers if (units := measures(text, number.start, number.end))]
    if any(units[0].dimension in CONVERTIBLE and units[0].system == "si" for _, units in found):
        return
    for number, units in found:
        one = units[0]
        if (
            number.exact
            and {unit.system for unit in units} == {"us"}
            and {unit.dimension for unit in units} == {one.dimension}
            and one.name not in KEPT
            and one.dimension in CONVERTIBLE
        ):
            match = UNIT.match(text, number.end)
            right = _metric(number, one)
            yield Hit(Span(number.start, match.end(1) if match else number.end), f"That is {right}.", confidence=0.6)


KEPT = frozenset(("inch", "lb"))


def _metric(number: Number, one: Measure) -> str:
    other = metric(one)
    return f"{exchanged(number.value, one, other):.3g} {other.name}".replace(".", ",")
