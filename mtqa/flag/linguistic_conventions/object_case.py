"""LIN128."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import noun, past_adjectives, words
from mtqa.knowledge.verbs import plural_forms, singular_forms, verbs
from mtqa.text.morphology import ACCUSATIVE, DATIVE, FEMININE, MASCULINE, NEUTER, PLURAL, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

SUBJECTS = words("ich er wir man du")
TRANSITIVE = words("""
haben sehen kaufen brauchen lesen schreiben essen trinken nehmen bauen öffnen hören kennen lieben suchen tragen treffen
verlieren verkaufen machen besitzen bekommen erhalten besuchen gewinnen verlassen benutzen verwenden holen kochen malen
spielen trinken vermissen werfen ziehen zeigen finden schließen entdecken erfinden
""")
DATIVE_VERBS = words(
    "helfen danken gefallen vertrauen begegnen antworten gratulieren widersprechen dienen schaden gehorchen nützen"
)
NOMINATIVE = words("ein der kein mein sein dieser jeder")
ACCUSATIVES = words("die das eine einen ihn diese meine seine")


@cache
def transitive_forms() -> frozenset[str]:
    """Finite forms of verbs with an accusative."""
    return _forms(TRANSITIVE) | {"gibt", "gab"}


@cache
def dative_forms() -> frozenset[str]:
    """Finite forms of verbs with a dative and nothing else."""
    return _forms(DATIVE_VERBS)


def _forms(infinitives: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for verb in (verbs()[one] for one in infinitives if one in verbs()):
        found.update(singular_forms(verb), plural_forms(verb), (verb.verb, verb.verb.removesuffix("n")))
    return frozenset(found)


def governing_forms() -> frozenset[str]:
    """Finite forms of the verbs whose object is looked at."""
    return transitive_forms() | dative_forms()


@check(
    "LIN128",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=governing_forms,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("He has a brother.", "Er hat einen Bruder."),
        Example("He has a house.", "Er hat ein Haus, und ich kaufe ein Boot."),
        Example("He has given it to the woman.", "Er hat der Frau das Buch gegeben."),
        Example("He has thought of the dead.", "Er hat der Opfer gedacht."),
        Example("There is a reason.", "Es gibt einen Grund. Gibt es keinen Zweifel?"),
        Example("He helps the woman.", "Er hilft der Frau. Er hilft das nicht mehr."),
        Example("There is no such house.", "Es gibt kein Haus und kein Messer."),
        Example("We have a knife.", "Wir haben ein Messer und ein Band."),
        Example("He has a son.", "Er hat ⟦ein Sohn⟧."),
        Example("I saw the man.", "Ich sah ⟦der Mann⟧ gestern."),
        Example("There is a reason.", "Es gibt ⟦ein Grund⟧ dafür."),
        Example("There is no proof.", "Es gibt ⟦kein Beweis⟧ dafür."),
        Example("He helps the woman.", "Er hilft ⟦die Frau⟧ oft."),
        Example("We bought a big table.", "Wir kauften ⟦ein großer Tisch⟧."),
        Example("I thanked the teacher.", "Ich dankte ⟦meine Lehrerin⟧."),
        Example("One needs a plan.", "Man braucht ⟦ein Plan⟧."),
    ],
)  # fmt: skip
def object_case(unit: Unit) -> Iterator[Hit]:
    """The object of a verb stands in the wrong case.

    *Ich sah den Mann, es gibt einen Grund, sie hilft der Frau*: English shows no case. The check looks at an object right
    behind a verb whose subject is the pronoun before it, and behind *es gibt*; only masculine nouns show an accusative.
    """
    view = unit.target
    if (SUBJECTS | {"es"}).isdisjoint(view.words):
        return
    for at in range(1, len(view.lower) - 2):
        low = view.lower[at]
        if low in transitive_forms() and (view.lower[at - 1] in SUBJECTS or _there_is(view, at)):
            last = _object(view, at + 1, NOMINATIVE)
            wrong = last and _masculine(view.forms[last], plural=view.lower[at + 1] in ("der", "dieser"))
        elif low in dative_forms() and view.lower[at - 1] in SUBJECTS:
            last = _object(view, at + 1, ACCUSATIVES)
            wrong = last and _no_dative(view, at + 1, last)
        else:
            continue
        if wrong:
            case = "accusative" if low in transitive_forms() else "dative"
            span = span_of(view, at + 1, last + 1)
            yield Hit(span, f"The object of „{view.forms[at]}“ stands in the {case}.", "", 0.88)


def _there_is(view: View, at: int) -> bool:
    return view.lower[at] in ("gibt", "gab") and view.lower[at - 1] == "es"


def _object(view: View, at: int, opening: frozenset[str]) -> int:
    """The noun of the phrase that begins at the token with one of the words; 0 where there is none."""
    if view.lower[at] not in opening or view.forms[at] != view.lower[at]:
        return 0
    place = past_adjectives(view.forms, at + 1)
    if place >= len(view.forms) or not view.forms[place][0].isupper() or not view.forms[place].isalpha():
        return 0
    after = view.forms[place + 1] if place + 1 < len(view.forms) else "."
    return 0 if after[0].isupper() or after in ("-", "‐", "/", "zu") else place


def _masculine(word: str, *, plural: bool) -> bool:
    """Whether the noun is a masculine and nothing else; ``plural``: whether it could be a genitive plural there."""
    entry = noun(word)
    others = FEMININE | NEUTER | (cells("Pg") if plural else 0)
    return entry is not None and bool(entry.cells & cells("Mn")) and not entry.cells & others


def _no_dative(view: View, at: int, last: int) -> bool:
    """Whether the phrase is an accusative of its noun that cannot be a dative."""
    entry = noun(view.forms[last])
    if entry is None:
        return False
    fitting = {"das": NEUTER, "einen": MASCULINE, "ihn": 0}.get(view.lower[at], FEMININE | PLURAL)
    return bool(entry.cells & fitting & ACCUSATIVE) and bool(entry.cells & DATIVE)
