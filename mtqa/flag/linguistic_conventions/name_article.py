"""LIN149."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import words
from mtqa.knowledge.persons import full_name
from mtqa.text.hyphens import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FEMININE = words("""
Ukraine Schweiz Türkei Slowakei Mongolei Bundesrepublik Elfenbeinküste Antarktis Arktis Krim Bretagne Normandie Provence Toskana
Lombardei Champagne Pfalz Lausitz Eifel Nordsee Ostsee Karibik Sahara Donau Elbe Wolga Themse Bundeswehr EU NATO Nato UNO
""")
MASCULINE = words("Kreml Vatikan Donbass Donbas Kaukasus Balkan Gazastreifen Bundestag Bundesrat Rhein Schwarzwald")
NEUTER = words("Westjordanland Saarland Rheinland Ruhrgebiet Baltikum Pentagon Allgäu Mittelmeer")
PLURAL = words("USA Niederlande Philippinen Malediven Anden Vogesen Kanaren Balearen")
DATIVE = {"von": "vom", "bei": "beim", "zu": "zum", "aus": "aus dem", "mit": "mit dem", "seit": "seit dem"}
"""Prepositions with the dative alone, and how they and a masculine or neuter article are written."""
ACCUSATIVE = words("für gegen durch um")
BOTH = words("in auf über unter vor an hinter")
ELSEWHERE = words("nach")
"""*Nach* stands before names of places that have no article: *nach Bern, aber in die Schweiz*."""
BARE = words("und oder sowie bzw bis wie")
"""Where names are listed the article is often left out: *der Streit von EU und USA*."""
INTO = words("Ukraine Schweiz Türkei Slowakei Mongolei USA Niederlande Bundesrepublik EU")
"""Names that *in* leads to; it is *auf die Krim* and *an den Rhein*."""
JOINING = HYPHENS | frozenset("–/'’&*:")
"""What joins the name to another word."""
PREPOSITIONS = ACCUSATIVE | BOTH | ELSEWHERE | frozenset(DATIVE)
GENDER = {
    name: gender
    for gender, names in (("F", FEMININE), ("M", MASCULINE), ("N", NEUTER), ("P", PLURAL))
    for name in names
}
FORMS = {"F": ("der", "die"), "M": ("dem", "den"), "N": ("dem", "das"), "P": ("den", "die")}


@check(
    "LIN149",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    words=frozenset(map(str.lower, GENDER)),
    target_langs=("de",),
    priority=54,
    examples=[
        Example("a guest of the Kremlin", "ein Gast des Kremls, der vom Kreml kam"),
        Example("from Ukraine and Türkiye", "aus der Ukraine und in die Türkei"),
        Example("the dispute of the EU and the US", "der Streit von EU und USA um Zölle", note="a pair"),
        Example("a member of the UN, the EU and NATO", "ein Mitglied von UNO, EU und NATO", note="a list"),
        Example("made in USA", "das Siegel „Made in USA“ ist beliebt"),
        Example("the NATO states, an EU official", "mit Nato-Staaten und von EU-Beamten", note="a compound"),
        Example("USA Today reported", "Das berichtete die „USA Today“, bei USA Today"),
        Example("the situation in the Gaza Strip", "die Lage ⟦in Gazastreifen⟧ ist ernst", note="a masculine"),
        Example("an envoy of the Kremlin", "ein Gesandter ⟦von Kreml⟧"),
        Example("the envoy of the Kremlin, Peter Dmitriev", "der Gesandte ⟦von Kreml⟧, Peter Dmitriev, kam", note="a person"),
        Example("the war in Ukraine", "der Krieg ⟦in Ukraine⟧ dauert an"),
        Example("the expansion of NATO", "die Erweiterung ⟦von Nato⟧ seit 1990"),
        Example("sold to the United States", "Er flog ⟦nach USA⟧."),
        Example("made in Switzerland", "Es kommt ⟦aus Schweiz⟧."),
    ],
)  # fmt: skip
def name_article(unit: Unit) -> Iterator[Hit]:
    """A preposition stands before a name that German gives an article, without it.

    Most countries have none (*in Polen*), some have: *in der Ukraine, aus der Schweiz, in den USA, vom Kreml*. English and an
    engine that follows it leave it out. Pairs and lists, compounds and titles are left alone.
    """
    view = unit.target
    for at in range(1, len(view.forms)):
        if view.forms[at] in GENDER and view.lower[at - 1] in PREPOSITIONS and _stands_alone(view, at):
            name = view.forms[at]
            right = _right(view.lower[at - 1], name)
            right = right.capitalize() if view.forms[at - 1][0].isupper() else right
            message = f"„{name}“ has an article" + (f": „{right} {name}“." if right else ".")
            yield Hit(span_of(view, at - 1, at + 1), message, f"{right} {name}" if right else "", 0.85)


def _stands_alone(view: View, at: int) -> bool:
    """Whether the name is no part of a compound, a title, a list or a heading."""
    after = view.forms[at + 1] if at + 1 < len(view.forms) else ""
    next_ = view.forms[at + 2] if at + 2 < len(view.forms) else ""
    listed = after == "," and next_[:1].isupper() and not _person(view, at + 2)
    if listed or after in BARE or after[:1].isupper() or after[:1].isdigit() or after in JOINING:
        return False
    if view.lower[at - 1] in ELSEWHERE and at == 1:
        return False  # of time: „Nach EU-Recht“
    return view.lower[at - 2 : at - 1] != ["made"] and sum(form[0].islower() for form in view.forms) > 1


def _person(view: View, at: int) -> bool:
    """Whether a person's first name and surname stand there, which no list of powers goes on with."""
    after = full_name(view, at)
    return after > 0 and view.lower[after : after + 1] not in (["und"], ["oder"], ["sowie"])


def _right(preposition: str, name: str) -> str:
    """Preposition and article, where the preposition alone tells the case."""
    gender = GENDER[name]
    dative, accusative = FORMS[gender]
    if preposition in ACCUSATIVE:
        return f"{preposition} {accusative}"
    if preposition in DATIVE:
        if preposition == "zu" and gender == "F":
            return "zur"
        return DATIVE[preposition] if gender in "MN" else f"{preposition} {dative}"
    return f"in {accusative}" if preposition in ELSEWHERE and name in INTO else ""
