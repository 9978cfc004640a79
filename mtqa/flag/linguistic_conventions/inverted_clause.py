"""LIN208."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import BE, HAVE, MODALS, SUBJECTS, asked, finite, pasts, thirds, verbs
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

BREAKS = frozenset('.!?;:“"')
ADVERBS = words("""
yesterday today tomorrow then now often sometimes already perhaps maybe therefore nevertheless afterwards meanwhile finally
unfortunately fortunately usually mostly suddenly later recently soon still thereby additionally also currently
""")
STATES = words(
    "sceptical skeptical injured killed sure certain clear important interesting unclear happy sad proud angry sick hurt dead"
)
SEASONS = words("summer winter spring autumn")
AFTER = SUBJECTS | {"it", "nobody", "you"}
LINKS = BE | HAVE | MODALS
SAID = words("""
think hope know say says said believe guess see hear feel wish mean suppose bet swear find tell imagine consider ask asked note
let help make
""")
"""Verbs that stand before a clause, or before a speaker."""


@cache
def _lexical() -> frozenset[str]:
    """Third persons, past forms and plain forms of verbs that take no clause."""
    regular = {verb.past for verb in verbs().values()}
    plain = {verb.plain for verb in verbs().values() if verb.verbal} | {"drive", "go", "run", "live", "work"}
    return (
        frozenset((*thirds(), *pasts(), *regular, *plain))
        - SAID
        - {form for one in SAID if one in verbs() for form in verbs()[one][:4]}
    )


@check(
    "LIN208",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=AFTER,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Nie habe ich das gesehen.", "Never have I seen this. So do I.", "de", "en"),
        Example("„Ja“, sagte er.", "“Yes,” said he, and here comes he again.", "de", "en"),
        Example("Ich weiß, dass sie dann kommen.", "Then hope they come. Now think we can.", "de", "en"),
        Example("Hätte er es gewusst", "Had he known, he would have come.", "de", "en"),
        Example("Kann ich jetzt gehen?", "Now can I go? Today is it cold?", "de", "en"),
        Example("Das Auto, das ich fuhr", "There I was. The car I drove he sold.", "de", "en"),
        Example("Gestern ging er nach Hause.", "⟦Yesterday went he⟧ home.", "de", "en"),
        Example("Dann kam sie zurück.", "⟦Then came she⟧ back.", "de", "en"),
        Example("Skeptisch war er immer.", "⟦Sceptical was he⟧ always.", "de", "en"),
        Example("Heute ist es kalt.", "⟦Today is it⟧ cold.", "de", "en"),
        Example("Jetzt müssen wir gehen.", "⟦Now must we⟧ go.", "de", "en"),
        Example("Im Sommer fahren sie ans Meer.", "⟦In summer drive they⟧ to the sea.", "de", "en"),
        Example("Verletzt wurde niemand.", "⟦Injured was nobody⟧, he said.", "de", "en"),
    ],
)
def inverted_clause(unit: Unit) -> Iterator[Hit]:
    """The verb stands before the subject, as in a German main clause.

    After an adverb German puts the verb second: *Gestern ging er*. English keeps the subject first: *Yesterday he went*. Real
    inversions (*Never have I, So do I, said he*) are left alone.
    """
    view = unit.target
    for at in range(len(view.lower) - 2):
        if at and view.lower[at - 1] not in BREAKS:
            continue
        verb = _verb_after(view, at)
        if verb and view.lower[verb + 1] in AFTER and not asked(view, at) and _main(view, verb):
            yield Hit(span_of(view, at, verb + 2), "The verb stands before its subject.", "", 0.88)


def _verb_after(view: View, at: int) -> int:
    """The verb that follows an adverb, a season or the name of a state; 0 where there is none."""
    low = view.lower[at]
    if low in STATES:
        return at + 1 if view.lower[at + 1] in BE else 0
    place = at + 1
    if low == "in" and view.lower[at + 1] in SEASONS | {"the"}:
        place = at + (3 if view.lower[at + 1] == "the" and view.lower[at + 2] in SEASONS else 2)
        if view.lower[place - 1] not in SEASONS:
            return 0
    elif low not in ADVERBS:
        return 0
    if place + 1 >= len(view.lower) or view.forms[place] != view.lower[place]:
        return 0
    linked = view.lower[place] in LINKS and low not in ("also", "still", "soon", "later")
    return place if linked or (view.lower[place] in _lexical() and view.lower[place + 1] in SUBJECTS) else 0


def _main(view: View, verb: int) -> bool:
    """Whether no verb follows that the pronoun could be the subject of."""
    after = view.lower[verb + 2] if verb + 2 < len(view.lower) else "."
    if view.lower[verb] in LINKS and view.lower[verb + 1] in ("it", "you"):
        return view.lower[verb + 1] == "it" and after not in (".", "!", "that", "who") and after not in finite()
    return after not in finite() and (view.lower[verb] in LINKS or after not in verbs())
