"""LIN135."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import clause_end
from mtqa.knowledge.grammar import adjective_ending, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

DATIVE = words("mit von bei")
ACCUSATIVE = words("für gegen ohne durch")
EITHER = words("über unter hinter neben zwischen")
WRONG = (
    frozenset((prep, word) for prep in DATIVE for word in words("mich dich ihn wir er ich du"))
    | frozenset((prep, word) for prep in ACCUSATIVE for word in words("mir dir ihm ihnen wir er ich du"))
    | frozenset((prep, word) for prep in EITHER for word in words("wir er ich du"))
    | frozenset([("von", "sie"), ("mit", "sie"), ("zu", "ihn"), ("zu", "mich"), ("zu", "dich"), ("aus", "ihn")])
)
BEFORE_RELATIVE = frozenset((prep, "die") for prep in words("von mit bei"))
RELATIVE = ([",", "die"], [",", "denen"], [",", "deren"])

RIGHT = {
    "mich": "mir", "dich": "dir", "ihn": "ihm", "mir": "mich", "dir": "dich", "ihm": "ihn", "ihnen": "sie", "sie": "ihnen",
}  # fmt: skip


@check(
    "LIN135",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    pairs=BEFORE_RELATIVE | WRONG,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("with him, for her", "mit ihm, für sie, ohne uns, von ihnen"),
        Example("without telling him", "ohne ihm etwas zu sagen", note="an infinitive clause"),
        Example("people close to him", "für ihm nahestehende Leute", note="an object inside a phrase"),
        Example("He comes along, I stay.", "Kommt er mit, ich bleibe."),
        Example("questions that concern him", "mit ihn betreffenden Fragen"),
        Example("with you and me", "mit dir und mir, mit Ihnen"),
        Example("Sie kam mit ihm.", "She came for ihm.", "de", "en"),
        Example("from them", "von Sie"),
        Example("She came with him.", "Sie kam ⟦mit ihn⟧."),
        Example("The present is for him.", "Das Geschenk ist ⟦für ihm⟧."),
        Example("That is from us.", "Das ist ⟦von wir⟧."),
        Example("It does not work without them.", "Es geht nicht ⟦ohne ihnen⟧."),
        Example("between you and me", "⟦zwischen du⟧ und mir"),
        Example("Two of them were hurt.", "Zwei ⟦von sie⟧ wurden verletzt."),
        Example("one of those who know", "einer ⟦von die⟧, die es wissen"),
        Example("against me", "Er hat etwas ⟦gegen mir⟧."),
        Example("He was seen by me.", "Er wurde ⟦von mich⟧ gesehen."),
    ],
)
def pronoun_case(unit: Unit) -> Iterator[Hit]:
    """A personal pronoun stands in another case than its preposition asks for.

    *Mit ihm, für ihn*: English *him* is both.
    """
    view = unit.target
    for at, pair in enumerate(pairwise(view.lower)):
        if pair in BEFORE_RELATIVE and view.lower[at + 2 : at + 4] in RELATIVE:
            span = span_of(view, at, at + 2)
            yield Hit(span, f"„{pair[0]}“ asks for the dative: „denen“.", f"{view.forms[at]} denen", 0.88)
        elif pair in WRONG and view.forms[at + 1] == pair[1] and not _other(view, at):
            span = span_of(view, at, at + 2)
            right = f"{view.forms[at]} {RIGHT[pair[1]]}" if pair[1] in RIGHT else ""
            yield Hit(span, f"„{pair[0]}“ asks for another case of „{pair[1]}“.", right, 0.88)


def _other(view: View, at: int) -> bool:
    """Whether the pronoun belongs to an infinitive or participle behind it, or begins a clause of its own."""
    after = view.forms[at + 2] if at + 2 < len(view.forms) else "."
    if view.lower[at + 1] == "du" and after[0].isupper():
        return True
    if adjective_ending(after) and after.islower():
        return True
    if view.lower[at] == "ohne" and any("zu" in low for low in view.lower[at + 2 : clause_end(view.lower, at) + 1]):
        return True
    before = view.lower[at - 1] if at else ""
    return view.lower[at + 1] in ("ich", "du", "er", "wir") and (
        before in ("was", "je", "und") or _verb_behind(view, at)
    )


def _verb_behind(view: View, at: int) -> bool:
    """Whether the nominative is the subject of what follows (*Womit er kommt, wovon wir …*), as a verb shows."""
    after = view.lower[at + 2 : at + 3]
    return (
        bool(after)
        and after[0].isalpha()
        and after[0] not in ("und", "oder", "alle", "beide")
        and view.forms[at + 2].islower()
        and after[0][-1] in "tne"
        and len(after[0]) > 2
    )
