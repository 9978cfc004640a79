"""LIN025."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import compound_parts, lemma, zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIPLED = re.compile(r"([^\W\d_])\1\1", re.IGNORECASE)
TRIPLES = tuple(3 * letter for letter in "elsfnmtrpoaigbcdhkuvxyzjqwäöü")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SOUND = re.compile(r"(?:([^\W\d_])\1*)(?:([^\W\d_])\2*){0,2}")
"""Ahhh, Brrr, Hmmm, Oooh, Sooo: a few letters, drawn out."""

ROMAN = re.compile(r"[IVXLCDMivxlcdm]+")
PART, SURE, LISTED, COMMON, RARER = 2.5, 4.0, 2.0, 3.0, 1.5
"""Zipf frequencies: of a compound that is one, of a part that no dictionary has and one that it has, of a common
word, and by how much more frequent that is than its misspelling."""

LONG = 5
"""Letters that each part of a compound must have."""


@check(
    "LIN025",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    priority=55,
    examples=[
        Example("shipping", "die Schifffahrt", note="German writes all three where words meet"),
        Example("stinging nettles", "Brennnesseln"),
        Example("coffee harvest", "Kaffeeernte"),
        Example("Chapter VIII, part III", "Kapitel VIII, Teil III"),
        Example("Hmm, aah!", "Hmmm, aaah!", note="sounds"),
        Example("so long", "sooo lang"),
        Example("Schifffahrt", "shipping", "de", "en"),
        Example(
            "the steamship company", "die Donaudampfschifffahrtsgesellschaft", note="a compound before the letters"
        ),
        Example("the committee", "der ⟦Aussschuss⟧"),
        Example("letter", "der ⟦Briefff⟧"),
        Example("settings", "die ⟦Einstelllungen⟧", note="Lungen is a word, Einstell is none"),
        Example("die Adresse", "the ⟦addresss⟧", "de", "en"),
    ],
)
def tripled_letter(unit: Unit) -> Iterator[Hit]:
    """A letter stands three times in a row, and no compound explains it.

    A slip of the keyboard. German keeps all three letters where two words meet (Schifffahrt, Betttuch, Teeernte), if
    both are words. Sounds (Hmmm), Roman numbers and what the source writes so are fine.
    """
    text = unit.segment.target
    if not any(three in text for three in TRIPLES):
        return
    masked = unit.target.masked
    for word in WORD.finditer(masked):
        triple = TRIPLED.search(word.group())
        if triple and not _fine(word.group(), triple, unit):
            yield Hit(Span(*word.span()), f"„{triple.group()}“ has a letter too many.", "", 0.9)


def _fine(word: str, triple: re.Match[str], unit: Unit) -> bool:
    if word.isupper() or ROMAN.fullmatch(word) or SOUND.fullmatch(word) or TRIPLED.search(unit.segment.source):
        return True
    if word.lower() in unit.source_words or word.lower().startswith("www"):
        return True
    return unit.target.language.compounds and _compound(word, triple, unit.target.lang)


def _compound(word: str, triple: re.Match[str], lang: str) -> bool:
    """Whether a word ends with two of the letters and another one begins with the third, or the other way round.

    Where the word with two letters is a common one (Kommission), no compound is meant.
    """
    cut = triple.start() + 2
    if zipf(word[:cut] + word[cut + 1 :], lang) >= max(COMMON, zipf(word, lang) + RARER):
        return False
    if zipf(word, lang) >= PART:
        return True
    return any(_ends(word[:at], lang) and _begins(word[at:], lang) for at in (cut, cut - 1))


def _ends(word: str, lang: str) -> bool:
    """Whether the text is a word, or a compound of long ones (*Donau, dampfschiff*; not *ein, stell*)."""
    parts = compound_parts(word, lang)
    return _part(word, lang) or (bool(parts) and all(len(part) >= LONG for part in parts))


def _begins(word: str, lang: str) -> bool:
    """Whether the text begins with a word: a compound may go on."""
    return any(_part(word[:end], lang) for end in range(len(word), 3, -1))


def _part(word: str, lang: str) -> bool:
    if len(word) <= 2 or not lemma(word, lang):
        return zipf(word, lang) >= SURE and len(word) > 2
    return zipf(word, lang) >= LISTED
