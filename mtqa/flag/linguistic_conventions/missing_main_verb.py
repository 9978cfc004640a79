"""LIN122."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BE, BECOME, HAVE, MODALS, verb_like
from mtqa.knowledge.grammar import adjective_ending, determiners, words
from mtqa.knowledge.verbs import any_forms, finite_forms, joined_forms, participles, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SHORTEST = 5
LONGEST = 30
ENGLISH = words("is are was were has have had will would can could should must may might does did do am says said")
FREE = words("was wie welch hier kein keine ja nein nicht danke bitte so kapitel seite teil je ob")
"""Sentences that begin so may do without a verb."""

ADVERBS = words("heute heutzutage mitunter")
ADDRESS = words("ich du ihr")
"""Their verbs have endings of their own."""

HELPERS = HAVE | BE | BECOME | MODALS | words("sei weiß lässt gibt tut tun tat gilt ließ seien mag")


def _is_rough(unit: Unit) -> bool:
    """Whether the document is rough."""
    return unit.rough


@check(
    "LIN122",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    when=_is_rough,
    target_langs=("de",),
    needs=("source", "roughness"),
    priority=52,
    examples=[
        Example(
            "The weather was fine and warm today.",
            "Das Wetter heute schön und warm.",
            note="in a good text: a telegram",
        ),
        Example("What a day it was for everybody!", "Was für ein Tag für alle!", roughness=0.4),
        Example("The weather was fine.", "Das Wetter war schön und warm.", roughness=0.4),
        Example("He said what he knew about the house.", "Er sagte, was er vom Haus wusste.", roughness=0.4),
        Example("Chapter five of the old book.", "Kapitel fünf des alten Buches.", roughness=0.4),
        Example("The weather was fine and warm today.", "⟦Das Wetter heute schön und warm.⟧", roughness=0.4),
        Example("The old man is ill in bed.", "⟦Der alte Mann krank im Bett.⟧", roughness=0.4),
        Example("The ship has been sunk by a storm.", "⟦Das Schiff von einem Sturm angetrieben.⟧", roughness=0.4),
    ],
)
def missing_main_verb(unit: Unit) -> Iterator[Hit]:
    """A sentence has no finite verb though its source has one.

    Headlines and exclamations do without; so the check looks at sentences that end in a full stop, whose source has a
    verb that can be nothing else, in documents that other checks have shown to be rough.
    """
    view = unit.target
    if not unit.rough or not SHORTEST < len(view.lower) <= LONGEST or view.lower[-1] != ".":
        return
    if ENGLISH.isdisjoint(unit.source_words) or not unit.segment.source.rstrip().endswith(".") or _has_verb(view):
        return
    yield Hit(Span(view.tokens[0].start, view.tokens[-1].end), "The sentence has no finite verb.", "", 0.6)


def _has_verb(view: View) -> bool:
    """Whether a finite verb may be there, or the sentence is of a kind that does without."""
    if (
        view.lower[0] in FREE
        or not {view.lower[0] + "n", view.lower[0] + "en"}.isdisjoint(verbs())
        or not ADDRESS.isdisjoint(view.lower)
        or any(mark in view.text for mark in ':;„“"–…?!')
    ):
        return True
    return any(_may_be_verb(view, at) for at in range(len(view.lower)))


def _may_be_verb(view: View, at: int) -> bool:
    low, form = view.lower[at], view.forms[at]
    if (form[0].isupper() and at) or low in ADVERBS or _attributive(view, at):
        return False
    if low in HELPERS or low in finite_forms() or low in joined_forms() or low in present_forms():
        return True
    if low in participles() and low not in verbs():
        return False
    return low in any_forms() or verb_like(view, at)


def _attributive(view: View, at: int) -> bool:
    """Whether it is an adjective between determiner and noun."""
    low = view.lower
    return bool(at and low[at - 1] in determiners() and adjective_ending(low[at]) and view.forms[at + 1][0].isupper())


@cache
def present_forms() -> frozenset[str]:
    """Third persons singular: *geht*."""
    return frozenset(verb.present for verb in verbs().values())
