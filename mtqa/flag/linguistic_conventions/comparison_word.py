"""LIN217."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import comparatives
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

AFTER = words(
    "me him us them expected before usual planned ever last previously thought feared hoped anticipated everyone"
)


@cache
def _plain() -> frozenset[str]:
    return frozenset(comparatives().values())


@check(
    "LIN217",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("as",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Sie ist besser als Sängerin.", "She is better as a singer, and gets bigger as she grows.", "de", "en"),
        Example("mehr als 20", "more than 20, as many as 20", "de", "en"),
        Example("so gut wie möglich", "better as well as cheaper, as good as possible", "de", "en"),
        Example("größer, wie ich finde", "It is bigger, as I think, than it was.", "de", "en"),
        Example("mehr als Freund", "He is known more as a friend than as a teacher.", "de", "en"),
        Example("Er ist größer als ich.", "He is ⟦bigger as⟧ me.", "de", "en"),
        Example("besser als erwartet", "It went ⟦better as⟧ expected.", "de", "en"),
        Example("mehr als 20 Leute", "⟦More as⟧ 20 people came.", "de", "en"),
        Example("so groß wie du", "He is ⟦as big than⟧ you.", "de", "en"),
        Example("schneller als im Vorjahr", "It grew ⟦faster as⟧ last year.", "de", "en"),
        Example("teurer als früher", "It is ⟦more expensive as⟧ before.", "de", "en"),
    ],
)
def comparison_word(unit: Unit) -> Iterator[Hit]:
    """A comparison has *as* for *than*, or *than* for *as*.

    German *als* is *than* after a comparative, and *wie* is *as* between equals: *bigger than me, as big as me*.
    """
    view, low = unit.target, unit.target.lower
    for at in range(len(low) - 2):
        if low[at] == "as" and low[at + 2] == "than" and (low[at + 1] in _plain() or low[at + 1] in ("much", "many")):
            yield Hit(
                span_of(view, at, at + 3),
                f"“as {low[at + 1]}” goes with “as”.",
                f"{view.forms[at]} {low[at + 1]} as",
                0.9,
            )
        elif "als" in unit.source_words and "than" not in view.words:
            end = _compared(view, at)
            if end:
                yield Hit(span_of(view, at, end + 1), "A comparative goes with “than”.", "", 0.88)


def _compared(view: View, at: int) -> int:
    """The *as* that follows a comparative and stands before what is compared; 0 where there is none."""
    low = view.lower
    place = at + 2 if low[at] == "more" and low[at + 1].isalpha() and low[at + 1] != "as" else at + 1
    if place + 1 >= len(low) or low[place] != "as" or not (low[at] in comparatives() or low[at] == "more"):
        return 0
    number = low[at] == "more" and low[place + 1].isdigit() and place == at + 1
    return (
        place
        if number or low[place + 1] in AFTER or (low[place + 1] == "in" and low[place + 2 : place + 3] == ["the"])
        else 0
    )
