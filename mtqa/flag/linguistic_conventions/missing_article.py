"""LIN214."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import ENDS, SUBJECTS, forms_of, professions
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

BARE = {
    "cause": "ursache", "reason": "grund", "goal": "ziel", "aim": "ziel", "background": "hintergrund", "trigger": "auslöser",
    "prerequisite": "voraussetzung", "condition": "bedingung", "occasion": "anlass", "result": "ergebnis", "consequence": "folge",
}  # fmt: skip
"""Nouns that open a sentence without an article in German (*Ursache war …*)."""
LINKS = words("as is was am became become")
FOLLOW = ENDS | words("in at and for by with since from")


def _nouns() -> frozenset[str]:
    return frozenset((*professions(), *BARE))


@check(
    "LIN214",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=_nouns,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Er arbeitet als Lehrer.", "He works as a teacher and served as captain.", "de", "en"),
        Example("Lehrer wie Ärzte", "Teachers as well as doctors work here.", "de", "en"),
        Example("Doktor Müller", "He is Doctor Smith. She is nurse practitioner Jones.", "de", "en"),
        Example("Koch ist gut.", "His job title is judge advocate. He is cook-in-chief.", "de", "en"),
        Example("ein Autor als Übersetzer", "The author as translator is a strange thing.", "de", "en"),
        Example("Ursache war ein Kurzschluss.", "⟦Cause⟧ was a short circuit.", "de", "en"),
        Example("Er arbeitet als Lehrer.", "He works ⟦as teacher⟧.", "de", "en"),
        Example("Sie ist Ärztin.", "She ⟦is doctor⟧.", "de", "en"),
        Example("Er wurde Ingenieur.", "He ⟦became engineer⟧ in 1990.", "de", "en"),
        Example("Sie war Krankenschwester und Mutter.", "She ⟦was nurse⟧ and mother.", "de", "en"),
        Example("Als Architekt weiß er das.", "He worked ⟦as architect⟧ in Berlin.", "de", "en"),
    ],
)
def missing_article(unit: Unit) -> Iterator[Hit]:
    """What somebody works as, or a bare noun that opens a sentence, lacks its article.

    *Er arbeitet als Lehrer, sie ist Ärztin*: English has *as a teacher, is a doctor*. Offices that one person holds (*as
    president*) go without and are not in ``mtqa/knowledge/en/professions.tsv``. *Ursache war* is *The cause was*.
    """
    view = unit.target
    if view.lower[1:2] in (["is"], ["was"]) and BARE.get(view.lower[0], "") in unit.source.lower[:1]:
        span = span_of(view, 0, 1)
        yield Hit(span, f"“{view.forms[0]}” lacks its article.", f"The {view.lower[0]}", 0.88)
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if low in LINKS and after in professions() and view.forms[at + 1] == after and _clear(view, at):
            span = span_of(view, at, at + 2)
            said = f"{view.forms[at]} {professions()[after]} {after}"
            yield Hit(span, f"“{after}” lacks its article.", said, 0.88)


def _clear(view: View, at: int) -> bool:
    """Whether *works* stands before *as*, or a pronoun before *is*, and nothing follows that the word may belong to."""
    after = view.lower[at + 2] if at + 2 < len(view.lower) else "."
    before = view.lower[at - 1] if at else ""
    if after not in FOLLOW:
        return False
    return before in forms_of("work") if view.lower[at] == "as" else before in SUBJECTS
