"""LIN040."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.trigger import DIGITS
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

INSIDE = re.compile(r"(?<![\w-])[^\W\d_]+[01345][^\W\d_][^\W_]*(?![\w-])")
GLUED = re.compile(
    r"(?<![\w.,'’/-])(\d+(?:[.,]\d+)*)((?!(?:er|ers|fach|mal|ig|jährig|stellig|st|nd|rd|th)(?![^\W\d_]{4}))[^\W\d_]{4,})(?![\w-])"
)
MIXED = re.compile(r"\d(?:(?<=[^\W\d_]\d)|[^\W\d_])")
LETTERS = str.maketrans("01345", "oleas")
COMMON = 3.0
"""The Zipf frequency from which a word is one that was meant."""


@check(
    "LIN040",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    signs=DIGITS,
    pattern=MIXED,
    needs=("source",),
    priority=46,
    examples=[
        Example("H2O, B2B and p2p", "H2O, B2B und p2p"),
        Example("the 10th, twofold", "das 10te, 2fache, 8jährige und 100%ige", note="endings"),
        Example("win32 and k8s", "win32 und k8s"),
        Example("the MP3 player", "der MP3-Spieler"),
        Example("type a1b2", "Gib a1b2 ein.", note="the source has it so"),
        Example("the word", "das ⟦W0rt⟧"),
        Example("She paid 25 euros.", "Sie zahlte ⟦25Euro⟧."),
        Example("for 12 people", "für ⟦12Personen⟧"),
        Example("das Haus", "the ⟦h0use⟧", "de", "en"),
        Example("nach 15 Minuten", "after ⟦15minutes⟧", "de", "en"),
    ],
)
def number_glued(unit: Unit) -> Iterator[Hit]:
    """A digit stands in a word in place of a letter, or a number is glued to the word behind it.

    *W0rt* is what a scan or a slip leaves; *25Euro* lacks its space. Reported are words that are known once the digit is
    a letter again, and numbers before a word of four letters or more, unless the source has it so.
    """
    text, source = unit.target.masked, unit.segment.source
    for match in INSIDE.finditer(text):
        right = match.group().translate(LETTERS)
        if match.group() not in source and zipf(right, unit.target.lang) >= COMMON:
            yield Hit(Span(*match.span()), f"A digit stands in „{right}“.", right, 0.9)
    for match in GLUED.finditer(text):
        if match.group() not in source and zipf(match[2], unit.target.lang) >= COMMON:
            right = f"{match[1]} {match[2]}"
            yield Hit(Span(*match.span()), "A space is missing behind the number.", right, 0.9)
