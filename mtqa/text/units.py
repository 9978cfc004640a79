"""Units that texts convert (miles to kilometres, decades to years), and whether one amount is another one converted."""

from __future__ import annotations

import re

UNITS: tuple[tuple[str, tuple[float, ...]], ...] = (
    (r"miles?|mi\b|mph|Meilen?", (1.609344,)),
    (r"feet|foot|ft\b|Fuß", (0.3048, 30.48)),
    (r"inch(?:es)?|in\b|\"|″|Zoll", (2.54, 25.4)),
    (r"yards?|yd\b|Yards?", (0.9144,)),
    (r"pounds?|lbs?\b|Pfund", (0.45359237, 453.59)),
    (r"ounces?|oz\b|Unzen?", (28.3495, 0.0295735, 29.57)),
    (r"acres?|Acres?|Morgen", (0.404686, 4046.86)),
    (r"gallons?|Gallonen?", (3.785411,)),
    (r"stones?\b", (6.35029,)),
    (r"decades?|Jahrzehnte?n?|Dekaden?", (10,)),
    (r"centur(?:y|ies)|Jahrhunderte?n?", (100,)),
    (r"years?\b|Jahre?n?\b", (12,)),
    (r"weeks?\b|Wochen?\b", (7,)),
    (r"days?\b|Tage?n?\b", (24,)),
    (r"square feet|sq\.? ?ft|Quadratfuß", (0.092903,)),
)
"""The unit's names in English and German, and what one of it is in the unit it is turned into."""

UNIT = re.compile("|".join(f"(?P<u{number}>{names})" for number, (names, _) in enumerate(UNITS)))
FAHRENHEIT = re.compile(r"°?\s?F\b|degrees(?: Fahrenheit)?|Grad Fahrenheit|Fahrenheit")

CLOSE = 0.1
"""Conversions are rounded: so far off, as a share, they may be."""


def converted(value: float, after: str, other: float) -> bool:
    """Whether ``other`` may be ``value`` in another unit, given the text ``after`` value."""
    match = UNIT.match(after.lstrip(" -\u00a0"))
    if match:
        factors = UNITS[int((match.lastgroup or "u0")[1:])][1]
        return any(_close(value * factor, other) for factor in factors)
    return bool(FAHRENHEIT.match(after.lstrip())) and abs((value - 32) / 1.8 - other) <= 1


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= CLOSE * max(abs(one), abs(other))
