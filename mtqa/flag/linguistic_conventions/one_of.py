"""LIN136."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.grammar import adjective_ending, noun, nouns, past_adjectives, words
from mtqa.text.hyphens import HYPHENS
from mtqa.text.lexicon import compound_parts
from mtqa.text.morphology import FEMININE, NOMINATIVE, PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

ONE = words("einer eines einem eine einen")
OF = words("der meiner deiner seiner ihrer unserer dieser")
ANY = words("vielen den mehreren zahlreichen diesen wenigen unzähligen")
"""Behind *von*: of how many it is one."""

GENDERS = {"eine": "F", "einen": "M", "einem": "MN", "eines": "MN", "einer": "MF"}
"""The genders that each form may have, some in the genitive or dative only."""
PERSONS = re.compile(
    r"(?:er|or|ist|ent|ant|eur|ling|loge|ur|at|ot|et|ekt|kind|mitglied|mensch|tier|star|fan|gast|profi|coach|arzt|anwalt|kollege"
    r"|freund|nachbar|chef|held|sekretär|naut|chirurg|bote|sklave|azubi|baby|vorbild)$",
    re.I,
)
"""Masculines and neuters of which one may be a woman: *eine der Abgeordneten, eine der besten Spieler*."""
SINGLE = words("einer eines einem")
"""The forms behind which a singular is sure to be wrong: *eine der Familie bekannte Frau*."""
JOINING = HYPHENS | frozenset("–/*:")
HEAD = 3
"""The fewest letters of the last part of a compound."""


@check(
    "LIN136",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    pairs=frozenset((one, of) for one in ONE for of in OF | {"von"}),
    target_langs=("de",),
    priority=55,
    examples=[
        Example("one of the reasons", "einer der Gründe, eines der größten Probleme"),
        Example("one of the family", "eine der Familie bekannte Frau, einer der Familie"),
        Example("one of the best", "einer der besten"),
        Example("one of the committee members", "einer der Ausschuss-Mitglieder"),
        Example("He trusts one of the men.", "Er traut einem der Männer."),
        Example("The wind blows through you.", "Nachts geht einem der Wind durch Mark und Bein.", note="a pronoun"),
        Example("one of the biggest problems", "Eines der größten Probleme ist, dass einer der Gründe fehlt."),
        Example(
            "one of the parks and doctors", "Einer der Parks ist neu, sie ist eine der Ärzte und eine der Superstars."
        ),
        Example("one of the players", "Sie ist eine der Spieler, die eine der Experten nannte.", note="a woman"),
        Example("one of many topics", "Es ist nur eines von vielen Gesprächsthemen."),
        Example("one of the biggest problems", "⟦Eine der größten Probleme⟧ ist der Verkehr.", note="another gender"),
        Example("one of many topics", "Es wird auf ⟦einen von vielen Gesprächsthemen⟧ beschränkt."),
        Example("one of the oldest cities", "Rom ist ⟦eines der ältesten Städte⟧."),
        Example("one of the reasons", "Das ist ⟦einer der Grund⟧, warum ich ging."),
        Example("one of the biggest problems", "⟦Eines der größten Problem⟧ ist der Verkehr."),
        Example("one of his friends", "Er sprach mit ⟦einem seiner Freund⟧."),
    ],
)
def one_of(unit: Unit) -> Iterator[Hit]:
    """Behind *einer der, eines der* stands a singular, or a noun of another gender.

    One of several is chosen, so the noun is a plural (*einer der Gründe, einer von vielen Gründen*), and what is chosen has the
    noun's gender: *eines der Probleme*. Of persons it may be either.
    """
    view = unit.target
    for at in range(len(view.lower) - 2):
        if view.lower[at] not in ONE:
            continue
        choice = view.lower[at + 1]
        start = at + 2 if choice in OF else at + 3 if choice == "von" and view.lower[at + 2] in ANY else 0
        sure = view.lower[at] in SINGLE and (view.lower[at], choice) != ("einem", "der")  # nachts geht einem der Wind …
        last = _lone_singular(view, start) if choice in OF and sure else 0
        other = _other_gender(view, view.lower[at], start) if start and not last else 0
        if last:
            yield Hit(span_of(view, at, last + 1), f"„{view.forms[last]}“ should be a plural.", "", 0.9)
        elif other:
            message = f"„{view.forms[at]}“ does not have the gender of „{view.forms[other]}“."
            yield Hit(span_of(view, at, other + 1), message, "", 0.88)


def _other_gender(view: View, one: str, at: int) -> int:
    """The plural behind adjectives if it has a gender that the form of *ein* cannot have; 0 otherwise."""
    at = past_adjectives(view.forms, at)
    if at >= len(view.forms):
        return 0
    gender, singular = plural_of(view.forms[at])
    if not gender or gender in GENDERS[one] or PERSONS.search(singular):
        return 0
    return 0 if _goes_on(view, at) else at


def _goes_on(view: View, at: int) -> bool:
    """Whether the noun is part of something longer: a compound, a name, a phrase with a participle."""
    after = view.forms[at + 1] if at + 1 < len(view.forms) else "."
    if after.islower():
        return bool(adjective_ending(after))
    return after[0].isalnum() or after in JOINING


@lru_cache(1 << 12)
def plural_of(form: str) -> tuple[str, str]:
    """Gender and singular of a plural (of a compound its head's); empty where it is not known or may be a singular too."""
    entry = noun(form)
    if entry is None or entry.cells & ~PLURAL & NOMINATIVE:
        return "", ""
    for cut in range(max(1, len(form) - HEAD + 1)):
        found = _plurals().get(form[cut:].capitalize())
        if found and (not cut or compound_parts(form, "de")):
            return found
    return "", ""


@cache
def _plurals() -> dict[str, tuple[str, str]]:
    """Plural, also with the *n* of the dative -> the noun's gender and singular; those of two genders left out."""
    found: dict[str, tuple[str, str]] = {}
    twice = set()
    for singular, row in nouns().items():
        for plural in row["plural"].split():
            for form in {plural, plural if plural.endswith(("n", "s")) else plural + "n"}:
                if found.setdefault(form, (row["gender"], singular))[0] != row["gender"]:
                    twice.add(form)
    return {form: one for form, one in found.items() if form not in twice and len(one[0]) == 1}


def _lone_singular(view: View, at: int) -> int:
    """The noun behind adjectives if it is a masculine or neuter singular and nothing else; 0 otherwise."""
    at = past_adjectives(view.forms, at)
    if at >= len(view.forms) or not view.forms[at][0].isupper() or view.forms[at].endswith("e"):
        return 0
    entry = noun(view.forms[at])
    if entry is None or not entry.cells & NOMINATIVE or _goes_on(view, at):
        return 0  # what is a genitive alone may be a foreign plural: einer der Parks
    return at if not entry.cells & (FEMININE | PLURAL) else 0
