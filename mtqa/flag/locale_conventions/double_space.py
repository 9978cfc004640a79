"""LOC002."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

DOUBLE = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,}(?=\S)")


@check(
    "LOC002",
    category="locale-conventions/typography",
    severity=Severity.NEUTRAL,
    priority=30,
    examples=[
        Example("One. Two.", "Eins. Zwei."),
        Example("Name:  %s", "Name:  %s", note="the source has it as well"),
        Example("  - item", "  - Punkt", note="an indent"),
        Example("Ja.", "Yes.", "de", "en"),
        Example("One. Two.", "Eins.⟦  ⟧Zwei."),
        Example("a big house", "ein⟦   ⟧großes⟦  ⟧Haus"),
        Example("ein Haus", "a⟦ \u00a0⟧house", "de", "en"),
    ],
)
def double_space(unit: Unit) -> Iterator[Hit]:
    """Two or more spaces stand between words.

    Harmless on a page that folds them, visible in print and in programs that do not. Nothing is said where the source
    has such spaces too.
    """
    text = unit.target.masked
    if ("  " in text or " \u00a0" in text or "\u00a0 " in text) and not DOUBLE.search(unit.segment.source):
        for match in DOUBLE.finditer(text):
            yield Hit(Span(*match.span()), "One space is enough.", " ", 0.99)
