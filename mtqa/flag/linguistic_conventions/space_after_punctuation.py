"""LIN045."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

GLUED = re.compile(r"(?<![\w./@:-])([^\W\d_]{2,})([,;!?]|[.:](?=[A-ZÄÖÜ]))([^\W\d_]{2,})(?![\w./@:(*])")
CLOSE = re.compile(r"[,;!?.:](?=[^\W\d_])")
SURE = 2.5
"""The Zipf frequency from which both sides are words and not parts of a name, file or address."""

ENDINGS = frozenset(("innen", "in", "n", "r", "s", "e", "nen"))
"""Behind a colon the feminine of gender-neutral German: *Nutzer:innen*."""


@check(
    "LIN045",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    pattern=CLOSE,
    target_langs=("de", "en"),
    priority=40,
    examples=[
        Example("users, owners", "Nutzer:innen, Besitzer:innen", note="gender-neutral forms"),
        Example("the .NET and ASP.NET libraries", "die Bibliotheken .NET und ASP.NET"),
        Example("Read Node.js and readme.txt.", "Lies Node.js und readme.txt."),
        Example("at 5:30, for 1,5 metres", "um 5:30 auf 1,5 Metern"),
        Example("It is e.g. here.", "Es ist z.B. hier."),
        Example("Er kam, sie ging.", "He came, she left.", "de", "en"),
        Example("He came, she left.", "Er ⟦kam,sie⟧ ging."),
        Example("He came. She left.", "Er ⟦kam.Sie⟧ ging."),
        Example("Note: this is new.", "⟦Hinweis:Das⟧ ist neu."),
        Example("Er kam; sie ging.", "He ⟦came;she⟧ left.", "de", "en"),
    ],
)
def space_after_punctuation(unit: Unit) -> Iterator[Hit]:
    """No space follows a punctuation mark.

    Two words run together and no line can break between. Reported are marks between two words of the language; parts of
    names, files and addresses, abbreviations, and what the source has the same way stay.
    """
    text = unit.target.masked
    for match in GLUED.finditer(text):
        first, mark, second = match.groups()
        if match.group() in unit.segment.source or (mark == ":" and second.lower() in ENDINGS):
            continue
        if min(zipf(first, unit.target.lang), zipf(second, unit.target.lang)) >= SURE:
            mended = f"{first}{mark} {second}"
            yield Hit(Span(*match.span()), f"A space is missing behind „{mark}“.", mended, 0.9)
