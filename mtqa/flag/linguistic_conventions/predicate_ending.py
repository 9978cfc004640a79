"""LIN130."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE
from mtqa.knowledge.grammar import adjective_stems, words
from mtqa.knowledge.verbs import any_forms
from mtqa.text.lexicon import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

DEGREES = words("sehr zu so ganz ziemlich wirklich besonders äußerst extrem völlig unglaublich ziemlich überaus höchst")
STOPS = frozenset(".!?,;")
MANY = words("viele wenige gerne lange alle beide gute liebe erste letzte nächste einzige vage")
FAR = 8


@check(
    "LIN130",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=DEGREES,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("The girl is very beautiful.", "Das Mädchen ist sehr schön."),
        Example("He is very tired.", "Er ist sehr müde, und sie ist so leise.", note="the word ends so"),
        Example("There are so many.", "Es sind so viele. Wir sind zu wenige."),
        Example("The question is a very open one.", "Die Frage ist eine sehr offene."),
        Example("Of all houses this is the very old one.", "Von allen Häusern ist es das ganz alte."),
        Example("It was so long ago.", "Es ist so lange her, und er war sehr gerne dort."),
        Example("The poor are very poor ones.", "Die Armen sind ganz besondere, sehr stolze Leute."),
        Example("The houses are old and very beautiful.", "Es sind alte, sehr schöne."),
        Example("The girl is very beautiful.", "Das Mädchen ist ⟦sehr schöne⟧."),
        Example("The soup is too hot.", "Die Suppe ist ⟦zu heiße⟧."),
        Example("The houses were really old.", "Die Häuser waren ⟦wirklich alte⟧."),
        Example("He is extremely dangerous.", "Er ist ⟦äußerst gefährliche⟧."),
    ],
)
def predicate_ending(unit: Unit) -> Iterator[Hit]:
    """An adjective behind *sein* has an ending, as if a noun followed.

    *Das Mädchen ist sehr schön*: only before its noun an adjective is inflected. The check looks at *-e* behind a form of
    *sein* and an adverb of degree, at the end of the clause.
    """
    view = unit.target
    if DEGREES.isdisjoint(view.words) or BE.isdisjoint(view.words):
        return
    for at in range(2, len(view.lower) - 1):
        low = view.lower[at]
        if low.endswith("e") and view.lower[at - 1] in DEGREES and view.lower[at + 1] in STOPS and _predicate(view, at):
            span = span_of(view, at - 1, at + 1)
            right = f"{view.forms[at - 1]} {low[:-1]}"
            yield Hit(span, "Behind „sein“ an adjective has no ending.", right, 0.88)


def _predicate(view: View, at: int) -> bool:
    """Whether it is an adjective with an ending behind a form of *sein*, without determiner or another adjective."""
    low = view.lower[at]
    if view.forms[at] != low or low[:-1] not in adjective_stems() or low in MANY or low in any_forms():
        return False
    if lemma(low, "de") == low or low[:-1].endswith(("er", "st")):
        return False
    before = view.lower[max(0, at - FAR) : at - 1]
    places = [place for place, one in enumerate(before) if one in BE]
    if not places:
        return False
    between = before[places[-1] + 1 :]
    return not any(one in ("eine", "die", "das", "der", "diese", "keine", ",") or one.endswith("e") for one in between)
