"""ACC001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "ACC001",
    category="accuracy/omission",
    severity=Severity.CRITICAL,
    needs=("source",),
    priority=90,
    examples=[
        Example("Save", "Speichern"),
        Example("—", "", note="nothing in the source that could be translated"),
        Example("OK", "OK"),
        Example("* * *", "\u00a0"),
        Example("⟦Save⟧", ""),
        Example("⟦Do you want to save the changes?⟧", " \u00a0", note="blank is as empty as empty"),
        Example("⟦25⟧", "\u200b", note="a zero-width space prints nothing"),
        Example("⟦Speichern⟧", "", "de", "en"),
    ],
)
def empty_target(unit: Unit) -> Iterator[Hit]:
    """The target is empty though the source has something to say.

    Nothing was translated, or it was lost between two systems. A reader sees a gap where the source has words or
    numbers. Spaces, no-break spaces and zero-width characters do not count as a translation. In running text, where an
    aligner found no counterpart for a whole sentence, `omission` says so instead.
    """
    source = unit.segment.source
    if (
        unit.segment.bead != "pair"
        or _says_something(unit.segment.target, any_sign=True)
        or not _says_something(source)
    ):
        return
    start = len(source) - len(source.lstrip())
    yield Hit(Span(start, len(source.rstrip()), "source"), "The target is empty.", confidence=0.99)


def _says_something(text: str, *, any_sign: bool = False) -> bool:
    if any_sign:
        return any(not char.isspace() and char.isprintable() for char in text)
    return any(char.isalnum() for char in text)
