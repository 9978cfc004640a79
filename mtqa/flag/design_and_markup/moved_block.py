"""DES030."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES030",
    category="design-and-markup/layout",
    severity=Severity.NEUTRAL,
    priority=5,
    examples=[
        Example("The talks failed.", "Die Gespräche scheiterten.", bead="1-1"),
        Example("Nobody knows why.", "Niemand weiß, warum.", bead="1-1", moved=2, note="its passage began before"),
        Example("", "Nachtrag der Redaktion", bead="0-1", note="added, not moved"),
        Example("The talks failed.", "⟦Die Gespräche scheiterten.⟧", bead="1-1", moved=1),
        Example("Subject: your order", "⟦Betreff: Ihre Bestellung⟧", bead="1-1", moved=1),
        Example("Die Gespräche scheiterten.", "⟦The talks failed.⟧", "de", "en", bead="1-1", moved=1),
    ],
)
def moved_block(unit: Unit) -> Iterator[Hit]:
    """A passage stands elsewhere in the translation than in the source.

    A heading behind its paragraph or a paragraph in the wrong place is easily overlooked, and would otherwise read as an
    omission here and an addition there. Translators move sentences on purpose, too: it costs nothing, but look. One
    finding for each passage, on its first segment; column `moved` of the segments says how far it goes.
    """
    if unit.segment.moved == 1 and unit.target.tokens:
        yield Hit(
            Span(unit.target.tokens[0].start, unit.target.tokens[-1].end),
            "This stands elsewhere in the source: a sentence, heading or passage was moved.",
            confidence=round(max(unit.segment.alignment, 0.1), 3),
        )
