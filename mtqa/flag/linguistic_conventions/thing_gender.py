"""LIN219."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import DETERMINERS, STOPS, nouns, verbs
from mtqa.knowledge.grammar import nouns as german
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

PEOPLE = words("""
i me my we us our you your who whom whose somebody someone nobody everyone everybody people children men women mr mrs his him
they them their himself herself one others parents driver manager
""")
JOINS = words(
    "but because when if as while so until before after then so although though once and that whether since than"
) | {",", ".", ";"}


@cache
def _others() -> frozenset[str]:
    """Nouns that a person or an animal may be meant by, in both numbers."""
    return frozenset(form for noun in nouns().values() if noun.kind != "thing" for form in noun[:2])


@check(
    "LIN219",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("he", "she"),
    source_words=("er", "sie"),
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Das Schiff und seine Mannschaft", "The ship lost her captain.", "de", "en", note="ships are she"),
        Example("Der Arzt öffnete die Tür, weil er ging.", "The doctor opened the door because he left.", "de", "en"),
        Example("Er nahm den Schlüssel, und er ging.", "He took the key and he left.", "de", "en"),
        Example("Anna sah das Haus, und sie kaufte es.", "Anna saw the house and she bought it.", "de", "en"),
        Example(
            "Der Fahrer im Wagen, der die Tür schloss, weil er fror",
            "The man in the car closed the door as he was cold.",
            "de",
            "en",
        ),
        Example(
            "Der Bus fuhr schon, als er einsteigen wollte.", "The bus was moving when he tried to board it.", "de", "en"
        ),
        Example("Der Tisch ist alt, aber er ist schön.", "The table is old, but ⟦he⟧ is nice.", "de", "en"),
        Example("Die Maschine ist laut, weil sie alt ist.", "The machine is loud because ⟦she⟧ is old.", "de", "en"),
        Example("Wenn der Schlüssel passt, ist er richtig.", "If the key fits, ⟦he⟧ is right.", "de", "en"),
        Example("Die Lampe leuchtet, wenn sie heiß ist.", "The lamp shines when ⟦she⟧ is hot.", "de", "en"),
    ],
)
def thing_gender(unit: Unit) -> Iterator[Hit]:
    """A thing is called *he* or *she*, by the gender of its German noun.

    *Der Tisch … er* is *the table … it*. Judged where one thing is named before the pronoun and nobody it could mean: no
    person, no name, no other pronoun of a person. Things are those of ``mtqa/knowledge/en/nouns.tsv``.
    """
    view = unit.target
    if not PEOPLE.isdisjoint(view.words) or any(
        view.forms[at].isalpha() and not _opening(view, at) for at in view.capitals
    ):
        return
    if not {"er", "sie"} & unit.source_words or "Sie" in unit.source.forms[1:]:
        return
    pronouns = [at for at, low in enumerate(view.lower) if low in ("he", "she")]
    things = [at for at, low in enumerate(view.lower) if low in nouns() and nouns()[low].kind == "thing"]
    if not pronouns or not things or pronouns[0] < things[0] or not set(view.words).isdisjoint(_others()):
        return
    at = pronouns[0]
    if "it" in view.lower[at:]:
        return  # that is the thing
    if not _gender(unit.source, "M" if view.lower[at] == "he" else "F"):
        return
    noun = max(place for place in things if place < at)
    if (
        {"he": "er", "she": "sie"}[view.lower[at]] in unit.source_words
        and view.lower[at - 1] in JOINS
        and _known(view, noun, at)
    ):
        span = span_of(view, at, at + 1)
        yield Hit(
            span,
            f"“{view.forms[at]}” stands for “{view.forms[noun]}”: “it”.",
            "It" if view.forms[at][0].isupper() else "it",
            0.8,
        )


def _gender(source: View, gender: str) -> bool:
    """Whether the first noun of the source has the gender and no other."""
    found = [german()[form] for form in source.forms if form in german()]
    return bool(found) and found[0]["gender"] == gender


def _opening(view: View, at: int) -> bool:
    return at == 0 or view.lower[at - 1] in STOPS or view.forms[at] in ("He", "She")


def _known(view: View, noun: int, at: int) -> bool:
    """Whether the thing is the first noun phrase of its sentence, and every noun between is one that is known."""
    start = max(0, noun - 1)
    if view.lower[start] not in DETERMINERS and start:
        start -= 1
    if view.lower[0] in verbs() and view.lower[start] in DETERMINERS:
        return at - noun < FAR
    opening = start == 0 or (
        view.lower[start] in DETERMINERS and ((start == 1 and view.lower[0] in JOINS) or start == 0)
    )
    return opening and view.lower[start] in DETERMINERS and at - noun < FAR


FAR = 12
