"""DES002."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.mask import Part

TAG = re.compile(r"<\s*(/?)\s*([A-Za-z][\w:.-]*)((?:\s+id\s*=\s*(?:\"[^\"]*\"|'[^']*'))?)[^>]*?(/?)\s*>")


@check(
    "DES002",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=74,
    examples=[
        Example("Press <b>OK</b> now.", "Drücken Sie jetzt <b>OK</b>."),
        Example('<a href="en.html">Help</a>', '<a href="de.html">Hilfe</a>', note="attributes may change"),
        Example("Enter <filename>.", "Geben Sie <Dateiname> ein.", note="a blank to fill in is words"),
        Example("Line<br>break", "Zeilen<br/>umbruch", note="the same tag"),
        Example("3 < 5 & 7 > 2", "3 < 5 und 7 > 2"),
        Example("<i>Titel</i>", "<i>Title</i>", "de", "en"),
        Example("Press ⟦<b>⟧OK</b> now.", "Drücken Sie OK</b> jetzt."),
        Example("Press <b>OK</b> now.", "Drücken Sie <b>OK⟦<b>⟧ jetzt.⟦</i>⟧</b>"),
        Example('Text ⟦<x id="1"/>⟧ more', 'Text ⟦<x id="2"/>⟧ mehr'),
        Example("⟦<i>⟧Titel⟦</i>⟧", "Title", "de", "en"),
    ],
)
def markup_mismatch(unit: Unit) -> Iterator[Hit]:
    """A tag is missing, is too many, or is another one.

    The page breaks, or words lose their emphasis or link. Tags are compared by name, by being an opening, closing or
    empty one, and by `id`; other attributes, the order, and entities such as `&amp;` are the translator's.
    """
    if not unit.target.mask.parts and not unit.source.mask.parts:
        return
    missing, extra = differences(_tags(unit.source.mask.parts), _tags(unit.target.mask.parts), _key)
    for part in extra:
        yield Hit(Span(part.start, part.end), f"The source has no {part.text} here.", confidence=0.9)
    for part in missing:
        yield Hit(Span(part.start, part.end, "source"), f"The target lacks {part.text}.", confidence=0.9)


def _tags(parts: tuple[Part, ...]) -> list[Part]:
    return [part for part in parts if part.kind == "markup" and TAG.fullmatch(part.text)]


def _key(part: Part) -> str:
    match = TAG.fullmatch(part.text)
    if not match:
        return part.text
    closing, name, identity, empty = match.groups()
    return f"{closing}{name.lower()}{''.join(identity.split())}{'' if name.lower() == 'br' else empty}"
