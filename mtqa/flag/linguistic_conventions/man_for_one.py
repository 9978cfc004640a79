"""LIN231."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import MODALS, STOPS, thirds
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE = STOPS | words("which if when how as because here there then so where what") | {","}
BEING = words("is has was")


@cache
def _verbs() -> frozenset[str]:
    """Finite forms after which *man* is no human being in general (*man is mortal*)."""
    return (frozenset(thirds()) | MODALS | words("does has")) - BEING | {"has"}


@check(
    "LIN231",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("man",),
    source_words=("man",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Der Mann, den man sah, war groß.", "The man must go, and a man can see him.", "de", "en"),
        Example("Man sieht den Menschen.", "One sees that man is mortal.", "de", "en", note="the human being"),
        Example("Der Mensch ist sterblich.", "Man is mortal.", "de", "en"),
        Example("Man nennt ihn Pac-Man.", "They call him Pac-Man.", "de", "en"),
        Example("Man muss warten.", "⟦Man must⟧ wait.", "de", "en"),
        Example("Hier kann man parken.", "Here ⟦man can⟧ park.", "de", "en"),
        Example("einen Korb, den man eingräbt", "a basket, which ⟦man buries⟧", "de", "en"),
        Example("wenn man will", "if ⟦man wants⟧", "de", "en"),
    ],
)
def man_for_one(unit: Unit) -> Iterator[Hit]:
    """German *man* is left as *man*.

    *Man* is *one, you, people*, or a passive: *Man muss warten* is *You have to wait*.
    """
    view = unit.target
    if "man" not in unit.source_words:
        return
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if low == "man" and after in _verbs() and (at == 0 or view.lower[at - 1] in BEFORE):
            yield Hit(span_of(view, at, at + 2), "“man” is “one”, “you” or “people”.", "", 0.88)
