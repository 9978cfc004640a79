"""DES009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import tags, unpaired

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES009",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=75,
    signs="<",
    examples=[
        Example("<b>Open</b> the <i>file</i>", "<i>Datei</i> <b>öffnen</b>", note="another order, each still whole"),
        Example("<p>one<p>two", "<p>eins<p>zwei", note="the source leaves them open as well"),
        Example("Line<br>two", "Zeile<br>zwei", note="needs no end"),
        Example("<b>Wichtig</b>", "<b>Important</b>", "de", "en"),
        Example("<b>Open the <i>file</i></b>", "<b>Öffnen Sie die <i>Datei⟦</b>⟧</i>"),
        Example("Press <b>OK</b>", "Drücken Sie ⟦</b>⟧OK⟦<b>⟧"),
        Example("<a><b>Neu</b></a>", "<a><b>New⟦</a>⟧</b>", "de", "en"),
        Example('<g id="1">New <g id="2">file</g></g> <b>now</b>', '<g id="1">Neue <g id="2">Datei</g> <b>jetzt⟦</g>⟧</b>'),
    ],
)  # fmt: skip
def tag_nesting(unit: Unit) -> Iterator[Hit]:
    """Tags overlap, or one closes before it opens, though the source's are nested.

    All tags are there, but the page is broken: a browser guesses where the emphasis ends, a program refuses the text.
    Where a tag is missing or too many, `markup-mismatch` says so instead.
    """
    if "<" not in unit.segment.target or not unit.coded:
        return
    ours, theirs = tags(unit.source.mask.parts), tags(unit.target.mask.parts)
    if len(theirs) < 2 or sorted(tag.key for tag in ours) != sorted(tag.key for tag in theirs) or unpaired(ours):
        return
    for tag, inner in unpaired(theirs):
        message = f"{tag.part.text} closes before {inner} does." if inner else f"{tag.part.text} has no partner here."
        yield Hit(Span(tag.part.start, tag.part.end), message, confidence=0.9)
