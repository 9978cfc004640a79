"""LIN108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BE, BECOME, REFLEXIVES, attributive
from mtqa.knowledge.verbs import reflexive_forms

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN108",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("The museum is in the east.", "Das Museum befindet sich im Osten."),
        Example("He refused to go.", "Sich zu setzen, weigerte er sich."),
        Example("It suits the project well.", "Uns ereignete es sich im Traum."),
        Example("He is in love.", "Er ist verliebt und verirrt."),
        Example("The judge decides on it.", "Der Richter befindet über den Fall."),
        Example("The museum is in the east.", "Das Museum ⟦befindet⟧ im Osten der Stadt."),
        Example("He refused to go.", "Er ⟦weigerte⟧, nach Hause zu gehen."),
        Example("It is about a mistake.", "Dabei ⟦handelt es⟧ um einen Fehler."),
    ],
)
def missing_reflexive(unit: Unit) -> Iterator[Hit]:
    """A verb that is never used without *sich* lacks it.

    *Sich befinden, sich weigern, sich ereignen, es handelt sich um*: English has no such pronoun, and engines lose it.
    The check speaks only where no reflexive pronoun stands in the whole segment.

    Measured on newstest2020: no finding in 4,254 human translations.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        last = at + _length(view.lower, at)
        if last > at and not attributive(view, at) and REFLEXIVES.isdisjoint(view.lower):
            span = Span(view.tokens[at].start, view.tokens[last - 1].end)
            yield Hit(span, f"„{low}“ lacks its reflexive pronoun („sich“).", "", 0.92)


def _length(lower: list[str], at: int) -> int:
    """How many tokens the verb that lacks a pronoun has; 0 where there is none."""
    if lower[at] in ("handelt", "handelte") and lower[at + 1 : at + 3] == ["es", "um"]:
        return 2
    if lower[at] not in reflexive_forms() or not (BE | BECOME).isdisjoint(lower):
        return 0
    free = lower[at] in ("befindet", "befand", "befanden") and not {"über", "für"}.isdisjoint(lower)
    return 0 if free else 1
