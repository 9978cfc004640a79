"""LIN216."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import comparatives, superlatives
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator


COUNTING = words("many once no any much some few what even two three")
EITHER = words(
    "clear quiet gentle narrow simple clever proud fair rare lonely sad kind calm pure fine pale brave wise smart near close "
    "common hungry few great good bad far late early light hard mild firm dear hot cold warm dry wet"
)
"""Adjectives that are compared in both ways, or that *more* may count."""


@cache
def _plain() -> dict[str, str]:
    return {plain: form for form, plain in comparatives().items() if plain not in EITHER}


@check(
    "LIN216",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("more", "most"),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("mehr bessere Tage", "There are many more better days.", "de", "en"),
        Example("noch viel besser", "It is much better and far more expensive.", "de", "en"),
        Example("mehr tot als lebendig", "more dead than alive", "de", "en"),
        Example("Mehr alte Leute", "More old people than young ones came.", "de", "en"),
        Example("Je mehr, desto besser", "The more, the better.", "de", "en"),
        Example("Sie ist eher hübsch als schön.", "She is more pretty than beautiful.", "de", "en"),
        Example("viel besser", "It is ⟦more better⟧.", "de", "en"),
        Example("die größte Stadt", "It is the ⟦most biggest⟧ town.", "de", "en"),
        Example("schneller als er", "He is ⟦more quick than⟧ she.", "de", "en"),
        Example("einfacher", "This makes it ⟦more easier⟧.", "de", "en"),
        Example("billiger als früher", "It is ⟦more cheap than⟧ before.", "de", "en"),
    ],
)
def double_comparison(unit: Unit) -> Iterator[Hit]:
    """An adjective is compared twice.

    *More better* compares twice: *better*; *more quick than* is *quicker than*. The adjectives are in
    ``mtqa/knowledge/en/comparisons.tsv``.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if low not in ("more", "most") or view.forms[at + 1] != after or (at and view.lower[at - 1] in COUNTING):
            continue
        if after != "later" and after in (comparatives() if low == "more" else superlatives()):
            yield Hit(span_of(view, at, at + 2), f"“{after}” is compared already.", after, 0.9)
        elif low == "more" and after in _plain() and _than(unit, at + 2):
            yield Hit(
                span_of(view, at, at + 3), f"“more {after}” is “{_plain()[after]}”.", f"{_plain()[after]} than", 0.85
            )


def _than(unit: Unit, at: int) -> bool:
    """Whether *than* stands there, and the source does not weigh two words (*eher hübsch als schön*)."""
    return unit.target.lower[at : at + 1] == ["than"] and unit.source_words.isdisjoint(("eher", "mehr"))
