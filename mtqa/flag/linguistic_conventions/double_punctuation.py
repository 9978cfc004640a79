"""LIN042."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

DOUBLED = re.compile(r"(?<![,;:.!?])(?:,[,.;:]+|;[;,.]+|:[:,;.]+|\.[,;:]+|\.\.|[!?][.,;:]+)(?![.,;:!?/\\)\-(DPp|\w])")

LABEL = re.compile(r"(?:^|\n)\s*(?:[\w.]+ ){0,2}[^\W\d_]{2,4}\.:$")
"""A label of few words whose last one is cut short: *Our ref.:*, *Cust. no.:*."""

TWO = re.compile("[,;:.!?](?=[,;:.!?])")
COMMON = 3.5
"""The Zipf frequency from which a word is hardly an abbreviation."""


@check(
    "LIN042",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    pattern=TWO,
    priority=41,
    examples=[
        Example("Wait... and so on.", "Warte ... usw."),
        Example("dogs, cats, etc., are here", "Hunde, Katzen etc., sind da", note="an abbreviation's dot"),
        Example("Really?!", "Wirklich?!"),
        Example("the range 1..5", "der Bereich 1..5", note="the source has it so"),
        Example("a smile ;) or :-)", "ein Lächeln ;) oder :-)"),
        Example("Nr., Abb., ca.", "No., Fig., approx.", "de", "en"),
        Example("Unser Zeichen: KL/mw", "Our ref.: KL/mw", "de", "en", note="an abbreviation before a colon"),
        Example("Luftfeuchte max. 95 %, trocken", "Humidity: 95% max., dry", "de", "en"),
        Example("“Why?”, he asked.", "„Warum?“, fragte er."),
        Example("He came, and left.", "Er kam⟦,,⟧ und ging."),
        Example("He came.", "Er kam⟦..⟧"),
        Example("He asked why.", "Er fragte, warum⟦?.⟧"),
        Example("Er kam, und ging.", "He came⟦,.⟧ and left.", "de", "en"),
    ],
)
def double_punctuation(unit: Unit) -> Iterator[Hit]:
    """Two marks stand in a row that do not go together.

    `,,` and `..` are slips or the seams of joined segments. An ellipsis, `?!`, the dot of an abbreviation before another
    mark, smileys, and all that the source has too stay.
    """
    text = unit.target.masked
    for match in DOUBLED.finditer(text):
        run = match.group()
        if run in unit.segment.source or (run[0] == "." and run != ".." and _abbreviated(unit, match.start())):
            continue
        if run == ",," and text[match.end() : match.end() + 1].isalnum():
            continue  # typed for a German opening mark: another check's
        yield Hit(Span(*match.span()), f"„{run}“: one mark is enough.", confidence=0.85)


def _abbreviated(unit: Unit, dot: int) -> bool:
    """Whether the dot ends an abbreviation, an initial or an ordinal rather than a word of a sentence."""
    if LABEL.search(unit.target.masked[: dot + 2]):
        return True
    match = re.search(r"[^\s(„“\"»«]*$", unit.target.masked[:dot])
    word = match.group() if match else ""
    if len(word) < 3 or not word.isalpha() or f"{word}." in unit.target.language.abbreviations:
        return True
    return zipf(word, unit.target.lang) < COMMON
