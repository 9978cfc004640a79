"""LIN116."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import adjective_ending, noun, nouns, words
from mtqa.text.lexicon import zipf
from mtqa.text.morphology import PLURAL, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

NUMERALS = words("""
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend viele wenige einige
mehrere vielen wenigen einigen mehreren
""")
DATIVE = words("mit von aus bei seit nach")
ACCUSATIVE = words("für durch gegen ohne")
ALIKE = cells("Pnga")
"""A plural whose dative has an *-n* of its own (*Jahre, Jahren*)."""

YEAR = 4
"""Digits of a number that may be a year (*seit 1914 Wechselkurse …*)."""

OLD = cells("Md Nd")
UNITS = words("Prozent Uhr Euro Dollar Grad Mann Mal Stück Meter Kilo Drittel Viertel Cent Pfund")


@check(
    "LIN116",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=DATIVE | ACCUSATIVE,
    target_langs=("de",),
    priority=55,
    examples=[
        Example("for ten years", "für zehn Jahre, seit zehn Jahren"),
        Example("with 30 percent, at two o'clock", "mit 30 Prozent, seit zwei Uhr", note="units have no plural"),
        Example("for children under three", "für Kinder unter drei Jahren"),
        Example("for over three years", "seit über drei Jahren"),
        Example("with two women, from four colleagues", "mit zwei Frauen, von vier Kollegen"),
        Example("from a 200 year old source", "von 200 Jahre alten Quellen", note="an accusative of measure"),
        Example("too many attacks, up to two years", "zu viele Angriffe, bis zu zwei Jahre"),
        Example("for two of the children", "für zwei der Kinder"),
        Example("through three doors", "durch drei Türen, gegen zwei Brüder"),
        Example("after 16 years of marriage", "nach 16 Jahren Ehe"),
        Example("for ten years", "Er blieb ⟦für zehn Jahren⟧."),
        Example("since three years", "Er wohnt hier ⟦seit drei Jahre⟧."),
        Example("with two children", "eine Frau ⟦mit zwei Kinder⟧"),
        Example("after 16 years", "⟦Nach 16 Jahre⟧ war es vorbei."),
        Example("from many countries", "Leute ⟦aus vielen Länder⟧"),
        Example("against four houses", "Es stieß ⟦gegen vier Häusern⟧."),
        Example("for several days", "⟦für mehrere Ländern⟧ gekocht"),
        Example("bag of cards, with colleagues", "mit Karten, von Kollegen, mit Autos, aus Brettern"),
        Example("with nine passengers", "Es fuhr ⟦mit neun Passagiern⟧ ab."),
        Example("She came with friends from school.", "Sie kam ⟦mit Freunde⟧ aus der Schule."),
        Example("with five little houses", "⟦mit fünf kleinen Häuser⟧"),
    ],
)
def numeral_case(unit: Unit) -> Iterator[Hit]:
    """After a preposition and a number the noun has not the case that the preposition asks for.

    *Seit, mit, nach …* take the dative, and its plural ends in *-n* (*seit drei Jahren*); *für, gegen …* do not take it
    (*für zehn Jahre*).
    """
    view = unit.target
    if (DATIVE | ACCUSATIVE).isdisjoint(view.words):
        return
    for at, low in enumerate(view.lower):
        if low in DATIVE or low in ACCUSATIVE:
            last = _noun(view, at + 1) or (_plain(view, at + 1) if low in BARE else 0)
            if last and _wrong(view.forms[last], dative=low in DATIVE):
                span = span_of(view, at, last + 1)
                case = "dative" if low in DATIVE else "accusative"
                yield Hit(span, f"„{low}“ asks for the {case}.", "", 0.9)


def _noun(view: View, at: int) -> int:
    """The noun after a number that begins at the token; 0 where there is none."""
    forms = view.forms
    if at + 1 >= len(forms):
        return 0
    if view.lower[at] not in NUMERALS and not (forms[at].isdigit() and forms[at] != "1" and len(forms[at]) < YEAR):
        return 0
    place = at + 1
    while place < len(forms) and adjective_ending(forms[place]):
        place += 1
    if place >= len(forms) or not forms[place][0].isupper() or not forms[place].isalpha():
        return 0
    after = forms[place + 1] if place + 1 < len(forms) else ""
    return 0 if after[:1].isupper() or after in ("-", "‐", "/") or after.startswith(("alt", "lang")) else place


def _plain(view: View, at: int) -> int:
    """The noun that stands right behind the preposition, in the middle of a sentence; 0 where there is none."""
    forms = view.forms
    if at + 1 >= len(forms) or not forms[at][0].isupper() or not forms[at].isalpha() or view.lower[at] == forms[at]:
        return 0
    after = forms[at + 1]
    if after[0].isupper() or after in STOPPERS or forms[at] == "Hause":
        return 0
    return 0 if at > 1 and forms[at - 2] in QUOTES else at


STOPPERS = frozenset('-‐/&“”"»„') | {"ohne"}
QUOTES = frozenset('„“”"»«:-–,(')
BARE = words("mit von aus bei")


def _wrong(word: str, *, dative: bool) -> bool:
    entry = noun(word)
    if entry is None:
        return (
            nouns().get(word[:-1], {}).get("plural") == f"{word[:-1]}e" and word.endswith("n") and not zipf(word, "de")
        )
    if word in UNITS:
        return False
    if dative:
        return entry.cells & PLURAL == ALIKE and not entry.cells & ~OLD & ~PLURAL and word[-1] in "erl"
    return entry.cells & PLURAL == cells("Pd")
