"""LIN005."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACED = re.compile(r"(?<=[^\W_]|[)\]%“”\"«»])([ \t]+)([,;!?]|[.:](?![.:]))(?=\s|[)\]“”\"«»]|$)")
"""A word, spaces, and a mark that a space, a closing bracket or quote, or the end follows."""


@check(
    "LIN005",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    pattern=re.compile("[ \\t][,;!?.:]"),
    target_langs=("cs", "da", "de", "en", "es", "it", "nl", "pl", "pt", "ru", "sv", "tr"),
    priority=40,
    examples=[
        Example("Yes, but…", "Ja, aber …", note="an ellipsis for left out words has its space"),
        Example("Why? :-)", "Warum? :-)"),
        Example("the .NET library", "die .NET-Bibliothek"),
        Example("Value : 5", "Wert : 5", note="the source has the space as well"),
        Example("Press <b>OK</b>.", "Drücken Sie <b>OK</b>."),
        Example("Das gilt ab 1,5 Metern.", "It applies from 1.5 metres.", "de", "en"),
        Example("Yes, he said.", "Ja⟦ ,⟧ sagte er."),
        Example("What is that?", "Was ist das⟦  ?⟧"),
        Example("He came (late).", "Er kam (spät⟦ .⟧)", note="before a closing bracket"),
        Example("Er kam; sie ging.", "He came⟦ ;⟧ she left.", "de", "en"),
    ],
)
def space_before_punctuation(unit: Unit) -> Iterator[Hit]:
    """A space stands before a punctuation mark that belongs to the word.

    The mark may move to the next line alone. Often left over from tokenised text. Nothing is said where the source sets
    the same mark apart, as in tables and labels.
    """
    for match in SPACED.finditer(unit.target.masked):
        mark = match[2]
        if not re.search(rf"\s{re.escape(mark)}", unit.segment.source):
            yield Hit(Span(match.start(), match.end()), f"No space belongs before „{mark}“.", mark, 0.9)
