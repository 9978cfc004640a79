"""LIN111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.fixed_prepositions import misplaced, wrong_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "LIN111",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    pairs=wrong_phrases,
    target_langs=("de",),
    priority=54,
    examples=[
        Example("The crew is on board.", "Die Mannschaft ist an Bord."),
        Example("in summer and winter clothes", "in Sommer- und Winterkleidung", note="a suspended hyphen"),
        Example("at Bus AG and in Sommer", "bei Bus Holding und in Winter Park", note="names"),
        Example("a candle-lit hall", "Der Saal wird durch Kerzenlicht erhellt.", note="not by candlelight, but by it"),
        Example("She insists on the sale.", "Sie drängt auf Verkauf der Firma."),
        Example("on the shelf by the TV set", "auf dem Fernseher und auf dem Bord an der Wand"),
        Example("the plan for the first few years", "der Plan für die ersten Jahre"),
        Example("to Switzerland, at home", "in die Schweiz, zu Hause"),
        Example("in line with the rules", "in Übereinstimmung mit den Regeln"),
        Example("The crew is on board.", "Die Mannschaft ist ⟦auf Bord⟧."),
        Example("on television", "Das war gestern ⟦auf dem Fernsehen⟧."),
        Example("He had gone home.", "Er war schon ⟦zu Hause gegangen⟧."),
        Example("On Monday he came.", "⟦Im Montag⟧ kam er."),
        Example("Alaska was sold to the USA.", "Alaska wurde 1867 ⟦in die USA verkauft⟧."),
        Example("for this reason", "Er kam ⟦für diesen Grund⟧ nicht."),
        Example("at the last minute", "Sie sagte ⟦an der letzten Minute⟧ ab."),
        Example("He did it on purpose.", "Er hat es ⟦auf Zweck⟧ getan."),
        Example("for years", "Er wartet ⟦für Jahren⟧."),
        Example("they are trying to get to Switzerland", "Sie fahren ⟦nach Schweiz⟧."),
    ],
)
def fixed_preposition(unit: Unit) -> Iterator[Hit]:
    """A noun has the preposition of its English counterpart.

    Which preposition goes with a noun is a matter of the language: *on board* is *an Bord*, *at the last minute* is
    *in letzter Minute*. The table ``mtqa/knowledge/de/fixed_prepositions.tsv`` holds what is never said, as whole
    phrases, with the words that would make it right.
    """
    view = unit.target
    for at, wrong in misplaced(view):
        span = span_of(view, at, at + len(wrong.tokens))
        said = unit.segment.target[span.start : span.end]
        yield Hit(span, f"„{said}“ is not said in German; usual is „{wrong.right}“.", "", 0.85)
