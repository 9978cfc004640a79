"""LIN142."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import clause_end
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import finite_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

TIMES = words(
    "gestern langem längerem kurzem jahren monaten wochen tagen stunden heute anfang ende mitte jahrzehnten beginn vorgestern "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september "
    "oktober november dezember"
)
COUNTS = words("""
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf vielen einigen mehreren wenigen einem einer
""")
PERIODS = words("""
jahren monaten wochen tagen stunden minuten jahrzehnten jahr monat woche tag stunde jahrhunderten jahrhundert
""")


@check(
    "LIN142",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=("seid", "seit"),
    target_langs=("de",),
    priority=54,
    examples=[
        Example("You are here since yesterday.", "Ihr seid seit gestern hier."),
        Example("Be quiet!", "Seid leise, seit drei Uhr schläft er."),
        Example("since you were there", "Seit ihr da wart, ist es ruhig."),
        Example("you are two", "Ihr seid zwei, wir sind drei."),
        Example("since you came", "seit ihr hier seid"),
        Example("since yesterday", "Er ist ⟦seid⟧ gestern hier."),
        Example("for two years", "⟦Seid⟧ zwei Jahren wartet sie."),
        Example("You are late.", "⟦Ihr seit⟧ spät dran."),
        Example("for a long time", "Sie kennt ihn ⟦seid⟧ Langem."),
        Example("Are you ready?", "⟦Seit ihr⟧ bereit?"),
    ],
)
def seid_or_seit(unit: Unit) -> Iterator[Hit]:
    """*Seid* for *seit*, or *seit* for *seid*.

    *Seit* is a time (*seit gestern*), *seid* a form of *sein* (*ihr seid*).
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if low == "seid" and _time(view, at):
            right = "Seit" if view.forms[at] == "Seid" else "seit"
            yield Hit(span_of(view, at, at + 1), "Before a time stands „seit“.", right, 0.9)
        elif (low, after) == ("ihr", "seit") and _verb(view, at):
            yield Hit(span_of(view, at, at + 2), "The verb is „seid“.", f"{view.forms[at]} seid", 0.88)
        elif (low, after) == ("seit", "ihr") and at == 0 and view.lower[-1] == "?" and "," not in view.lower:
            yield Hit(span_of(view, at, at + 2), "The verb is „seid“.", "Seid ihr", 0.88)


def _time(view: View, at: int) -> bool:
    """Whether a length of time or a day follows, and no *ihr* stands near."""
    after = view.lower[at + 1]
    later = view.lower[at + 2] if at + 2 < len(view.lower) else ""
    counted = (after in COUNTS or after.isdigit()) and later in PERIODS
    return "ihr" not in view.words and (after in TIMES or counted)


def _verb(view: View, at: int) -> bool:
    """Whether *ihr seit* opens a clause that has no other verb."""
    opening = at == 0 or view.lower[at - 1] in ".!?,;:"
    inside = view.lower[at + 2 : clause_end(view.lower, at + 2)]
    after = view.lower[at + 2] if at + 2 < len(view.lower) else ""
    return (
        opening
        and not any(low in finite_forms() for low in inside)
        and after not in TIMES | COUNTS
        and not after.isdigit()
    )
