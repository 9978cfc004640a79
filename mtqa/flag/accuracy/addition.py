"""ACC003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

UNALIGNED = 0.6
"""How sure an unaligned sentence is at most: the aligner may have missed its counterpart elsewhere."""


def _is_alone(unit: Unit) -> bool:
    """Whether no sentence of the source belongs to it."""
    return unit.segment.bead.startswith("0-")


@check(
    "ACC003",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    when=_is_alone,
    priority=80,
    examples=[
        Example("The talks failed.", "Die Gespräche scheiterten.", bead="1-1"),
        Example("", "Die Gespräche scheiterten nach zwei Tagen.", note="a table without a source column"),
        Example("", "– –", bead="0-1"),
        Example("", "Anchorage, Alaska", bead="0-1", note="a dateline may come"),
        Example("", "⟦Die Gespräche scheiterten nach zwei Tagen.⟧", bead="0-1"),
        Example("", "⟦Niemand hat gesagt, warum.⟧", bead="0-1"),
        Example("", "⟦The talks failed after two days.⟧", "de", "en", bead="0-1"),
    ],
)
def addition(unit: Unit) -> Iterator[Hit]:
    """A sentence of the target has no counterpart in the source.

    The author never said it, and the reader cannot know. Found where the aligner holds a target sentence against
    nothing; headings, datelines and numbers of fewer than three words are let go.
    """
    if not unit.segment.bead.startswith("0-"):
        return
    words = [token for token in unit.target.tokens if token.is_word]
    if len(words) >= 3:
        yield Hit(
            Span(unit.target.tokens[0].start, unit.target.tokens[-1].end),
            f"Nothing in the {'source' if unit.segment.source_lang else 'reference'} says this sentence.",
            confidence=round(min(UNALIGNED, unit.segment.alignment), 3) or 0.1,
        )
