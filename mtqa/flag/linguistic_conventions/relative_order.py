"""LIN125."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, COORDINATORS, HAVE, LATE, MODALS, clause_end
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms, participles, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

PRONOUNS = words("der die das den dem welcher welche welches")
HELPERS = HAVE | BE | BECOME | MODALS
ENGLISH = words("who which that whom whose where")


def _is_rough(unit: Unit) -> bool:
    """Whether the document is rough."""
    return unit.rough


@check(
    "LIN125",
    category="linguistic-conventions/word-order",
    severity=Severity.MAJOR,
    when=_is_rough,
    words=",",
    target_langs=("de",),
    needs=("source", "roughness"),
    priority=56,
    examples=[
        Example("a motion which would need a majority", "ein Antrag, der eine Mehrheit benötigen würde"),
        Example(
            "He is nice, that has been said.", "Er ist nett, das wurde gesagt.", note="a main clause", roughness=0.1
        ),
        Example("the men who could have come", "die Männer, die hätten kommen können", note="two infinitives"),
        Example("the man who is bigger than that", "der Mann, der größer ist als ich"),
        Example("the car that is and stays here", "das Auto, das hier ist und bleibt"),
        Example(
            "a motion which would need a majority", "ein Antrag, ⟦der würde⟧ eine Mehrheit benötigen", roughness=0.4
        ),
        Example("the woman who has sung a song", "die Frau, ⟦die hat⟧ gestern ein Lied gesungen", roughness=0.4),
        Example("the house that was built in 1900", "das Haus, ⟦das wurde⟧ 1900 hier gebaut", roughness=0.4),
    ],
)
def relative_order(unit: Unit) -> Iterator[Hit]:
    """The finite verb follows the relative pronoun, as in English.

    In a relative clause it stands last: *ein Antrag, der … benötigen würde*. As *der, die, das* may also begin a main
    clause (*das wurde gesagt*), the check wants *who, which* or *that* in the source, a noun before the comma, and a
    document in which other checks found errors in more than a third of the segments.
    """
    view = unit.target
    if not unit.rough or "," not in view.lower or ENGLISH.isdisjoint(unit.source_words):
        return
    for at in range(2, len(view.lower) - 3):
        if (
            view.lower[at] in PRONOUNS
            and view.lower[at - 1] == ","
            and view.lower[at + 1] in HELPERS
            and _wrong(view, at)
        ):
            span = span_of(view, at, at + 2)
            yield Hit(span, f"After „{view.forms[at]}“ the verb „{view.forms[at + 1]}“ belongs to the end.", "", 0.7)


def _wrong(view: View, at: int) -> bool:
    if not view.forms[at - 2][0].isupper():
        return False
    end = clause_end(view.lower, at)
    last = view.lower[end - 1]
    if (
        end - at < 4
        or last in LATE
        or (last in finite_forms() and last not in verbs() and last not in participles())
        or last in HELPERS
        or last in BOUNDARIES
    ):
        return False
    return (
        view.forms[end - 1] == last
        and (last in participles() or last in verbs())
        and COORDINATORS.isdisjoint(view.lower[at:end])
    )
