"""DES004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES004",
    category="design-and-markup/markup",
    severity=Severity.MINOR,
    needs=("source",),
    priority=45,
    either_signs="\n\r\t",
    examples=[
        Example("One\nTwo", "Eins\nZwei"),
        Example("One\r\nTwo", "Eins\nZwei", note="the same break, written otherwise"),
        Example("One\n\nTwo", "Eins\n\nZwei"),
        Example("One Two", "Eins\nZwei", bead="1-2", note="running text breaks where it likes"),
        Example("Name:\tText", "Name:\tText"),
        Example("Eins\nZwei", "One\nTwo", "de", "en"),
        Example("One\nTwo\n", "⟦Eins\nZwei⟧", note="messages of PO must end alike"),
        Example("One\n\nTwo", "⟦Eins Zwei⟧"),
        Example("Name\tSize", "⟦Name Größe⟧", note="a column is gone"),
        Example("Eins\nZwei", "⟦One Two⟧", "de", "en"),
    ],
)
def line_breaks(unit: Unit) -> Iterator[Hit]:
    """The target has more or fewer line breaks, paragraphs or tabs than the source.

    Lists become one line, columns move, and programs that split a text at its breaks read something else. Only in
    ready pairs: an aligner puts sentences together.
    """
    target, source = unit.segment.target, unit.segment.source
    if not ("\n" in source or "\n" in target or "\t" in source or "\r" in source or "\t" in target or "\r" in target):
        return
    if unit.segment.bead != "pair" or not target.strip():
        return
    wrong = [f"{theirs} {what} for {ours}" for what, ours, theirs in _counts(source, target) if ours != theirs]
    if wrong:
        start, end = len(target) - len(target.lstrip()), len(target.rstrip())
        yield Hit(Span(start, end), f"The target has {' and '.join(wrong)} in the source.", confidence=0.85)


def _counts(source: str, target: str) -> Iterator[tuple[str, int, int]]:
    one, other = (text.replace("\r\n", "\n").replace("\r", "\n") for text in (source, target))
    yield "line breaks", one.count("\n"), other.count("\n")
    yield "tabs", one.count("\t"), other.count("\t")
