"""LIN222."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import finite, verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = 5
UNKNOWN = words(
    "guess unclear unknown known open secret mystery uncertain undecided decided determined question remains seen clear matter "
    "matters irrelevant depends knows wonder established told settled"
)
"""Words that say that a question stays one: *Who will follow is anyone's guess.*"""
"""Tokens that a proverb has (*Who dares wins.*)."""


@check(
    "LIN222",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=("who",),
    source_words=("wer",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Wer kommt heute?", "Who is coming today?", "de", "en"),
        Example("Wer früh kommt, bekommt einen Platz.", "Anyone who comes early gets a seat.", "de", "en"),
        Example("Wer hat an der Uhr gedreht? So spät ist es.", "Who turned the clock? It is late.", "de", "en"),
        Example("Wer wagt, gewinnt", "Whoever dares wins.", "de", "en"),
        Example("Er weiß, wer kommt.", "Who is coming, he knows.", "de", "en"),
        Example(
            "Wer sein Passwort vergessen hat, kann es zurücksetzen.",
            "⟦Who has⟧ forgotten his password can reset it.",
            "de",
            "en",
        ),
        Example("Wer ihr folgt, steht in den Sternen.", "Who will succeed her is anyone's guess.", "de", "en"),
        Example("Wer nicht besteht, muss gehen.", "⟦Who fails⟧, must go.", "de", "en"),
        Example("Wer Karten will, sollte sich melden.", "⟦Who wants⟧ tickets, should ring.", "de", "en"),
    ],
)
def who_for_whoever(unit: Unit) -> Iterator[Hit]:
    """*Who* opens a statement, as German *wer*.

    *Wer früh kommt, bekommt einen Platz* is *Anyone who comes early gets a seat*; English *who* at the beginning asks.
    """
    view, source = unit.target, unit.source
    if source.lower[:1] != ["wer"] or view.lower[:1] != ["who"] or "?" in source.signs | view.signs:
        return
    if not UNKNOWN.isdisjoint(view.words):
        return
    if len(view.lower) > SHORT and (view.lower[1] in finite() or view.lower[1] in verbs()):
        yield Hit(
            span_of(view, 0, 2),
            "“wer” in a statement is “anyone who” or “those who”.",
            "",
            0.88,
        )
