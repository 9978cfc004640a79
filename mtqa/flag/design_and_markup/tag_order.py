"""DES010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import tags

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES010",
    category="design-and-markup/markup",
    severity=Severity.NEUTRAL,
    needs=("source",),
    priority=40,
    default=False,
    signs="<{",
    examples=[
        Example("<b>Open</b> the <i>file</i>", "<b>Öffnen</b> Sie die <i>Datei</i>"),
        Example("Line<br>two", "Zeile<br>zwei"),
        Example("<b>Neu</b>", "<b>New</b>", "de", "en"),
        Example("<b>Open</b> the <i>file</i>", "⟦<i>⟧Datei</i> <b>öffnen</b>"),
        Example('<x id="1"/> of <x id="2"/>', '⟦<x id="2"/>⟧: <x id="1"/>'),
        Example("<i>alt</i> und <b>neu</b>", "⟦<b>⟧new</b> and <i>old</i>", "de", "en"),
    ],
)
def tag_order(unit: Unit) -> Iterator[Hit]:
    """The tags stand in another order than in the source.

    German and English order words differently, so this is mostly right, and runs only when it is selected: for texts
    whose codes must not move (line breaks, steps of a list).
    """
    if not unit.coded:
        return
    ours, theirs = tags(unit.source.mask.parts), tags(unit.target.mask.parts)
    one, other = [tag.key for tag in ours], [tag.key for tag in theirs]
    if one != other and sorted(one) == sorted(other):
        first = next(at for at, key in enumerate(other) if key != one[at])
        part = theirs[first].part
        yield Hit(Span(part.start, part.end), f"In the source {ours[first].part.text} comes first.", confidence=0.9)
