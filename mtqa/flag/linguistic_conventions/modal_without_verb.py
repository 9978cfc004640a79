"""LIN224."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import BE, DETERMINERS, ending, nouns, plurals, verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

THINGS = words("rubbish bed hospital bin house school work water kitchen garden prison jail car oven fridge")


@check(
    "LIN224",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("must", "should", "may"),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Er muss jederzeit bereit sein.", "It must at all times be ready.", "de", "en"),
        Example("Das kann in keinem Fall sein.", "That can in no case be right.", "de", "en"),
        Example("Er darf im Haus bleiben.", "He may in the house stay or go.", "de", "en"),
        Example("Wie er es musste", "He did it as he must, in the house.", "de", "en"),
        Example("Er soll in die Schule gehen.", "Should in the first case, must to go.", "de", "en"),
        Example("Erst im Mai wird es besser.", "No relief is in sight until May at the earliest.", "de", "en"),
        Example("Das muss in den Müll.", "It ⟦must in⟧ the rubbish.", "de", "en"),
        Example("Sie muss ins Krankenhaus.", "She ⟦must to⟧ the hospital.", "de", "en"),
        Example("Er darf nicht ins Haus.", "He ⟦must not into⟧ the house.", "de", "en"),
        Example("Die Kinder müssen ins Bett.", "The children ⟦must into⟧ the bed, she says.", "de", "en"),
    ],
)
def modal_without_verb(unit: Unit) -> Iterator[Hit]:
    """A modal verb has no verb: *must in the rubbish*.

    German can leave out the verb of motion (*muss in den Müll, darf weg*); English cannot.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-2]):
        place = at + 2 if view.lower[at + 1] == "not" else at + 1
        if view.forms[at] == "May":
            continue  # the month
        if low in ("must", "should", "may") and view.lower[place] in ("in", "to", "into", "at") and _bare(view, place):
            yield Hit(span_of(view, at, place + 1), f"“{low}” lacks its verb.", "", 0.85)


def _bare(view: View, at: int) -> bool:
    """Whether article and noun follow and then nothing that could be the verb."""
    stop = ending(view, at)
    if stop - at < 3 or stop - at > REACH or view.lower[at + 1] not in DETERMINERS:
        return False
    noun = view.lower[at + 2]
    rest = view.lower[at + 3 : stop]
    known = noun in THINGS or noun in nouns() or noun in plurals()
    if not known and (rest or noun in PHRASES):
        return False
    return not any(low in verbs() or low in BE or low in ("be", "have", "do", "not") for low in rest)


REACH = 8
PHRASES = words("end case future long main first past way meantime moment best time same least latest")
