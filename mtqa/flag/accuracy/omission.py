"""ACC002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

UNALIGNED = 0.6
"""How sure an unaligned sentence is at most: the aligner may have missed its counterpart elsewhere."""


@check(
    "ACC002",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=80,
    examples=[
        Example("The talks failed.", "Die Gespräche scheiterten.", bead="1-1"),
        Example("* * *", "", bead="1-0", note="no words, nothing left out"),
        Example("ANCHORAGE –", "", bead="1-0", note="a dateline may go"),
        Example("3.", "", bead="1-0"),
        Example("⟦The talks failed after two days.⟧", "", bead="1-0"),
        Example("⟦Nobody has said why.⟧", "", bead="1-0"),
        Example("⟦Die Gespräche scheiterten nach zwei Tagen.⟧", "", "de", "en", bead="1-0"),
    ],
)
def omission(unit: Unit) -> Iterator[Hit]:
    """A sentence of the source has no counterpart in the target.

    The reader does not learn what it says, and nothing in the target shows the gap. The place is marked in the source.
    Found where the aligner holds a source sentence against nothing; headings, datelines and numbers of fewer than three
    words are let go.
    """
    if not unit.segment.bead.endswith("-0"):
        return
    words = [token for token in unit.source.tokens if token.is_word]
    if len(words) >= 3:
        first, last = unit.source.tokens[0], unit.source.tokens[-1]
        yield Hit(
            Span(first.start, last.end, "source"),
            "Nothing in the target says this sentence of the source.",
            confidence=round(min(UNALIGNED, unit.segment.alignment), 3) or 0.1,
        )
