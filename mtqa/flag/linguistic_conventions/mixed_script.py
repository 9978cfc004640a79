"""LIN024."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

LATIN = "A-Za-z\u00c0-\u024f"
OTHER = "\u0370-\u03ff\u0400-\u052f"
MIXED = re.compile(f"[{LATIN}{OTHER}]*(?:[{LATIN}][{OTHER}]|[{OTHER}][{LATIN}])[{LATIN}{OTHER}]*")
FOREIGN = re.compile(f"[{OTHER}]")
UNITS = re.compile(r"[μΩωλδΔαβγπσθφψηεκρ](?:[A-Za-z]{1,3})|[kMGm]Ω|[A-Za-zµ]{1,3}[αβγδπμσΔ]")
"""Micrometres, kiloohms, delta-T: science mixes scripts."""

ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеоресхуіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανυρ", "ABESIJKMHOPCTXYaeopecxyijsdhqwABEZHIKMNOPTYXoiavup"
)  # fmt: skip
"""Letters that look alike (Unicode's confusables, those of Cyrillic and Greek that are capital or lower-case Latin)."""


@check(
    "LIN024",
    category="linguistic-conventions/character-encoding",
    severity=Severity.MAJOR,
    priority=68,
    examples=[
        Example("the Москва hotel", "das Hotel Москва", note="a word in its own script"),
        Example("5 μm and 10 kΩ", "5 μm und 10 kΩ"),
        Example("the α-particle, ΔT", "das α-Teilchen, ΔT"),
        Example("the Xбox", "die Xбox", note="the source has it as well"),
        Example("die β-Version", "the β-version", "de", "en"),
        Example("Moscow", "⟦Mоskau⟧", note="the o is Cyrillic"),
        Example("Settings", "⟦Еinstellungen⟧"),
        Example("Athen", "⟦Αthens⟧", "de", "en", note="a Greek capital Alpha"),
    ],
)
def mixed_script(unit: Unit) -> Iterator[Hit]:
    """A word mixes Latin letters with Cyrillic or Greek ones that look alike.

    Nobody sees it, but no search finds the word, a screen reader stumbles, and a link may lead to another site. Signs
    of units and formulas (µm, kΩ, ΔT) are fine, and what the source writes so too.
    """
    text = unit.segment.target
    if text.isascii() or not FOREIGN.search(text):
        return
    for match in MIXED.finditer(text):
        word = match.group()
        if not UNITS.fullmatch(word) and word not in unit.segment.source:
            plain = word.translate(ALIKE)
            yield Hit(Span(*match.span()), _message(word), "" if FOREIGN.search(plain) else plain, 0.95)


def _message(word: str) -> str:
    foreign = ", ".join(f"{char} (U+{ord(char):04X})" for char in dict.fromkeys(FOREIGN.findall(word)))
    return f"The word has letters of another alphabet: {foreign}."
