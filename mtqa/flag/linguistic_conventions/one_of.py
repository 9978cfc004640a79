"""LIN136."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import adjective_ending, noun, words
from mtqa.text.morphology import FEMININE, PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ONE = words("einer eines einem")
OF = words("der meiner deiner seiner ihrer unserer dieser")


@check(
    "LIN136",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=ONE,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("one of the reasons", "einer der Gründe, eines der größten Probleme"),
        Example("one of the family", "eine der Familie bekannte Frau, einer der Familie"),
        Example("one of the best", "einer der besten"),
        Example("one of the committee members", "einer der Ausschuss-Mitglieder"),
        Example("He trusts one of the men.", "Er traut einem der Männer."),
        Example("one of the reasons", "Das ist ⟦einer der Grund⟧, warum ich ging."),
        Example("one of the biggest problems", "⟦Eines der größten Problem⟧ ist der Verkehr."),
        Example("one of his friends", "Er sprach mit ⟦einem seiner Freund⟧."),
    ],
)
def one_of(unit: Unit) -> Iterator[Hit]:
    """Behind *einer der, eines der* stands a singular.

    One of several is chosen, so the noun is a genitive plural: *einer der Gründe*.
    """
    view = unit.target
    if ONE.isdisjoint(view.words):
        return
    for at in range(len(view.lower) - 2):
        if view.lower[at] in ONE and view.lower[at + 1] in OF:
            last = _noun(view, at + 2)
            if last:
                span = span_of(view, at, last + 1)
                yield Hit(span, f"„{view.forms[last]}“ should be a plural.", "", 0.9)


def _noun(view: View, at: int) -> int:
    """The noun behind adjectives if it is a masculine or neuter singular and nothing else; 0 otherwise."""
    while at < len(view.forms) and adjective_ending(view.forms[at]):
        at += 1
    if at >= len(view.forms) or not view.forms[at][0].isupper():
        return 0
    entry, after = noun(view.forms[at]), view.forms[at + 1] if at + 1 < len(view.forms) else "."
    if (
        entry is None
        or after[0].isupper()
        or after in "-‐/"
        or view.forms[at].endswith("e")
        or (adjective_ending(after) and after.islower())
    ):
        return 0
    return at if not entry.cells & (FEMININE | PLURAL) else 0
