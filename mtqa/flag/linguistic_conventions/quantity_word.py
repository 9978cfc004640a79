"""LIN218."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import ENDS, PREPOSITIONS, plurals
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

PEOPLE = words("people children men women")
FOLLOW = ENDS | PREPOSITIONS | words("who that and or here there")


@check(
    "LIN218",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("much",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("viele Leute", "as many people, so much people-watching", "de", "en"),
        Example("wie viel Menschen verdienen", "How much people earn is secret.", "de", "en", note="a clause"),
        Example("Vieles, was Leute sagen", "Much people say is wrong.", "de", "en"),
        Example("nicht viel Häuser", "It is not much; houses are dear.", "de", "en"),
        Example("so sehr Menschen", "as much children as parents", "de", "en"),
        Example("viele Leute", "There are ⟦much people⟧.", "de", "en"),
        Example("viele Probleme", "He has ⟦much problems⟧.", "de", "en"),
        Example("so viele Kinder", "He has so ⟦much children⟧.", "de", "en"),
        Example("Zu viele Autos", "There are too ⟦much cars⟧ here.", "de", "en"),
    ],
)
def quantity_word(unit: Unit) -> Iterator[Hit]:
    """*Much* stands before a plural, or *many* before what is not counted.

    German *viel* goes with both; English has *many people*, and *much water*.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        many = after in plurals() or after in PEOPLE
        if low == "much" and many and view.forms[at + 1] == after and _counts(view, at):
            span = span_of(view, at, at + 2)
            yield Hit(
                span,
                f"“{after}” are counted: “many”.",
                f"{'Many' if view.forms[at] == 'Much' else 'many'} {after}",
                0.88,
            )


def _counts(view: View, at: int) -> bool:
    """Whether the plural ends its phrase, so that it is no subject of a clause, and no word before *much* takes it."""
    after = view.lower[at + 2] if at + 2 < len(view.lower) else "."
    before = view.lower[at - 1] if at else ""
    return (
        after in FOLLOW
        and before not in ("how", "as", "this", "that")
        and view.tokens[at + 1].start - view.tokens[at].end == 1
    )
