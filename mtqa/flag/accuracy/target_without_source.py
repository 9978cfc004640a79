"""ACC021."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

STRINGS = {"syntax": "po"}


def _has_syntax(unit: Unit) -> bool:
    """Whether the file is one of messages."""
    return bool(unit.segment.syntax)


@check(
    "ACC021",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    when=_has_syntax,
    priority=85,
    examples=[
        Example("Save", "Speichern", given=STRINGS),
        Example("", "", given=STRINGS, note="nothing on either side"),
        Example("", "Die Gespräche scheiterten.", note="a table that has no source for the row"),
        Example("", "The talks failed.", "de", "en", given={"reference": "The talks have failed.", **STRINGS}),
        Example("", "⟦Speichern⟧", given=STRINGS),
        Example("  ", "⟦Speichern⟧", given={"syntax": "xliff"}),
        Example("", "⟦Save⟧", "de", "en", given={"syntax": "xliff"}),
    ],
)
def target_without_source(unit: Unit) -> Iterator[Hit]:
    """A string has a translation and no source.

    It was left over from another version, or moved to the wrong row: nobody knows what it translates. Only in files
    that hold both sides (PO, XLIFF); in running text `addition` looks for such sentences.
    """
    segment = unit.segment
    if not segment.source.strip() and segment.syntax and segment.target.strip() and not segment.reference:
        start = len(segment.target) - len(segment.target.lstrip())
        yield Hit(Span(start, len(segment.target.rstrip())), "There is no source for this translation.", confidence=0.9)
