"""LIN133."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import noun, past_adjectives, words
from mtqa.knowledge.verbs import participles
from mtqa.text.morphology import ACCUSATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

LYING = words(
    "liegt liegen lag lagen befindet befinden befand befanden wohnt wohnen wohnte wohnten lebt leben lebte lebten arbeitet"
)
STANDING = words("ist sind war waren steht stehen stand standen")
PREPOSITIONS = words("in vor hinter neben unter zwischen")
ARTICLES = words("die das eine ins meine seine")
FAR = 3


@check(
    "LIN133",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=LYING | STANDING,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("The bakery is in front of the church.", "Die Bäckerei ist vor der Kirche."),
        Example("He has gone into the kitchen.", "Er ist in die Küche gegangen."),
        Example("They are among the best.", "Sie liegen unter den besten."),
        Example("He lives into the house of the day.", "Er lebt in den Tag hinein."),
        Example("The book that is in the room", "Das Buch, das in ihr liegt, das liegt hier."),
        Example("She works herself into the topic.", "Sie arbeitet sich in das Thema ein."),
        Example("He lives in the town.", "Er wohnt ⟦in die Stadt⟧."),
        Example("The bakery is in front of the church.", "Die Bäckerei ist ⟦vor die Kirche⟧."),
        Example("The village lies behind the building.", "Das Dorf liegt direkt ⟦hinter das Gebäude⟧."),
        Example("They live in a small house.", "Sie leben ⟦in eine kleine Stadt⟧."),
    ],
)
def static_place(unit: Unit) -> Iterator[Hit]:
    """A place where something is stands in the accusative, the case of direction.

    *In, vor, hinter, neben, unter, zwischen* take the dative where nothing moves (*wohnt in der Stadt*); the accusative
    says where to.
    """
    view = unit.target
    if PREPOSITIONS.isdisjoint(view.words) or (LYING | STANDING).isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        if view.forms[at] == low and (low in LYING or low in STANDING):
            place = _preposition(view, at)
            last = _noun(view, place + 2) if place else 0
            if last and _stays(view, at, last, lying=low in LYING):
                span = span_of(view, place, last + 1)
                yield Hit(span, f"With „{view.forms[at]}“ the place stands in the dative.", "", 0.85)


def _preposition(view: View, at: int) -> int:
    """The preposition with an accusative article behind the verb and a few small words; 0 where there is none."""
    for place in range(at + 1, min(at + 1 + FAR, len(view.lower) - 2)):
        if view.lower[place] in PREPOSITIONS:
            return place if view.lower[place + 1] in ARTICLES else 0
        if not view.forms[place].islower():
            return 0
    return 0


def _noun(view: View, at: int) -> int:
    at = past_adjectives(view.forms, at)
    if at >= len(view.forms) or not view.forms[at][0].isupper():
        return 0
    entry = noun(view.forms[at])
    return at if entry is not None and entry.cells & ACCUSATIVE else 0


def _stays(view: View, at: int, last: int, *, lying: bool) -> bool:
    """Whether nothing says that something moves: a participle, *sich*, a prefix at the end."""
    rest = view.lower[last + 1 :]
    after = rest[0] if rest else "."
    ends = after in (".", ",", ";", "!", "?", "und")
    if "sich" in view.lower[:last] and not view.lower[at].startswith("bef"):
        return False
    if any(low in participles() for low in view.lower) or any(
        low in ("ein", "hinein", "zu", "über", "unterwegs") for low in rest
    ):
        return False
    return ends if not lying else not any(low in ("hinein", "auf") for low in rest)
