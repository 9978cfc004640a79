"""LIN213."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import finite, places, plurals, verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FOLLOW = frozenset(".,;:!?)") | words(
    "is was has will are and or but to for in on at from by with because when while since were had"
)


@check(
    "LIN213",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=("the",),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("das Deutschland von 1930", "the Germany of 1930 and the Germany that I know", "de", "en"),
        Example("der Frankreich-Trainer", "the France coach, the London Olympics, the Berlin Wall", "de", "en"),
        Example("Er schoss die meisten Tore.", "He scored the most goals. Most people are here.", "de", "en"),
        Example("das neue Europa", "the new Europe and the Netherlands", "de", "en"),
        Example("Spiel zwischen", "the England and Wales Cricket Board", "de", "en"),
        Example("in der Schweiz", "He lives in ⟦the Switzerland⟧.", "de", "en"),
        Example("die Türkei", "⟦The Turkey⟧ is big.", "de", "en"),
        Example("Die meisten Leute kommen.", "⟦The most people⟧ come.", "de", "en"),
        Example("in die Slowakei", "They drove to ⟦the Slovakia⟧, then home.", "de", "en"),
        Example("Das Elsass ist schön.", "⟦The Alsace⟧ is nice.", "de", "en"),
    ],
)
def needless_article(unit: Unit) -> Iterator[Hit]:
    """A name that has no article has one, or *most* has.

    German says *die Schweiz, die meisten Leute*; English *Switzerland, most people*. Names are those of
    ``mtqa/knowledge/en/without_article.tsv``, where nothing follows or precedes that the article may belong to.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if low != "the" or at + 2 >= len(view.lower):
            continue
        span = span_of(view, at, at + 2)
        if after in places() and view.forms[at + 1] != after and view.lower[at + 2] in FOLLOW and _bare(view, at + 2):
            yield Hit(span, f"“{view.forms[at + 1]}” has no article in English.", view.forms[at + 1], 0.88)
        elif (
            after == "most"
            and at == 0
            and "meisten" in unit.source_words
            and (view.lower[2] in plurals() or view.lower[2] == "people")
        ):
            last = view.lower[3] if len(view.lower) > 3 else "."
            if last in finite() or last in verbs() or last == "are":
                yield Hit(
                    span_of(view, 0, 3),
                    "“most” has no article here.",
                    f"Most {view.forms[2]}",
                    0.88,
                )


def _bare(view: View, at: int) -> bool:
    """Whether no second name follows that has the article (*the England and Wales Cricket Board*)."""
    return view.lower[at] not in ("and", "or", ",") or not view.forms[at + 1 : at + 2] or view.forms[at + 1].islower()
