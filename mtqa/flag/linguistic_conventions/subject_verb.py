"""LIN205."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import (
    NUMBERS,
    PRONOUNS,
    STOPS,
    nouns,
    opens_clause,
    plurals,
    thirds,
    verbs,
)
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

OPENING = words("the these those many several few all my your our their his her its")
SPEAKING = PRONOUNS | OPENING
FORMS = PRONOUNS | {"I", "He", "She", "It", "We", "They", "You"}
SINGULAR = words("is was has does")
PLURAL = words("are have do")
MANY = words("many several various numerous")
EARLY = words("yesterday today now") | {",", ""}
"""Before the pronoun these make the sentence no question; the empty one is its beginning."""
MASSES = words(
    "number lot few couple host variety range dozen handful series hundred thousand million great good total plethora wealth"
)
PEOPLE = words("people children men women")
SUBJUNCTIVE = words("that suggest demand insist should lest if whether recommend propose request require important")


@cache
def _for_one() -> frozenset[str]:
    """What cannot stand after *he*: plain forms that are no nouns, and forms of other persons."""
    plain = frozenset(verb.plain for verb in verbs().values() if verb.plain != verb.past)
    return (plain - words("open welcome separate own found lay")) | words("am are have do")


@cache
def _for_it() -> frozenset[str]:
    return words("am are have do")


@cache
def _for_many() -> frozenset[str]:
    nouns_too = {noun.plural for noun in nouns().values()} | {
        verb.third for verb in verbs().values() if not verb.verbal
    }
    return (frozenset(thirds()) - nouns_too) | SINGULAR


@cache
def _for_me() -> frozenset[str]:
    return (_for_many() - {"was"}) | {"are"}


WRONG = {
    "he": _for_one,
    "she": _for_one,
    "it": _for_it,
    "i": _for_me,
    "we": _for_many,
    "they": _for_many,
    "you": _for_many,
}


@check(
    "LIN205",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=SPEAKING | {"there"},
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Lass ihn gehen.", "Does he go? Let it go. She saw him go.", "de", "en"),
        Example("wenn ich er wäre", "If I were him, I would insist that he go.", "de", "en"),
        Example("Die Mannschaft ist gut.", "The team are good, the police were there.", "de", "en", note="groups"),
        Example("Die Nachrichten sind gut.", "The news is good. There are a lot of people.", "de", "en"),
        Example("Es sind zwei Stunden.", "There is two hours of music.", "de", "en"),
        Example("Qualität und Preis stimmen.", "The quality and the price are right.", "de", "en"),
        Example("Mit dir zu arbeiten ist leicht.", "Working with you is easy and all they want is peace.", "de", "en"),
        Example("Sie hätte kein Essen mitzubringen brauchen.", "She need not have brought a lunch.", "de", "en"),
        Example("Er geht nach Hause.", "⟦He go⟧ home.", "de", "en"),
        Example("Die Preise sind hoch.", "⟦The prices is⟧ high.", "de", "en"),
        Example("Es gibt viele Gründe.", "⟦There is many⟧ reasons.", "de", "en"),
        Example("Sie haben Zeit.", "Yesterday ⟦we was⟧ there.", "de", "en"),
        Example("weil sie kommt", "They stay because ⟦she come⟧.", "de", "en"),
        Example("Das Haus ist alt.", "⟦The house are⟧ old.", "de", "en"),
        Example("Diese Leute haben recht.", "⟦These people has⟧ a point.", "de", "en"),
        Example("Es gibt ein Problem.", "⟦There are a⟧ problem.", "de", "en"),
    ],
)
def subject_verb(unit: Unit) -> Iterator[Hit]:
    """Subject and verb have different numbers or persons.

    *He go, the prices is, there is many*: the English verb has one ending, and it is missing or too many. Only subjects that
    are a pronoun, or determiner and noun at the beginning of a sentence, are judged.
    """
    view = unit.target
    for at, low in enumerate(view.lower[:-1]):
        after = view.lower[at + 1]
        if (
            low in PRONOUNS
            and view.forms[at + 1] == after
            and view.forms[at] in FORMS
            and after in WRONG[low]()
            and (after, view.lower[at + 2 : at + 3]) != ("need", ["not"])
            and _subject(view, at)
        ):
            yield Hit(span_of(view, at, at + 2), f"“{after}” does not go with “{low}”.", "", 0.9)
        elif low == "there" and after in ("is", "are", "was", "were"):
            end = _there(view, at)
            if end:
                yield Hit(span_of(view, at, end + 1), f"“there {after}” has not the number of what follows.", "", 0.85)
        elif low in OPENING and (at == 0 or view.lower[at - 1] in STOPS):
            end = _phrase(view, at)
            if end:
                yield Hit(
                    span_of(view, at, end + 1),
                    f"“{view.forms[end - 1]} {view.forms[end]}”: noun and verb differ in number.",
                    "",
                    0.88,
                )


def _subject(view: View, at: int) -> bool:
    """Whether the pronoun opens a clause and nothing before it asks for a plain form."""
    before = view.lower[at - 1] if at else ""
    if before not in EARLY | {"then", "and"} and not opens_clause(view, at):
        return False
    if before in ("and", ",", "before", "until", "after") and (view.lower[at] in ("i", "it", "you") or before == "and"):
        return False
    return SUBJUNCTIVE.isdisjoint(view.lower[max(0, at - 8) : at]) and (before in EARLY or view.lower[-1] != "?")


def _there(view: View, at: int) -> int:
    """The word that shows the wrong number; 0 where there is none."""
    low = view.lower
    if at + 3 >= len(low) or (at and low[at - 1] not in STOPS | {",", "and", "but", "that", "because"}):
        return 0
    if low[at + 1] == "is" and low[at + 2] in MANY and low[at + 3] not in ("a", "an"):
        return at + 2
    if (
        low[at + 1] == "is"
        and low[at + 2] in NUMBERS - {"hundred"}
        and low[at + 3] in plurals()
        and plurals()[low[at + 3]].kind != "other"
    ):
        return at + 2
    single = low[at + 2] in ("a", "an") and low[at + 3] in nouns() and nouns()[low[at + 3]].kind == "thing"
    alone = at + 4 >= len(low) or low[at + 4] in STOPS | {"with"}
    return at + 2 if low[at + 1] == "are" and single and alone and low[at + 3] not in MASSES else 0


def _phrase(view: View, at: int) -> int:
    """The verb right after determiner and noun where it has the other number; 0 where there is none."""
    if at + 3 >= len(view.lower):
        return 0
    _, noun, verb = view.lower[at : at + 3]
    if view.forms[at + 1] != noun or view.forms[at + 2] != verb:
        return 0
    if verb in SINGULAR and (
        noun in plurals() or noun in PEOPLE - {"people"} or (noun == "people" and view.lower[at] != "the")
    ):
        return at + 2
    one = noun in nouns() and nouns()[noun].kind in ("thing", "person") and nouns()[noun].plural != noun
    return (
        at + 2
        if one and verb in PLURAL and view.lower[at] in ("the", "my", "your", "our", "their", "his", "its")
        else 0
    )
