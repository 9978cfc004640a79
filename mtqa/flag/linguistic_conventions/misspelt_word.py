"""LIN143."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def _words() -> dict[str, str]:
    """Wrong spelling in lower case -> the right one."""
    return {row["wrong"]: row["right"] for row in read_table("de", "misspelt")}


def _spellings() -> frozenset[str]:
    return frozenset(_words())


@check(
    "LIN143",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    words=_spellings,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("It reflects this.", "Es spiegelt das wider und wiederholt sich."),
        Example("the standard", "der Standard, die Standarte"),
        Example("in the end", "endlich, entlang, endgültig, das Entgelt"),
        Example("again", "Er sah sie wieder; ein Wiedersehen."),
        Example("It reflects this.", "Das ⟦wiederspiegelt⟧ den Alltag."),
        Example("the standard", "Das ist der ⟦Standart⟧."),
        Example("separate", "der ⟦seperate⟧ Raum"),
        Example("final", "Das ist ⟦entgültig⟧."),
        Example("resistance", "Er leistet ⟦Wiederstand⟧."),
        Example("not at all", "Er kam ⟦garnicht⟧."),
    ],
)
def misspelt_word(unit: Unit) -> Iterator[Hit]:
    """A word as people misspell it: *wiederspiegeln, Standart, seperat*.

    *Wider* (against) and *wieder* (again), *end-* (the end) and *ent-*, doubled letters, and words written as one. The table
    ``mtqa/knowledge/de/misspelt.tsv`` holds the words with the right ones; names in capitals within a sentence count as nouns.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        right = _words().get(low)
        if (
            right
            and view.forms[at] in (low, low.capitalize())
            and low not in unit.source_words
            and (at == 0 or view.lower[at - 1] not in "-/_.@#")
        ):
            said = right.capitalize() if view.forms[at] != low else right
            span = span_of(view, at, at + 1)
            yield Hit(span, f"„{view.forms[at]}“ is written „{said}“.", said, 0.92)
