"""LIN206."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import HAVE, MODALS, PRONOUNS, nouns, pasts, thirds, verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

DO = words("do does did")
NEGATED = words("don't doesn't didn't don’t doesn’t didn’t")
SURE = words(
    "could would should cannot can't won't couldn't wouldn't shouldn't can’t won’t couldn’t wouldn’t shouldn’t"
)
"""Modal verbs that are nothing else; the others count after a pronoun."""
BEING = words("be")
STARTS = MODALS | SURE | NEGATED | HAVE | BEING | {"to"}
TRIGGERS = STARTS | {"not"}


@cache
def _changed() -> frozenset[str]:
    """Third persons and past forms that are no nouns and no plain forms."""
    plural = {noun.plural for noun in nouns().values()}
    third = {form for form, verb in thirds().items() if verb.verbal and form not in plural}
    return (frozenset(third) | frozenset(pasts()) | words("goes says gives takes thinks has does")) - words("means")


@cache
def _plain() -> frozenset[str]:
    """Plain forms that are no nouns, adjectives or participles."""
    doubtful = words("open welcome separate own complete convict deliver elaborate")
    return frozenset(v.plain for v in verbs().values() if v.verbal and v.plain != v.participle) - doubtful


@cache
def _forms() -> frozenset[str]:
    """All forms that the check is about."""
    return _changed() | _plain()


@check(
    "LIN206",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=TRIGGERS,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Was er tat, gab uns Hoffnung.", "What he did gave us hope.", "de", "en", note="a clause as subject"),
        Example("Er hat es getan.", "He has gone and can go.", "de", "en"),
        Example("zu Werken von Bach", "He listens to works by Bach and to plays.", "de", "en", note="nouns"),
        Example("Die Dose enthält Bohnen.", "The can contains beans, the will goes to him.", "de", "en", note="nouns"),
        Example("Er muss untergebracht werden.", "It must be cut, put and read.", "de", "en"),
        Example("Ich habe Hilfe.", "I have help and they have need of it.", "de", "en"),
        Example("Er kann gehen.", "He ⟦can goes⟧ home.", "de", "en"),
        Example("Er ging nicht.", "He ⟦didn't went⟧ home.", "de", "en"),
        Example("zu schreiben", "He began ⟦to wrote⟧ a letter.", "de", "en"),
        Example("Er ist gegangen.", "He ⟦has went⟧ home.", "de", "en"),
        Example("untergebracht werden", "They had to ⟦be accommodate⟧ in hotels.", "de", "en"),
        Example("Sie weiß es nicht.", "She ⟦doesn't knows⟧ it.", "de", "en"),
        Example("Sie hat es beschrieben.", "She ⟦has describe⟧ it.", "de", "en"),
    ],
)
def auxiliary_form(unit: Unit) -> Iterator[Hit]:
    """The verb after an auxiliary, *to* or *not* has the wrong form.

    *Can goes, didn't went, to wrote, has went, must be accommodate*: after modal verbs, *do* and *to* stands the plain form,
    after *have* and *be* the participle. Forms that may be nouns are left alone.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if low in STARTS and view.forms[at + 1] == after and after in _forms() and _wrong(view, at):
            yield Hit(
                span_of(view, at, at + 2),
                f"“{after}” is the wrong form after “{low}”.",
                "",
                0.9,
            )
        elif low == "not" and at and view.lower[at - 1] in DO and view.forms[at + 1] == after and after in _changed():
            yield Hit(
                span_of(view, at - 1, at + 2),
                f"“{after}” is the wrong form after “{view.lower[at - 1]} not”.",
                "",
                0.9,
            )


def _wrong(view: View, at: int) -> bool:
    low, after = view.lower[at], view.lower[at + 1]
    before = view.lower[at - 1] if at else ""
    if before in APART or view.tokens[at + 1].start - view.tokens[at].end > 1:
        return False
    if low in MODALS | SURE:
        return after in _changed() and (low in SURE or before in PRONOUNS)
    if low in HAVE:
        return (after in pasts() or (after in _plain() and low == "has")) and before not in MODALS
    if low in BEING:
        return after in _plain() and before not in ("let", "it")
    return after in _changed()


APART = frozenset("-‑/“”\"'’")
