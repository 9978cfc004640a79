"""LIN118."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import CONTRACTED, PARTICIPLE, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

DEFINITE = words("der die das den dem des")
INDEFINITE = words("ein eine einen einem einer eines")
POSSESSIVE = words("mein meinem seine seinen seinem unsere unseren unserem keinen keinem")
STOPS = frozenset(".;!?")
VERBS = words("ist hat wird wurde war kann muss sind waren wurden")

WRONG = (
    (
        frozenset((one, two) for one in CONTRACTED for two in DEFINITE | INDEFINITE)
        | frozenset(("ein", two) for two in words("die das den dem eine einen einem"))
        | frozenset(("des", two) for two in words("die das dem ein eine einem"))
        | frozenset((one, two) for one in POSSESSIVE for two in (DEFINITE | INDEFINITE) - {"der"})
        | frozenset((one, two) for one in CONTRACTED for two in STOPS | VERBS)
    )
    - frozenset((one, "einen") for one in CONTRACTED)
    - frozenset([("zur", "einen"), ("am", "ein"), ("am", "eines")])
)
"""A determiner, and what cannot follow it: another one, a stop or a verb. *Zum einen … zum anderen* is right."""

SAME = frozenset((one, one) for one in INDEFINITE)
"""Words standing twice are the business of another check."""


@check(
    "LIN118",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    pairs=WRONG,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("for one thing, for another", "Zum einen ist es kalt, zum anderen nass."),
        Example("one of the best", "einer der besten, in einem der Häuser"),
        Example("to and from the airport", "zum und vom Flughafen"),
        Example("a woman who loves life", "eine das Leben liebende Frau", note="an object inside a phrase"),
        Example("one likes it, the other does not", "Der eine das, der andere jenes."),
        Example("the car in which the children sit", "das Auto, in dem die Kinder sitzen"),
        Example("the time is 5 am.", "The time is 5 am.", "de", "en"),
        Example("one thing to the man", "Nur eines dem Mann gegenüber."),
        Example("in the middle of town", "⟦im der⟧ Mitte der Stadt"),
        Example("a the best", "Das ist ⟦ein die⟧ beste Lösung."),
        Example("to a doctor", "Er ging ⟦zum einem⟧ Arzt."),
        Example("of the a house", "Das Dach ⟦des ein⟧ Hauses."),
        Example("my the house", "Das ist ⟦unsere die⟧ Schwester."),
        Example("In the is no light.", "⟦Im ist⟧ kein Licht."),
        Example("from the.", "Sie kommt ⟦vom.⟧"),
        Example("at an the sea", "Wir leben ⟦am einem⟧ See."),
    ],
)
def double_article(unit: Unit) -> Iterator[Hit]:
    """Two determiners stand in a row, or one stands before nothing.

    *Im* has its article in it; nothing but adjectives and a noun can follow. Two articles in a row are left where the
    noun between them was lost.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        if pair in WRONG and pair not in SAME and view.forms[at + 1] == pair[1] and _plain(view, at):
            span = span_of(view, at, at + 2)
            yield Hit(span, f"„{view.forms[at]}“ cannot stand before „{pair[1]}“.", "", 0.88)


def _plain(view: View, at: int) -> bool:
    """Whether the first is no pronoun (*der eine die …*), and no participle follows (*eine das Leben liebende Frau*)."""
    before = view.lower[at - 1] if at else ""
    if before in DEFINITE or before in INDEFINITE or before in "-‐‑/":
        return not before
    return not any(
        PARTICIPLE.match(form) or form.endswith(("nde", "nden", "ndes")) for form in view.forms[at + 2 : at + 9]
    )
