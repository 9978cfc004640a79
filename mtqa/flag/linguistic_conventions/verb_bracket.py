"""LIN129."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import BOUNDARIES, HAVE, MODALS, clause_end
from mtqa.knowledge.grammar import adjective_ending, noun, words
from mtqa.knowledge.verbs import participles, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

OBJECTS = words(
    "ein eine einen einem das den dem die mein meine meinen sein seine seinen ihr ihre ihren unser unsere unseren"
)
PRONOUNS = words("ihn ihm mich mir dich dir uns ihnen")
FREE = words("""
lassen gehen helfen lernen kommen bleiben sein haben werden können müssen sollen wollen dürfen mögen sehen hören brauchen
fahren heißen lehren schicken wissen sagen bedeuten hoffen lauten
""")
"""Infinitives that another verb may follow, or that quote."""

FAR = 3
"""How many words may stand between auxiliary and verb."""


@check(
    "LIN129",
    category="linguistic-conventions/word-order",
    severity=Severity.MAJOR,
    words=HAVE | MODALS,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("I saw him in the park.", "Ich habe ihn gestern im Park gesehen."),
        Example("He helped to lower the costs.", "Er kann helfen die Kosten zu senken.", note="an infinitive follows"),
        Example("We know what we have to do.", "Wir haben gelernt, das Buch zu lesen."),
        Example("the lost sense", "Sie haben verloren geglaubte Kinder."),
        Example("He had not expected what came.", "Er hatte erwartet, einen Brief zu sehen."),
        Example("the man whom he has seen the day before", "Was er gesehen hat, das weiß er."),
        Example("He must do it that way.", "Das muss man können."),
        Example("I saw him yesterday in the park.", "Ich ⟦habe gesehen⟧ ihn gestern im Park."),
        Example("He has bought a house.", "Er ⟦hat gekauft⟧ ein Haus."),
        Example("They had not eaten the bread.", "Sie ⟦hatten nicht gegessen⟧ das Brot."),
        Example("You must buy a ticket.", "Sie ⟦müssen kaufen⟧ eine Karte."),
        Example("He can play the piano.", "Er ⟦kann spielen⟧ das Klavier gut."),
        Example("We should visit him.", "Wir ⟦sollten besuchen⟧ ihn bald."),
        Example("She has written a book.", "Sie ⟦hat geschrieben⟧ ein gutes Buch."),
        Example("She can also read my letter.", "Sie ⟦kann auch lesen⟧ meinen Brief."),
    ],
)  # fmt: skip
def verb_bracket(unit: Unit) -> Iterator[Hit]:
    """Auxiliary and verb stand together, and the object behind them, as in English.

    In a German main clause the participle or infinitive comes last: *Ich habe ihn gestern gesehen*. The check looks at
    an auxiliary, at most three small words, the verb, and an object that ends the clause without another verb.
    """
    view = unit.target
    if HAVE.isdisjoint(view.words) and MODALS.isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        if (low in HAVE or low in MODALS) and view.forms[at] == low:
            verb = _verb(view, at)
            if verb and _object(view, verb + 1):
                span = span_of(view, at, verb + 1)
                yield Hit(span, f"„{view.forms[verb]}“ belongs to the end of the clause, behind its object.", "", 0.88)


def _verb(view: View, at: int) -> int:
    """The participle or infinitive that goes with the auxiliary, a few small words behind it; 0 where there is none."""
    wanted = participles() if view.lower[at] in HAVE else verbs()
    for place in range(at + 1, min(at + 2 + FAR, len(view.lower) - 2)):
        low = view.lower[place]
        if view.forms[place] != low or low in BOUNDARIES:
            return 0
        if low in wanted:
            return 0 if low in FREE or (place > at + 1 and view.lower[place - 1] == "zu") else place
        if low not in SMALL:
            return 0
    return 0


SMALL = words("nicht auch nur schon noch immer er sie es wir man ich nie oft bereits jetzt dann bald sich")


def _object(view: View, at: int) -> bool:
    """Whether an object begins at the token and the clause ends without another verb."""
    low = view.lower[at]
    end = clause_end(view.lower, at)
    if view.forms[at] != low or end >= len(view.lower) or view.lower[end] not in ".!?,;" or "zu" in view.lower[at:end]:
        return False
    rest = view.lower[at:end]
    if (
        not rest
        or "zu" in rest[-1]
        or any(one in verbs() or one in HAVE or one in ("und", "oder", "als", "wie") for one in rest)
    ):
        return False
    if any(one in participles() and view.forms[at + place] == one for place, one in enumerate(rest)):
        return False
    return low in PRONOUNS or (low in OBJECTS and _noun(view, at + 1, end))


def _noun(view: View, at: int, end: int) -> bool:
    while at < end and adjective_ending(view.forms[at]):
        at += 1
    return at < end and view.forms[at][0].isupper() and noun(view.forms[at]) is not None
