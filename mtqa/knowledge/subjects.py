"""The subject of a German clause where it is one plain phrase: where it ends, and which number it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.grammar import determiners, noun, past_adjectives, words
from mtqa.text.morphology import GENITIVE, NOMINATIVE, PLURAL

if TYPE_CHECKING:
    from mtqa.text.view import View

MANY = words("viele wenige einige mehrere zwei drei vier fünf sechs sieben acht neun zehn")
"""Words that open a plural and are no determiners of the table."""


class Subject(NamedTuple):
    """A phrase that may be a subject: the token after it, its noun, and the cells it allows."""

    after: int
    head: str
    cells: int


def subject_at(view: View, at: int) -> Subject | None:
    """Determiner, adjectives and noun that agree in the nominative; None where there is no such phrase."""
    low = view.lower
    opening = _opening_cells(low[at]) if at < len(low) else 0
    if not opening & NOMINATIVE:
        return None
    place = past_adjectives(view.forms, at + 1)
    if place + 1 >= len(low) or not view.forms[place][0].isupper() or view.forms[place + 1][0].isupper():
        return None
    entry = noun(view.forms[place])
    if entry is None or low[place + 1] in ("-", "/", "–"):
        return None
    mask = entry.cells & opening & NOMINATIVE
    return Subject(place + 1, view.forms[place], mask) if mask else None


def _opening_cells(low: str) -> int:
    """What a determiner or a word of number allows."""
    if low in MANY:
        return PLURAL
    found = determiners().get(low)
    return found.cells if found else 0


def past_genitive(view: View, subject: Subject) -> Subject | None:
    """The subject with its end behind the genitive that belongs to it; None where that is no genitive."""
    place = past_adjectives(view.forms, subject.after + 1)
    if place + 1 >= len(view.forms) or not view.forms[place][0].isupper() or view.forms[place + 1][0].isupper():
        return None
    entry = noun(view.forms[place])
    opening = determiners()[view.lower[subject.after]]
    if entry is None or not entry.cells & opening.cells & GENITIVE or view.forms[place + 1] in ("-", "/"):
        return None
    return subject._replace(after=place + 1)
