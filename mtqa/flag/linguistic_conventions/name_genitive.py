"""LIN123."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BOUNDARIES
from mtqa.knowledge.grammar import CONTRACTED, prepositions, words
from mtqa.knowledge.verbs import participles
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSING = BOUNDARIES - frozenset('(„“”"»«‚‘[')
PREPOSITIONS = words("von mit bei für aus zu nach gegen durch ohne")


@check(
    "LIN123",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=PREPOSITIONS,
    target_langs=("de",),
    needs=("source",),
    priority=54,
    examples=[
        Example("a friend of Halloran's", "ein Freund von Halloran"),
        Example("with Halloran's help", "mit Hallorans Hilfe", note="a genitive before its noun"),
        Example("a house by the Simmons family", "ein Haus von Simmons", note="the name ends so"),
        Example("with Instagram's “annoying” rules", "mit Instagrams „lästigen“ Regeln"),
        Example("one of Negan's (played by X) men", "einer von Negans (gespielt von X) Leuten"),
        Example("from Halloran's old house", "aus Hallorans altem Haus"),
        Example("the cars from Siemens", "die Wagen von Siemens"),
        Example("a friend of Halloran's", "ein Freund ⟦von Hallorans⟧."),
        Example("cheers for Halloran, from all", "Jubel ⟦für Hallorans⟧, von allen"),
        Example("He came with Halloran to the house.", "Er kam ⟦mit Hallorans⟧ ins Haus."),
        Example("It was bought by Halloran.", "Es wurde ⟦von Hallorans⟧ gekauft."),
    ],
)
def name_genitive(unit: Unit) -> Iterator[Hit]:
    """A name has the ending of the genitive after a preposition.

    *Von* already says what English *'s* says: *ein Freund von Halloran*. The check knows by the source that the *-s* is
    no part of the name, and that nothing follows that the name could belong to.
    """
    view = unit.target
    for at in range(1, len(view.tokens)):
        word = view.forms[at]
        if view.lower[at - 1] in PREPOSITIONS and word[0].isupper() and word.endswith("s") and len(word) > 4:
            after = view.forms[at + 1 : at + 2]
            if _ends(after) and _name(unit, word):
                span = span_of(view, at - 1, at + 1)
                yield Hit(
                    span,
                    f"After „{view.forms[at - 1]}“ the name is „{word[:-1]}“.",
                    f"{view.forms[at - 1]} {word[:-1]}",
                    0.88,
                )


def _ends(after: list[str]) -> bool:
    """Whether no noun can follow that the name is the owner of."""
    low = after[0].lower() if after else "."
    return low in CLOSING or low in prepositions() or low in CONTRACTED or (low in participles() and low == after[0])


def _name(unit: Unit, word: str) -> bool:
    """Whether the source has the word without its *-s* as a name, and not with it."""
    found = [token.text for token in unit.source.tokens]
    texts = {text.replace("’s", "").replace("'s", "") for text in found}
    if word[:-1] not in texts or word in texts or not word[1:].islower():
        return False
    return any(f"{word[:-1]}{mark}s" in unit.segment.source for mark in "'’") or not zipf(word, "de")
