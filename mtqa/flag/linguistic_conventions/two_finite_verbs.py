"""LIN137."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import OPENERS, clause_start
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms, participles, past_plurals, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FIRST = words(
    "ist war hat hatte wird wurde kann konnte muss musste soll sollte will wollte darf durfte würde wäre hätte könnte"
)
ARTICLES = words("der die das den dem")
RELATIVES = words("der die das den dem was wer wie wo dessen deren welche welcher welches")


@check(
    "LIN137",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=FIRST,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("What he said is true.", "Was er gesagt hat, ist wahr."),
        Example("What he has is good.", "Was er hat ist gut.", note="a comma is missing, no verb too many"),
        Example("The weather is getting better.", "Das Wetter wird besser."),
        Example("It is said to be old.", "Es wird gesagt, es ist gut gebaut."),
        Example("that it can be done", "dass es gemacht werden kann, ist klar"),
        Example("He that has wins.", "Wer kann hat Glück."),
        Example("The weather is getting better.", "Das Wetter ⟦wird bekommt⟧ besser."),
        Example("The plan is has a flaw.", "Der Plan ⟦ist hat⟧ einen Fehler."),
        Example("She can sings well.", "Sie ⟦kann singt⟧ gut."),
        Example("He would came.", "Er ⟦würde kam⟧ gern."),
    ],
)
def two_finite_verbs(unit: Unit) -> Iterator[Hit]:
    """Two finite verbs stand side by side in one clause.

    A clause has one. Two are right only where one clause ends and the other goes on, after a subordinate clause.
    """
    view = unit.target
    if FIRST.isdisjoint(view.words):
        return
    for at, pair in enumerate(pairwise(view.lower)):
        if pair[0] in FIRST and pair[0] != pair[1] and _second(view, at + 1) and not _subordinate(view, at):
            span = span_of(view, at, at + 2)
            yield Hit(span, f"„{pair[0]}“ and „{pair[1]}“ are both finite.", "", 0.88)


def _second(view: View, at: int) -> bool:
    """Whether a finite verb stands there that can be nothing else."""
    low = view.lower[at]
    if view.forms[at] != low or low in participles() or low in verbs() or low in past_plurals():
        return False
    if low.endswith("te") and at + 1 < len(view.forms):
        return False  # an adjective: „hat verkürzte Arme“
    return low in FIRST or (
        low in finite_forms() and low.isalpha() and low not in ("gut", "statt", "tat", "recht", "weiß")
    )


def _subordinate(view: View, at: int) -> bool:
    """Whether the first verb may end a subordinate clause."""
    start = clause_start(view.lower, at)
    inside = view.lower[start:at]
    opening = RELATIVES - ARTICLES if not start else RELATIVES
    return not inside or any(low in OPENERS or low in opening for low in inside)
