"""DES018."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 60
"""Characters of the longest label; longer texts have no accelerator."""

LETTER, SMALL, CAPITAL = "[A-Za-zÄÖÜäöüß]", "[a-zäöüß]", "[A-ZÄÖÜ]"
AND = rf"(?<![\w&;])&(?={LETTER}|\d)(?!#?\w+;)|(?<={SMALL})&(?={SMALL})(?!\w+;)|(?<=\b{CAPITAL})&(?={SMALL})(?!\w+;)"
LINE = rf"(?<!\w)_(?={LETTER}{SMALL}*\b(?!_))|(?:(?<=\b{CAPITAL})|(?<=\b{CAPITAL}{SMALL}))_(?={SMALL}+\b(?!_))"
TILDE = rf"(?<![\w~/])~(?={LETTER}{SMALL})|(?<={LETTER})~(?={SMALL})"
MARKS = {"&": re.compile(AND), "_": re.compile(LINE), "~": re.compile(TILDE)}
"""Before the letter that a user presses with Alt: Windows and Qt, GTK, LibreOffice."""


@check(
    "DES018",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=71,
    source_signs="&_~",
    examples=[
        Example("&File", "&Datei"),
        Example("Save &As…", "Speichern &unter…"),
        Example("E_xit", "_Beenden"),
        Example("R&D", "F&E", note="no accelerator"),
        Example("Fish &amp; chips", "Fisch und Pommes", note="an entity"),
        Example("file_name", "Dateiname", note="a name with an underline"),
        Example("&Datei", "&File", "de", "en"),
        Example("⟦&File⟧", "Datei"),
        Example("Save &As…", "⟦&Speichern &unter…⟧", note="two: only one works"),
        Example("⟦_Open⟧", "Öffnen"),
        Example("~Edit", "⟦Bearbeiten~⟧", note="before no letter"),
        Example("⟦Be&enden⟧", "Quit", "de", "en"),
    ],
)
def accelerator(unit: Unit) -> Iterator[Hit]:
    """The mark of a keyboard accelerator is missing, doubled, or before no letter.

    A menu without its mark cannot be opened with the keyboard, and a second one shows as a sign. The letter itself is
    the translator's choice. Only short labels with exactly one mark in the source count.
    """
    source, text = unit.segment.source, unit.segment.target
    if not ("&" in source or "_" in source or "~" in source) or len(source) > LONGEST or not text.strip():
        return
    for mark, pattern in MARKS.items():
        if source.count(mark) != 1 or not pattern.search(source):
            continue
        found = len(re.findall(rf"{mark}(?=[^\W_])", text))
        if found == 1 and text.count(mark) == 1:
            continue
        if mark not in text:
            yield Hit(
                Span(0, len(source), "source"), f"The target has no accelerator: put {mark} before a letter.", "", 0.85
            )
        elif found != 1:
            reason = "stands before no letter" if not found else f"stands {found} times; one is right"
            yield Hit(Span(0, len(text)), f"The accelerator's mark {mark} {reason}.", confidence=0.85)
