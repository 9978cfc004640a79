"""LIN110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import clause_end
from mtqa.knowledge.grammar import adjective_ending, determiners, words
from mtqa.knowledge.noun_phrases import Phrase, phrases
from mtqa.knowledge.verbs import finite_forms, joined_forms, past_plurals, verbs
from mtqa.text.morphology import FEMININE, GENITIVE, MASCULINE, NEUTER, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SINGULAR = {
    "der": MASCULINE | FEMININE,  # die Frau, der man vorwarf
    "die": FEMININE,
    "das": NEUTER,
    "den": MASCULINE,
    "dem": MASCULINE | NEUTER,
}
"""Relative pronoun -> what it may refer to where its verb is singular."""

AFTER = words("in an auf mit von aus bei zu für gegen durch ohne über unter vor hinter neben zwischen nach")
BEHIND = {"der": FEMININE, "die": FEMININE, "das": NEUTER, "den": MASCULINE, "dem": MASCULINE | NEUTER}
"""The same behind a preposition."""

OWNERS = {"deren": FEMININE, "dessen": MASCULINE | NEUTER}
"""Relative pronouns of the owner."""

CLEAR = words(
    "ist war sieht sah hat hatte kauft kaufte findet fand kennt kannte sucht suchte liebt liebte dies das hier es"
)
"""After these a phrase belongs to no noun before it."""

FAR = 5

GENDERS = {MASCULINE: "masculine", FEMININE: "feminine", NEUTER: "neuter"}


@check(
    "LIN110",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=frozenset(SINGULAR) | frozenset(OWNERS),
    target_langs=("de",),
    priority=56,
    examples=[
        Example("The man who came laughed.", "Der Mann, der gestern kam, lachte."),
        Example("the man, the woman, the child", "Der Mann, die Frau, das Kind lachte."),
        Example("The book she wrote is good.", "Das Buch, die Frau und Herr Müller schrieb, ist gut.", note="a list"),
        Example("the leaders of the country that fell", "Die Führer des Landes, das gestern fiel, lachten."),
        Example("the woman who was accused", "Die Frau, der man das gestern vorwarf, lachte.", note="dative"),
        Example("The council, which meets, decides.", "Der Rat der Stadt, die heute feiert, tagt."),
        Example("the town in which I live", "Die Stadt, in der ich lebe, ist alt. Das Haus, in das er zog, brennt."),
        Example("the problems with which we live", "Die Probleme, mit denen wir leben, bleiben."),
        Example("The town in which I live is old.", "Die Stadt, in ⟦dem⟧ ich lebe, ist alt."),
        Example("He saw the house in which he lived.", "Er sah das Haus, in ⟦der⟧ er wohnte."),
        Example("That is the woman who helped me.", "Das ist die Frau, ⟦das⟧ mir gestern half."),
        Example("The mayor, whose wife is ill, left.", "Der Bürgermeister, dessen Frau krank ist, ging."),
        Example("The mayor, whose wife is ill, left.", "Der Präsident, ⟦deren⟧ Frau krank ist, ging."),
        Example("Consumption, which fell", "Der private Konsum, ⟦die⟧ deutlich mehr ausmacht, fiel."),
        Example("The woman who came late laughed.", "Die alte Frau, ⟦das⟧ zu spät kam, lachte."),
        Example("the ship that brings the post", "Das große Schiff, ⟦der⟧ heute die Post bringt, kam an."),
    ],
)
def relative_pronoun(unit: Unit) -> Iterator[Hit]:
    """A relative pronoun does not agree with the noun it refers to.

    English *that* and *which* have no gender. The check looks at a pronoun right after a phrase that opens the
    sentence, with a singular verb at the end of the relative clause, so that nothing else can be meant.

    Measured on newstest2020: one finding in 4,254 human translations, a slip of the translator.
    """
    view = unit.target
    if "," not in view.lower:
        return
    for phrase in phrases(view):
        at = phrase.last + 2
        after_preposition = view.lower[at : at + 1] != [] and view.lower[at] in AFTER
        at += after_preposition
        if (
            at < len(view.tokens)
            and (view.lower[at] in SINGULAR or view.lower[at] in OWNERS)
            and _disagrees(view, phrase, at, after_preposition)
        ):
            token = view.tokens[at]
            gender = " or ".join(
                name for mask, name in GENDERS.items() if phrase.cells & phrase.determiner_cells & mask
            )
            message = f"„{token.text}“ does not agree with „{phrase.head}“ ({gender}), which it refers to."
            yield Hit(Span(token.start, token.end), message, "", 0.9)


def _disagrees(view: View, phrase: Phrase, at: int, after_preposition: bool) -> bool:
    reading = phrase.cells & phrase.determiner_cells & phrase.adjective_cells & phrase.cases
    if not phrase.first:
        reading &= ~GENITIVE  # nothing stands before that it could belong to
    if view.lower[phrase.last + 1] != "," or phrase.opening is None or not reading or reading & cells("P"):
        return False
    if not _alone(view, phrase):
        return False
    if view.lower[at] in OWNERS:
        return not OWNERS[view.lower[at]] & reading and _subordinate(view, at)
    if after_preposition:
        return not BEHIND.get(view.lower[at], reading) & reading and _subordinate(view, at)
    return not SINGULAR[view.lower[at]] & reading and _relative(view, at)


def _alone(view: View, phrase: Phrase) -> bool:
    """Whether the phrase opens the text, or depends on no noun before it."""
    start = phrase.prep if phrase.prep >= 0 else phrase.first
    if not start:
        return True
    before = view.forms[start - 1]
    return phrase.prep < 0 and not before[0].isupper() and view.lower[start - 1] in CLEAR and start < FAR


def _subordinate(view: View, at: int) -> bool:
    """Whether a clause with its verb at the end begins here."""
    end = clause_end(view.lower, at)
    if (
        end - at < 3
        or end >= len(view.lower)
        or view.forms[end - 1] != view.lower[end - 1]
        or view.lower[at + 1] == "was"
    ):
        return False
    last = view.lower[end - 1]
    return last in finite_forms() or last in joined_forms() or last in verbs() or last + "n" in verbs()


def _relative(view: View, at: int) -> bool:
    """Whether a clause with its singular verb at the end begins here, and no noun phrase."""
    lower = view.lower
    end = clause_end(lower, at)
    if end - at < 3 or end >= len(lower) or view.tokens[at + 1].text[0].isupper() or _opens_phrase(view, at + 1):
        return False
    last = lower[end - 1]
    return (last in finite_forms() or last in joined_forms()) and last not in past_plurals()


def _opens_phrase(view: View, at: int) -> bool:
    """Whether adjectives up to a noun follow: *der Mann, die alte Frau*."""
    while at < len(view.lower) and adjective_ending(view.lower[at]) and view.lower[at] not in determiners():
        at += 1
        if view.tokens[at : at + 1] and view.tokens[at].text[0].isupper():
            return True
    return False
