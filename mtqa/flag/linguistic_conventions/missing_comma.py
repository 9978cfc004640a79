"""LIN144."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms, participles, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENERS = words("dass weil obwohl")
ASSUMED = words("vorausgesetzt angenommen gesetzt ausgenommen abgesehen geschweige")
MORE = words("wissen weiß sagen sage glaube glauben hoffe hoffen denke denken meine finden finde")


@check(
    "LIN144",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    words=OPENERS,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("so that he", "Er kam spät, so dass er nichts sah, und weil es regnete."),
        Example("only because", "Er kommt nur, weil er muss, oder weil er will."),
        Example("without her knowing", "Er ging, ohne dass sie es sah."),
        Example("provided that", "vorausgesetzt dass er kommt, außer dass er fehlt"),
        Example("that and because", "dass er kommt und dass sie geht"),
        Example("The word „dass“", "Das Wort „dass“ und das Wörtchen „weil“"),
        Example("He knows that she comes.", "Er ⟦weiß dass⟧ sie kommt."),
        Example("I stay because it rains.", "Wir ⟦bleiben weil⟧ es regnet."),
        Example("She said that he is ill.", "Sie ⟦sagte dass⟧ er krank ist."),
        Example("They hope that it works.", "Alle ⟦hoffen dass⟧ es klappt."),
        Example("He came although he was ill.", "Er ⟦kam obwohl⟧ er krank war."),
    ],
)
def missing_comma(unit: Unit) -> Iterator[Hit]:
    """A comma is missing before *dass, weil, obwohl*.

    German clauses are set off by commas. Judged after a noun in lower context or a verb, where no conjunction (*so dass, als
    dass, und weil, nur weil*) stands before the word.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if (
            after in OPENERS
            and view.forms[at + 1] == after
            and view.forms[at] == low
            and at
            and at + 3 < len(view.lower)
            and _verb(low)
        ):
            span = span_of(view, at, at + 2)
            yield Hit(span, f"Before „{after}“ stands a comma.", f"{view.forms[at]}, {after}", 0.88)


def _verb(low: str) -> bool:
    """Whether the word is a verb's form, after which no conjunction of two words can begin."""
    return low in finite_forms() or low in MORE or low in verbs() or (low in participles() and low not in ASSUMED)
