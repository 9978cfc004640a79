"""LIN209."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import (
    DETERMINERS,
    ENDS,
    HAVE,
    MODALS,
    OBJECTS,
    SUBJECTS,
    nouns,
    participles,
    pasts,
    plurals,
    verbs,
)
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

TRIGGERS = HAVE | MODALS | OBJECTS
DONE = words(
    "seen forgotten lost found bought met heard loved known understood eaten drunk won visited noticed received read"
)
"""Participles of what nobody lets others do: *has the house bought* is no causative."""
FINAL = words("must should could would can will")


@check(
    "LIN209",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=TRIGGERS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("wie immer", "He does what he always has, and does what he must.", "de", "en"),
        Example(
            "Er ließ das Haus streichen.",
            "He had the house painted and his hair cut.",
            "de",
            "en",
            note="somebody else did it",
        ),
        Example("Wir, sie und ich", "They asked us, and he told them.", "de", "en"),
        Example("Er hat mehr, als er verloren hat.", "He has more than he has lost.", "de", "en"),
        Example("Er ist in die USA gereist.", "They US citizens, as he was told, could.", "de", "en"),
        Example("Das will er.", "She sings better than he can, and better than you will.", "de", "en"),
        Example("Wie viele Autos hat diese Firma gekauft?", "How many cars has that company bought?", "de", "en"),
        Example("um den Wagen prüfen zu lassen", "They came to have the house seen.", "de", "en"),
        Example("dass er das Haus gekauft hat", "I know that he the house ⟦bought has⟧.", "de", "en"),
        Example("dass er ihn kennt", "She says that ⟦he him⟧ knows.", "de", "en"),
        Example("Er hat das Haus gekauft.", "He ⟦has the house bought⟧.", "de", "en"),
        Example("weil sie gehen müssen", "because they their houses ⟦leave must⟧.", "de", "en"),
        Example("Sie hat den Film gesehen.", "She ⟦has the film seen⟧.", "de", "en"),
        Example("als sie uns sahen", "when ⟦they us⟧ saw", "de", "en"),
    ],
)
def german_order(unit: Unit) -> Iterator[Hit]:
    """The verb stands at the end, or the object before it, as in German.

    *That he the house bought has, that he him knows, he has forgotten seen*: German subordinate clauses and perfects end in
    their verbs; English puts the verb before its object.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        last = at + 2 >= len(view.lower) or view.lower[at + 2] in ENDS
        if low in SUBJECTS and after in OBJECTS and _plain(view, at) and not last:
            yield Hit(span_of(view, at, at + 2), f"“{low} {after}”: the object stands before its verb.", "", 0.88)
        elif last and _final(view, at):
            yield Hit(span_of(view, at, at + 2), "The verb stands at the end, as in German.", "", 0.85)
        elif low in HAVE and after in DETERMINERS and "?" not in view.signs and view.lower[at - 1 : at] != ["to"]:
            end = _perfect(view, at)
            if end:
                yield Hit(
                    span_of(view, at, end + 1), "The participle stands behind its object, as in German.", "", 0.85
                )


def _plain(view: View, at: int) -> bool:
    """Whether both are pronouns: not *US*, and no sign between them."""
    return view.forms[at + 1] == view.lower[at + 1] and view.tokens[at + 1].start - view.tokens[at].end == 1


def _final(view: View, at: int) -> bool:
    """Whether a verb stands before the auxiliary that ends the clause, with an object before the two."""
    low, after = view.lower[at], view.lower[at + 1]
    if at < 2 or view.forms[at] != low or view.forms[at + 1] != after:
        return False
    noun = view.lower[at - 1] in nouns() or view.lower[at - 1] in plurals() or view.lower[at - 1] in OBJECTS
    if low in nouns() or low in plurals():
        early = view.lower[at - 2]
        return after == "must" and view.lower[at - 1] in DETERMINERS and (early in participles() or early in pasts())
    if after in ("has", "have", "had"):
        return noun and low in participles() and low not in ("put", "set")
    return noun and after in FINAL and low in verbs() and view.lower[at - 2] in DETERMINERS


def _perfect(view: View, at: int) -> int:
    """The participle behind the object of *have*; 0 where there is none."""
    end = at + 3
    if end >= len(view.lower) or view.lower[end] not in DONE or view.forms[end] != view.lower[end]:
        return 0
    noun = view.lower[at + 2]
    after = view.lower[end + 1] if end + 1 < len(view.lower) else "."
    return end if (noun in nouns() or noun in plurals()) and after in ENDS else 0
