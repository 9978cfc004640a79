"""Whether the words of a German noun phrase go together, and if not, which of them do not.

The phrase's cells (:mod:`mtqa.text.morphology`) are intersected in a fixed order; where nothing is left, the words that
emptied the set are at fault.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.noun_phrases import Phrase, phrases
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from mtqa.text.view import View


class Fault(Enum):
    """Which words do not go together."""

    ARTICLE = "determiner and noun"
    ADJECTIVE = "adjective and the rest"
    CASE = "preposition and phrase"


class Faulty(NamedTuple):
    """A faulty phrase."""

    fault: Fault
    phrase: Phrase


@per_view
def faulty(view: View) -> tuple[Faulty, ...]:
    """The faulty phrases of a text, in order; a determiner that may be a pronoun is never blamed."""
    found = ((fault_of(phrase), phrase) for phrase in phrases(view) if not phrase.alone)
    return tuple(Faulty(fault, phrase) for fault, phrase in found if fault is not None)


def fault_of(phrase: Phrase) -> Fault | None:
    """What is wrong with the phrase, or None."""
    return fault_between(phrase.determiner_cells, phrase.adjective_cells, phrase.cells, phrase.cases)


def fault_between(determiner: int, adjective: int, noun: int, cases: int) -> Fault | None:
    """Which of the sets of cells do not go together; ``cases``: those that the preposition allows."""
    if not determiner & adjective:
        return Fault.ADJECTIVE
    if not determiner & cases:
        return Fault.CASE
    if not determiner & noun:
        return Fault.ARTICLE
    if not determiner & adjective & noun:
        return Fault.ADJECTIVE
    return None if determiner & adjective & noun & cases else Fault.CASE
