"""LIN048."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

MIXED = re.compile(r"(?<![\w./@#-])(?:[A-ZÄÖÜ]{2}[a-zäöüß]{2,}|[a-zäöüß]+[A-ZÄÖÜ]+[a-zäöüß]*)(?![\w./@(-])")
CAPITAL = re.compile("[A-ZÄÖÜ](?:(?<=[a-zäöüß].)|[A-ZÄÖÜ][a-zäöüß])")
INNER = re.compile(r"[^\W\d_]*(?:In|Innen)")
SHORTEST = 4
COMMON = 3.2
"""The Zipf frequency from which the word is one that was meant."""


@check(
    "LIN048",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    pattern=CAPITAL,
    target_langs=("de", "en"),
    priority=44,
    examples=[
        Example("iPhone and eBay", "iPhone und eBay", note="the source has it so"),
        Example("the PhD student", "die DoktorandIn", note="capital I for both genders"),
        Example("CDs, PCs and GmbH", "CDs, PCs und GmbH"),
        Example("the McDonald's", "bei McDonald's"),
        Example("many teachers", "viele LehrerInnen"),
        Example("the word", "das ⟦WOrt⟧"),
        Example("The house is old.", "Das ⟦HAus⟧ ist alt."),
        Example("an engine", "ein ⟦moTor⟧"),
        Example("das Haus", "the ⟦hoUse⟧", "de", "en"),
    ],
)
def letter_case(unit: Unit) -> Iterator[Hit]:
    """A word has a capital in its middle, or two at its beginning.

    A slip of the shift key, or a machine that put pieces together. Reported are words that are common once they are
    written as usual, unless the source has them so; *LehrerInnen* stays.
    """
    text = unit.target.masked
    for match in MIXED.finditer(text):
        word = match.group()
        if (
            len(word) < SHORTEST
            or word.lower() in unit.segment.source.lower()
            or INNER.fullmatch(word)
            or (word[-1] == "s" and word[:-1].isupper())
        ):
            continue
        if zipf(word, unit.target.lang) >= COMMON:
            right = word.capitalize() if word[0].isupper() or unit.target.language.nouns_capitalised else word.lower()
            yield Hit(Span(*match.span()), f"A capital stands inside „{right}“.", right, 0.9)
