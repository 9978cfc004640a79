"""LIN021."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTITY = re.compile(r"&(?:#(\d{2,7})|#[xX]([\da-fA-F]{2,6})|([A-Za-z][A-Za-z\d]{1,31}));")


@check(
    "LIN021",
    category="linguistic-conventions/character-encoding",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=69,
    signs="&",
    examples=[
        Example("A &amp; B", "A &amp; B"),
        Example("<b>size</b>", "<b>Gr&ouml;&szlig;e</b>", note="a page: it may be written so"),
        Example("AT&T; Sprint", "AT&T; Sprint", note="no entity"),
        Example("R&eacute;sum&eacute;", "Lebenslauf f&uuml;r Sie", note="the source writes entities as well"),
        Example("für die Größe", "for the size", "de", "en"),
        Example("the size", "die Gr⟦&ouml;⟧⟦&szlig;⟧e"),
        Example("He said “no”.", "Er sagte ⟦&quot;⟧nein⟦&quot;⟧."),
        Example("das Café", "the caf⟦&#233;⟧", "de", "en"),
    ],
)
def entity_in_text(unit: Unit) -> Iterator[Hit]:
    """An HTML entity stands in a text that is no HTML.

    Readers see `Gr&ouml;&szlig;e`. An export wrote it, or an engine that was trained on web pages. Where the source has
    tags or entities of its own nothing is said.
    """
    text, source = unit.segment.target, unit.segment.source
    if "&" not in text or ";" not in text or ENTITY.search(source) or "<" in source or unit.source.markup:
        return
    for match in ENTITY.finditer(text):
        char = _character(match)
        if char:
            yield Hit(Span(*match.span()), f"Readers see {match.group()} instead of {char}.", char, 0.95)


def _character(match: re.Match[str]) -> str:
    """The character that the entity stands for; empty where there is none."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};", "")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
