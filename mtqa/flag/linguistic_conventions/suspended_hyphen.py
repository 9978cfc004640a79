"""LIN049."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

GLUED = re.compile(r"(?<![\w-])([A-ZÄÖÜ]?[^\W\d_]+)-(und|oder|bzw\.|sowie) ([A-ZÄÖÜ]?[^\W\d_]{4,})(?![\w-])")
SPACED = re.compile(r"(?<![\w-])([A-ZÄÖÜ][^\W\d_]+) -( ?)(und|oder) ([A-ZÄÖÜ][^\W\d_]{4,})")


@check(
    "LIN049",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    signs="-",
    pattern=re.compile(r"-(?:und|oder|bzw|sowie)\b"),
    target_langs=("de",),
    priority=48,
    examples=[
        Example("input and output", "Ein- und Ausgabe"),
        Example("a cat-and-mouse game", "ein Katz-und-Maus-Spiel"),
        Example("black and white", "schwarz-weiß und bunt"),
        Example("sunrise and sunset", "Sonnenauf- und -untergang"),
        Example("input and output", "⟦Ein-und Ausgabe⟧"),
        Example("pros or cons", "⟦Vor-oder Nachteile⟧"),
        Example("input and output devices", "⟦Ein -und Ausgabegeräte⟧"),
    ],
)
def suspended_hyphen(unit: Unit) -> Iterator[Hit]:
    """The space behind a suspended hyphen is missing, or stands before it.

    German leaves out the common part of two compounds with a hyphen and a space: *Ein- und Ausgabe*.
    """
    text = unit.target.masked
    for match in GLUED.finditer(text):
        mended = f"{match[1]}- {match[2]} {match[3]}"
        yield Hit(Span(*match.span()), f"This is written „{mended}“.", mended, 0.9)
    for match in SPACED.finditer(text):
        if not match[2]:
            mended = f"{match[1]}- {match[3]} {match[4]}"
            yield Hit(Span(*match.span()), f"This is written „{mended}“.", mended, 0.85)
