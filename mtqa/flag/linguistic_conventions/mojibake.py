"""LIN008."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""The second byte of a UTF-8 pair, read as Latin-1 or Windows-1252."""

BROKEN = re.compile(
    rf"[^\WÃÂ]*(?:[ÃÂ][{HIGH}][^\WÃÂ]*)+|â€[{HIGH}\u009d]?|\w*\ufffd+[\w\ufffd]*|ï»¿|ï¿½|\\u00[\da-fA-F]{{2}}|&amp;(?:\w+|#\d+);"
)


@check(
    "LIN008",
    category="linguistic-conventions/character-encoding",
    severity=Severity.MAJOR,
    signs="ÃÂâ\ufffdï\\&",
    priority=70,
    examples=[
        Example("São Paulo and château", "São Paulo und Château"),
        Example("naïve", "naïve Größe"),
        Example("ÃO is a Portuguese ending", "ÃO ist eine portugiesische Endung"),
        Example("Write \\u00e4 for ä.", "Schreiben Sie \\u00e4 für ä.", note="the source has it too"),
        Example("for the size", "für die ⟦GrÃ¶ÃŸe⟧"),
        Example("He said “no”.", "Er sagte ⟦â€ž⟧nein“."),
        Example("a size", "eine ⟦Gr\ufffd\ufffde⟧"),
        Example("Müllers Geschäft", "Miller's ⟦GeschÃ¤ft⟧ & ⟦&amp;quot;⟧", "de", "en"),
    ],
)
def mojibake(unit: Unit) -> Iterator[Hit]:
    """Characters were decoded with the wrong table, or escaped twice.

    *GrÃ¶ÃŸe* is *Größe* in UTF-8, read as Latin-1. Everybody sees it, nobody can read it, and other checks stumble over
    it. What the source has as well stays: it is a text about such things.
    """
    for match in BROKEN.finditer(unit.segment.target):
        if match.group() not in unit.segment.source:
            yield Hit(Span(match.start(), match.end()), "Broken characters: the text was decoded or escaped wrongly.",
                      _mended(match.group()), 0.97)  # fmt: skip


def _mended(broken: str) -> str:
    """What it was before it was broken; empty where that cannot be told."""
    if broken.startswith("&amp;"):
        return "&" + broken.removeprefix("&amp;")
    for table in ("cp1252", "latin-1"):
        try:
            mended = broken.encode(table).decode("utf-8")
        except UnicodeError:
            continue
        return mended if mended != broken else ""
    return ""
