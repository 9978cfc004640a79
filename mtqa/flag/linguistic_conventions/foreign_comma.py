"""LIN127."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, HAVE, MODALS, verb_like
from mtqa.knowledge.grammar import prepositions, words
from mtqa.knowledge.verbs import finite_forms, participles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ADVERBS = words("""
jedoch allerdings außerdem zusätzlich heute gestern morgen jetzt dann schließlich stattdessen leider normalerweise später
inzwischen zuerst zunächst deshalb daher deswegen trotzdem dennoch manchmal oft damals plötzlich dadurch infolgedessen
folglich ebenso gleichzeitig bisher kürzlich letztendlich letztlich dort hier danach zudem ferner derzeit mittlerweile
anschließend glücklicherweise vielleicht natürlich
""")
"""Adverbs that fill the first place of a German main clause alone."""

OPENING = words("im am beim vom zum zur nach seit laut während trotz wegen")
HELPERS = HAVE | BE | BECOME | MODALS
LONGEST = 9
SUBJECTS = words("ich er sie es wir man der die das ein eine dies dieser diese dieses seine ihre viele sein ihr")


@check(
    "LIN127",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    words=",",
    target_langs=("de",),
    priority=45,
    examples=[
        Example("After dinner the guests danced.", "Nach dem Abendessen tanzten die Gäste."),
        Example("With all that we have, we can win.", "Mit allem, was wir haben, können wir gewinnen."),
        Example("In Leeds, a town in the north, it rains.", "In Leeds, einer Stadt im Norden, regnet es."),
        Example("After the dinner that he gave, he left.", "Nach dem Essen, das er gab, ging er."),
        Example("In London, Paris and Rome it rains.", "In London, Paris und Rom regnet es."),
        Example("In the end, was it good?", "Am Ende, war es da gut?", note="a question"),
        Example("Now, as he said, it rains.", "Jetzt, wie er sagte, regnet es."),
        Example("Here, it says, all are equal.", "Hier, heißt es, sind alle gleich.", note="a quotation"),
        Example("After dinner, the guests danced.", "Nach dem Abendessen⟦,⟧ tanzten die Gäste."),
        Example("However, this is not true.", "Jedoch⟦,⟧ ist das nicht wahr."),
        Example("Yesterday, the mayor opened the fair.", "Gestern⟦,⟧ eröffnete der Bürgermeister die Messe."),
        Example("In the last year, the prices have risen.", "Im letzten Jahr⟦,⟧ sind die Preise gestiegen."),
        Example("With his new book, he won a prize.", "Mit seinem neuen Buch⟦,⟧ gewann er einen Preis."),
        Example("According to the police, he had fled.", "Laut der Polizei⟦,⟧ war er geflohen."),
    ],
)
def foreign_comma(unit: Unit) -> Iterator[Hit]:
    """A comma stands between the first part of a sentence and its verb, as in English.

    What comes first in a German main clause is part of it, and no comma follows (*Nach dem Essen tanzten die Gäste*).
    The check looks at sentences that open with one adverb or one prepositional phrase, a comma, the finite verb and
    its subject.
    """
    view = unit.target
    low = view.lower
    if "," not in low or low[-1] == "?" or low[0] == "um":
        return
    at = low.index(",")
    if low[at + 1 : at + 3] in (["würde", "ich"], ["glaube", "ich"], ["denke", "ich"], ["finde", "ich"]):
        return
    if (
        0 < at <= LONGEST
        and at + 3 < len(low)
        and _verb(view, at + 1)
        and low[at + 2] in SUBJECTS
        and _phrase(view, at)
    ):
        token = view.tokens[at]
        yield Hit(
            Span(token.start, token.end), "No comma separates the first part of a sentence from its verb.", "", 0.85
        )


def _verb(view: View, at: int) -> bool:
    low = view.lower[at]
    return view.forms[at] == low and (low in HELPERS or low in finite_forms()) and low not in QUOTING


QUOTING = words("heißt hieß sagt sagte so glaubt glaubte meint meinte scheint schien weiß")


def _phrase(view: View, end: int) -> bool:
    """Whether the tokens up to the comma are one adverb, or one phrase with a preposition and no verb in it."""
    low = view.lower
    if low[0] in ADVERBS:
        return end == 1
    if low[0] not in prepositions() and low[0] not in OPENING:
        return False
    inside = range(1, end)
    if not view.forms[end - 1][0].isupper() and not view.forms[end - 1].isdigit():
        return False
    return not any(low[at] in BOUNDARIES or low[at] in HELPERS or _may_be_verb(view, at) for at in inside)


def _may_be_verb(view: View, at: int) -> bool:
    """Whether a word is a verb rather than the adjective of a noun."""
    low = view.lower[at]
    before_noun = at + 1 < len(view.forms) and (view.forms[at + 1][0].isupper() or view.forms[at + 1].endswith("n"))
    return (low in finite_forms() and not before_noun) or (low in participles() and verb_like(view, at))
