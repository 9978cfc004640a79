"""LIN147."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

NO = words("kein keine keinen keinem keiner keines")
WRONG = frozenset(
    [(one, two) for one in ("nie", "niemals") for two in NO]
    + [(one, "nicht") for one in words("nie niemals niemand nichts niemanden")]
    + [("nicht", "niemanden"), ("nicht", "niemandem"), ("nicht", "nie")]
)


@check(
    "LIN147",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    pairs=WRONG,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("not nobody", "Das ist nicht nichts, das weiß nicht jeder.", note="a litotes"),
        Example("never no", "Nie! Kein Wort!"),
        Example("no one did not", "Es gibt niemanden, der nicht kommt."),
        Example("He never does nothing.", "Er tut nie etwas und nichts ist gut."),
        Example("He never has time.", "Er hat ⟦nie keine⟧ Zeit."),
        Example("Nobody knows it.", "⟦Niemand nicht⟧ weiß es."),
        Example("I know nothing.", "Ich weiß ⟦nichts nicht⟧."),
        Example("They have never had any.", "Sie hatten ⟦niemals keinen⟧ Hund."),
        Example("He did not see anyone.", "Er sah ⟦nicht niemanden⟧."),
    ],
)
def double_negation(unit: Unit) -> Iterator[Hit]:
    """A negation is said twice.

    *Nie keine, niemand nicht, nichts nicht*: standard German denies once; twice is dialect, or a word that was left from the
    English order.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        if pair in WRONG and view.forms[at + 1] == pair[1]:
            span = span_of(view, at, at + 2)
            yield Hit(span, f"„{unit.segment.target[span.start : span.end]}“ denies twice.", "", 0.85)
