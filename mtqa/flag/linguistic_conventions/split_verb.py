"""LIN105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.clauses import BOUNDARIES, COORDINATORS, OPENERS, SUBORDINATORS, attributive
from mtqa.knowledge.grammar import adjective_ending
from mtqa.knowledge.verbs import joined_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View


EITHER = frozenset(("um", "über", "durch", "unter", "hinter", "wider"))
"""Prefixes of verbs that are not split as well (*man umgeht es*)."""


@check(
    "LIN105",
    category="linguistic-conventions/word-order",
    severity=Severity.MAJOR,
    words=joined_forms,
    target_langs=("de",),
    priority=56,
    examples=[
        Example("the chance that this presents", "die Chance, die dies darstellt"),
        Example("When the meeting takes place, …", "Wenn das Treffen stattfindet, kommen alle."),
        Example("What takes place here is new.", "Was hier stattfindet, ist neu."),
        Example("He acknowledges it.", "Er übersetzt das Buch und unterstützt uns.", note="never split"),
        Example("a menu that can be called up", "Das nachfolgte Fenster zeigt es.", note="before a noun"),
        Example("performs the reset", "Der Administrator die Aktion durchführt", note="cut out of a clause"),
        Example("Until the vote takes place", "Bis die Wahl stattfindet"),
        Example("This presents Putin with a chance.", "Dieser Unterschied ⟦darstellt⟧ Putin eine Gelegenheit."),
        Example("the revived army", "Das wiederbelebte nordkoreanische Heer siegte.", note="an adjective"),
        Example("If the war ends, that presents …", "Wenn der Krieg endet, ⟦darstellt⟧ das eine Gelegenheit."),
        Example("The meeting takes place today.", "Das Treffen ⟦stattfindet⟧ heute."),
        Example("They called us yesterday.", "Sie ⟦anriefen⟧ uns gestern."),
    ],
)
def split_verb(unit: Unit) -> Iterator[Hit]:
    """A separable verb stands in one piece where its prefix belongs to the end.

    In a main clause the finite verb is second and its prefix last: *stellt … dar*, not *darstellt*. In one piece the form
    is right only at the end of a subordinate clause; the check speaks where nothing before it can have opened one.

    Measured on newstest2020: no finding in 4,254 human translations.
    """
    forms = joined_forms()
    for at, low in enumerate(unit.target.lower):
        if (
            low in forms
            and at
            and forms[low].prefix not in EITHER
            and not low.startswith("anerk")
            and not _adjective(unit.target, at)
            and _main_clause(unit.target.lower, at)
        ):
            verb, token = forms[low], unit.target.tokens[at]
            apart = f"{low.removeprefix(verb.prefix)} … {verb.prefix}"
            message = f"In a main clause „{verb.verb}“ is split: „{apart}“."
            yield Hit(Span(token.start, token.end), message, "", 0.92)


def _adjective(view: View, at: int) -> bool:
    """Whether it is, or may be, an adjective of the noun after it or after one more adjective."""
    second = (
        view.lower[at].endswith(("te", "ten")) and adjective_ending(view.lower[at + 1])
        if at + 1 < len(view.lower)
        else ""
    )
    return bool(second) or attributive(view, at)


def _main_clause(lower: list[str], at: int) -> bool:
    """Whether nothing before the verb can have opened a subordinate clause, and none ends with it."""
    if (
        lower[at - 1] in COORDINATORS
        or lower[at + 1 : at + 2] == ["und"]
        or at + 1 == len(lower)
        or lower[at + 1] in BOUNDARIES
    ):
        return False
    if lower[at - 1] == ",":
        return lower[at + 1] not in COORDINATORS and ("," in lower[: at - 1] or lower[0] in SUBORDINATORS)
    return not any(low in OPENERS or low in BOUNDARIES or low == "-" for low in lower[:at])
