"""LIN203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import ENDS, PREPOSITIONS, masses, wrong_plurals
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


def _nouns() -> frozenset[str]:
    return frozenset((*masses(), *wrong_plurals()))


PLAIN = words(
    "good new important useful nice small big great little bad further other valuable better first real simple single"
)
"""Adjectives that may stand between *a* and the noun."""
FOLLOW = ENDS | PREPOSITIONS | words("and or but is was has will can that which who")


@check(
    "LIN203",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=_nouns,
    target_langs=("en",),
    priority=54,
    examples=[
        Example(
            "Informationen",
            "Information is power; many information systems fail.",
            "de",
            "en",
            note="the first part of a compound",
        ),
        Example("ein Informationsstand", "an information desk, an equipment supplier, a furniture shop", "de", "en"),
        Example("viele Nachrichten", "many pieces of news, the news is good", "de", "en"),
        Example("Viele Softwarefirmen", "Many software companies use a software library.", "de", "en"),
        Example("eine Beweiskette", "She has a weather app and an advice column.", "de", "en"),
        Example("Hier finden Sie Informationen.", "Here you find ⟦informations⟧.", "de", "en"),
        Example("Er gab mir Ratschläge.", "He gave me some ⟦advices⟧.", "de", "en"),
        Example("eine Information", "He asked for ⟦an information⟧.", "de", "en"),
        Example("viele Informationen", "They need ⟦many information⟧.", "de", "en"),
        Example("Die Nachrichten sind gut.", "The ⟦news are⟧ good.", "de", "en"),
        Example("ein guter Rat", "That was ⟦a good advice⟧.", "de", "en"),
    ],
)
def uncounted_noun(unit: Unit) -> Iterator[Hit]:
    """A noun that is not counted has a plural, *a* or *many*.

    *Information, advice, furniture, news* have no plural in English and are not counted, as German *Informationen, Ratschläge,
    Möbel, Nachrichten* are. The table ``mtqa/knowledge/en/uncountable.tsv`` holds the nouns.
    """
    view = unit.target
    for at, low in enumerate(view.lower):
        mass = wrong_plurals().get(low)
        if mass and view.forms[at] == low:
            yield Hit(span_of(view, at, at + 1), f"“{mass.noun}” has no plural.", mass.noun, 0.9)
        start = _counted(view, at) if low in masses() and view.forms[at] == low and _alone(view, at) else -1
        if start >= 0:
            piece = f": {masses()[low].piece} {low}" if masses()[low].piece else ""
            yield Hit(span_of(view, start, at + 1), f"“{low}” is not counted in English{piece}.", "", 0.88)
        if (
            low == "news"
            and view.lower[at + 1 : at + 2] in (["are"], ["were"])
            and view.lower[at - 1 : at] in (["the"], ["these"])
        ):
            yield Hit(span_of(view, at, at + 2), "“news” is a singular.", "", 0.85)


def _alone(view: View, at: int) -> bool:
    """Whether the noun is no part of a compound, and not the letter of one (*e-mail*)."""
    after = view.lower[at + 1] if at + 1 < len(view.lower) else "."
    return after in FOLLOW and (at == 0 or view.lower[at - 1] not in "-/")


def _counted(view: View, at: int) -> int:
    """Where *a* or *many* stands that counts the noun; -1 where it is none."""
    mass = masses()[view.lower[at]]
    if mass.many and at and view.lower[at - 1] == "many":
        return at - 1
    if not mass.one or view.lower[at + 1 : at + 2] in (["and"], ["or"]):
        return -1
    start = at - 2 if at > 1 and view.lower[at - 1] in PLAIN else at - 1
    return start if start >= 0 and view.lower[start] in ("a", "an") else -1
