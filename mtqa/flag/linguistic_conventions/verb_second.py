"""LIN107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, HAVE, MODALS, after_subject, attributive
from mtqa.knowledge.grammar import CONTRACTED, prepositions, words
from mtqa.knowledge.noun_phrases import phrases
from mtqa.knowledge.verbs import finite_forms, participles, verbs
from mtqa.text.morphology import NOMINATIVE

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

AFTER_CLAUSE = words("es sie du")
"""Those that are subjects in that place where a clause comes first."""


THERE = (["es", "gibt"], ["es", "gab"], ["es", "ist"], ["es", "war"])

HELPERS = HAVE | BE | BECOME | MODALS

REPORTED = words("wäre hätte würde sei habe könne müsse solle werde könnte müsste sollte dürfe wolle")
"""Forms of reported speech, which may follow a comma in any order (*brachte ans Licht, er wäre dabei gewesen*)."""

ASIDES = words("""
ehrlich fragst fragen genau erlaubt erlauben willst wollen stimmt möglich nötig sagt sagen denkt glaubt meint behauptet hört
liest fordern fordert verlangen verlangt wünschen hoffen
""")
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
        Example("In the night of the decision", "In der Nacht der Entscheidung hat es geregnet.", note="a genitive"),
        Example("After dinner he went.", "Nach dem Essen ging er nach Hause."),
        Example("If father cooks and mother …", "Wenn der Vater kocht, die Mutter liest und ich spiele, ist es still."),
        Example("Yesterday the mother, today the father", "Gestern die Mutter, heute der Vater waren hier."),
        Example("There are many museums in Berlin.", "In Berlin ⟦es gibt⟧ viele Museen."),
        Example("Yesterday the mayor opened it.", "Gestern ⟦der Bürgermeister eröffnete⟧ die neue Messe."),
        Example("He always comes late.", "Er ⟦immer kommt⟧ zu spät."),
        Example("In that year he won.", "In diesem Jahr ⟦er gewann⟧ drei Preise."),
        Example("On Wednesday they promised", "Vor dem Gipfel ⟦wir sahen⟧ viele Soldaten."),
        Example("When she came, the market was open.", "Als sie in die Stadt kam, ⟦der Markt war⟧ noch offen."),
        Example("If you come, it will be nice.", "Wenn ihr morgen kommt, ⟦es wird⟧ schön."),
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
    if _split_by_adverb(view):
        span = span_of(view, 1, 3)
        adverb, verb = view.tokens[1].text, view.tokens[2].text
        yield Hit(span, f"„{adverb}“ stands behind the verb „{verb}“.", f"{verb} {adverb}", 0.9)
        return
    place, last = _subject(view)
    if place and last + 2 < len(view.tokens) and _finite(view, last + 1, single=last == place):
        span = span_of(view, place, last + 2)
        subject, verb = view.text[view.tokens[place].start : view.tokens[last].end], view.tokens[last + 1].text
        message = f"The verb „{verb}“ must come before „{subject}“: it is the second part of the sentence."
        yield Hit(span, message, f"{verb} {subject}", 0.92)


def _split_by_adverb(view: View) -> bool:
    """Whether an adverb stands between the pronoun that opens the text and its verb: *Er immer kommt*."""
    low = view.lower
    if len(low) < 5 or low[0] not in OPENING or low[1] not in BETWEEN or view.forms[2] != low[2]:
        return False
    return (low[2] in HELPERS or low[2] in finite_forms()) and low[3] not in BOUNDARIES


OPENING = words("ich er wir sie es man du")
BETWEEN = words(
    "immer oft nie niemals manchmal normalerweise gewöhnlich bereits häufig selten jetzt wirklich leider bald"
)


def _subject(view: View) -> tuple[int, int]:
    """First and last token of a subject in a wrong place; (0, 0) where the text begins otherwise."""
    lower = view.lower
    if len(lower) < 5:
        return 0, 0
    if lower[0] in ADVERBS and view.tokens[0].text[0].isupper():
        return _subject_at(view, 1, after_clause=False)
    if lower[0] in FRONTED and "," in lower:
        comma = lower.index(",")
        inside = lower[1:comma]
        if len(inside) > 1 and ASIDES.isdisjoint(inside) and BOUNDARIES.isdisjoint(inside):
            return _subject_at(view, comma + 1, after_clause=True)
    elif lower[0] in prepositions() or lower[0] in CONTRACTED:
        opening = phrases(view)[:1]
        after = opening[0].last + 1 if opening and opening[0].first <= 1 else _after_name(view)
        return _subject_at(view, after, after_clause=False) if after else (0, 0)
    return 0, 0


def _after_name(view: View) -> int:
    """The token after a preposition and a name or year: *In Berlin, in New York, im Jahr 1990*; 0 where there is none."""
    at = 1
    while at < min(5, len(view.forms)) and (view.forms[at][0].isupper() or view.forms[at].isdigit()):
        at += 1
    return at if at > 1 else 0


def _subject_at(view: View, at: int, *, after_clause: bool) -> tuple[int, int]:
    """The subject that begins at the token: a pronoun, or a phrase with its article that can be no object."""
    if at + 2 >= len(view.tokens) or view.tokens[at].text != view.lower[at]:
        return 0, 0
    if view.lower[at] in PRONOUNS or (after_clause and view.lower[at] in AFTER_CLAUSE):
        return at, at
    if view.lower[at : at + 2] in THERE:
        return at, at
    if "," in view.lower[at:]:
        return 0, 0
    if after_clause or at == 1:
        end = after_subject(view, at)
        return (at, end - 1) if end else (0, 0)
    if view.lower[at] not in ("das", "ein"):
        return 0, 0
    found = next((phrase for phrase in phrases(view) if phrase.first == at and phrase.opening is not None), None)
    if found is None or not found.cells & found.determiner_cells & NOMINATIVE:
        return 0, 0
    return found.first, found.last


def _finite(view: View, at: int, *, single: bool) -> bool:
    """Whether a finite verb stands there that may belong to the subject; ``single``: to a pronoun."""
    low = view.lower[at]
    if view.tokens[at].text != low or low in REPORTED:
        return False
    if not single:
        clear = low in finite_forms() and low not in participles() and low not in verbs()
        return (clear or low in HELPERS) and not attributive(view, at) and view.lower[at + 1] not in BOUNDARIES
    subject = view.lower[at - 1]
    plural = subject == "wir" and low in verbs() and not verbs()[low].prefix
    first = subject == "ich" and low + "n" in verbs()
    return plural or first or low in finite_forms() or low in HELPERS
