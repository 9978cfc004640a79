"""LIN113."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BE, BECOME, BOUNDARIES, COORDINATORS, HAVE, LATE, MODALS, OPENERS, clause_end
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms, participles, past_plurals, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

PERFECT = words("hat hatte hatten hätte hätten")
PASSIVE = words("wurde wurden")
OTHERS = HAVE | BE | BECOME | MODALS | words("worden gewesen gehabt lassen lässt ließ ließen geworden sein")
STATES = words("stehen liegen hängen sitzen wohnen leben reden lachen laufen stecken essen leben wissen vermögen")
"""Infinitives that *haben* may have beside it (*Geld auf der Bank liegen haben*, *leicht reden haben*)."""

AUXILIARIES = MODALS | PERFECT | PASSIVE | words("würde würden wird werden")
MODAL = MODALS - words("mag mögen will wollen")
FAR = 16


@check(
    "LIN113",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=AUXILIARIES,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("It can be seen from afar.", "Man kann es von weitem sehen."),
        Example("It must be tested and solved.", "Das muss erst geprüft, dann gelöst werden."),
        Example("He has easy talking.", "Er hat darüber gut reden."),
        Example("He has not been able to come.", "Er hat gestern nicht kommen können."),
        Example("The house was bought.", "Das Haus wurde gestern vergessen.", note="participle and infinitive are one"),
        Example("the house he has", "Das Haus, das er hat, wollte er verkaufen."),
        Example("He has nothing to do there.", "Er hat dort nichts zu suchen."),
        Example("She let him work.", "Sie hat ihn gestern arbeiten lassen."),
        Example("They had to let go.", "Was sie wollten, hatten sie bekommen."),
        Example("what he has to do has a price", "Alles, was er tun muss, hat seinen Preis."),
        Example("He would come if it rains.", "Er würde kommen, wenn es regnet."),
        Example("It is said that he comes.", "Es wird gesagt, dass er kommt."),
        Example("They were sent home.", "Sie ⟦wurden nach Hause geschickt worden⟧."),
        Example("He would come home.", "Er ⟦würde nach Hause kommt⟧."),
        Example("She must have seen it.", "Sie ⟦muss es gesehen hat⟧."),
        Example("It can be seen from afar.", "Es ⟦kann von weitem gesehen⟧."),
        Example("The house was bought.", "Das Haus ⟦wurde von ihm kaufen⟧."),
        Example("He has bought a house.", "Er ⟦hat ein Haus kaufen⟧."),
        Example("They had built a bridge.", "Sie ⟦hatten eine Brücke bauen⟧, bevor der Krieg kam."),
        Example("You should buy one.", "Man ⟦sollte eines gekauft⟧."),
        Example("He has gone.", "Er ⟦hat das Haus verkaufte⟧."),
        Example("A lid was put on it.", "Ein Deckel ⟦wurde darauf legte⟧."),
        Example("We must have solved it by then.", "Wir ⟦müssen es bis dahin gelöst⟧."),
    ],
)
def verb_form(unit: Unit) -> Iterator[Hit]:
    """The verb at the end of a clause has not the form that its auxiliary asks for.

    *Haben* and the passive's *wurde* go with a participle, modal verbs with an infinitive (*kann gesehen werden*). The
    check looks at main clauses with one auxiliary, where the verb at the end can be nothing else.
    """
    view = unit.target
    if AUXILIARIES.isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        if low in AUXILIARIES and view.forms[at] == low:
            end = clause_end(view.lower, at)
            if 2 < end - at <= FAR and _wrong(view, at, end):
                span = span_of(view, at, end)
                yield Hit(span, f"„{low}“ does not go with „{view.forms[end - 1]}“.", "", 0.88)


def _wrong(view: View, at: int, end: int) -> bool:
    low, last, between = view.lower[at], view.lower[end - 1], view.lower[at + 1 : end - 1]
    if view.forms[end - 1] != last:
        return False
    if low in PASSIVE and last == "worden":
        return end < len(view.lower) and HELPERS.isdisjoint(view.lower[max(0, at - 12) : at] + between)
    if low in FUTURE or (low in MODALS and last in FINITE):
        return _two_finite(view, at, end)
    if not OTHERS.isdisjoint(view.lower[end - 1 :]):
        return False
    if not OTHERS.isdisjoint(between) or not BREAKS.isdisjoint(between) or between[-1] == "zu":
        return False
    if end >= len(view.lower) or view.lower[end] not in ENDS or any(one in finite_forms() for one in between):
        return False
    if low in MODALS:
        return low in MODAL and last in only_participles()
    if last in only_finite():
        return True
    return last in infinitives() and not (low in PERFECT and last in STATES)


def _two_finite(view: View, at: int, end: int) -> bool:
    """Whether the clause of *würde* or a modal verb ends in another finite verb: *würde … kommt, muss … hat*."""
    last, before, between = view.lower[end - 1], view.lower[max(0, at - 12) : at], view.lower[at + 1 : end - 1]
    if end >= len(view.lower) or view.lower[end] not in ENDS or not OPENERS.isdisjoint(before) or "," in before:
        return False
    if not OTHERS.isdisjoint(between) or not (BREAKS | OPENERS).isdisjoint(between):
        return False
    if last in FINITE:
        return any(one in participles() for one in between) or view.forms[end - 2][0].isupper()
    return last in present_only() and not any(one in participles() or one in verbs() for one in between)


HELPERS = HAVE | BE | words("werden")
FINITE = words("hat hatte ist wird")
FUTURE = words("würde würden wird werden")


@cache
def present_only() -> frozenset[str]:
    """Third persons singular of the present that are no participle or infinitive."""
    forms = {verb.present for verb in verbs().values() if not verb.prefix}
    clear = {
        form for form in forms if form not in participles() and form not in verbs() and not form.startswith(INSEPARABLE)
    }
    return frozenset(clear) - OTHERS - NOUNS


INSEPARABLE = ("be", "ver", "er", "ent", "zer", "ge", "miss", "über", "unter", "wider")
NOUNS = words("gilt weiß tut statt")

BREAKS = COORDINATORS | frozenset(("als", "wie", "-", "wenn"))
"""Words between the two after which the second may belong to something else."""

ENDS = frozenset(".,;!?")


@cache
def only_participles() -> frozenset[str]:
    """Participles that are no infinitive or finite form, nor an adverb."""
    return frozenset(one for one in participles() if one not in verbs() and one not in finite_forms() and "ge" in one)


@cache
def only_finite() -> frozenset[str]:
    """Third persons of the past that are no participle, infinitive or plural."""
    return frozenset(
        verb.past for verb in verbs().values()
        if not verb.prefix and verb.past.endswith("te") and verb.past not in participles()
    ) - past_plurals() - OTHERS  # fmt: skip


@cache
def infinitives() -> frozenset[str]:
    """Infinitives that are no participle, and are not used as a second one (*gehen lassen*)."""
    return (
        frozenset(one for one in verbs() if one not in participles() and one not in past_plurals()) - LATE - BOUNDARIES
    )
