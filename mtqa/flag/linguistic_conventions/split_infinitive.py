"""LIN145."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.clauses import clause_start
from mtqa.knowledge.grammar import words
from mtqa.knowledge.verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

PREFIXES = words("auf ein teil statt los zurück fort zusammen bei")
"""Prefixes that are judged when they stand apart; others are prepositions and adverbs as often."""
SURE = words("auf an ab aus ein teil statt los zurück fort zusammen vor mit nach her hin weg fest bei zu")
OTHERS = words("fing fingen fangen fängt hörte hörten hört hören gab gaben gibt geben hörst bot boten bietet höre auf")


@check(
    "LIN145",
    category="linguistic-conventions/spelling",
    severity=Severity.MINOR,
    words=("zu",),
    target_langs=("de",),
    priority=54,
    examples=[
        Example("You can see from here that", "Das ist von hier aus zu sehen.", note="aus is a preposition"),
        Example("to judge by it", "Dem Bericht nach zu urteilen, regnet es."),
        Example("to stand up", "Er bat sie aufzustehen, um mitzukommen."),
        Example("It was there to see.", "Er hatte da zu sein und weiter zu gehen."),
        Example("to begin with", "Damit ist zu rechnen, mit zu vielen Leuten."),
        Example(
            "He began working.",
            "Sie fingen an zu arbeiten, und er hörte auf zu reden.",
            note="the prefix of another verb",
        ),
        Example("He asked her to stand up.", "Er bat sie, ⟦auf zu stehen⟧."),
        Example("It is hard to get up.", "Es ist schwer, früh ⟦zu aufstehen⟧."),
        Example("to buy", "Sie ging, um ⟦ein zu kaufen⟧."),
        Example("to call her", "Er vergaß, sie ⟦zu anrufen⟧."),
        Example("to take part", "Es lohnt sich, ⟦teil zu nehmen⟧."),
    ],
)
def split_infinitive(unit: Unit) -> Iterator[Hit]:
    """An infinitive with *zu* is written in the wrong pieces.

    Separable verbs take *zu* inside: *aufzustehen*, neither *auf zu stehen* nor *zu aufstehen*.
    """
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        joined = low == "zu" and after in verbs() and verbs()[after].prefix in SURE and view.forms[at + 1] == after
        if joined and _last(view, at + 2):
            verb = verbs()[after]
            said = f"{verb.prefix}zu{after.removeprefix(verb.prefix)}"
            yield Hit(span_of(view, at, at + 2), f"The infinitive is „{said}“.", said, 0.9)
        elif after == "zu" and low in PREFIXES and view.forms[at] == low and _apart(view, at):
            said = f"{low}zu{view.lower[at + 2]}"
            yield Hit(span_of(view, at, at + 3), f"The infinitive is one word: „{said}“.", said, 0.85)


def _last(view: View, at: int) -> bool:
    """Whether the clause ends there: *zu aufgeregt* and *zu anrufen gewohnt* are something else."""
    return at >= len(view.lower) or view.lower[at] in ".,;!?"


def _apart(view: View, at: int) -> bool:
    """Whether prefix and verb make one verb, which ends the clause, and no other verb there may own the prefix."""
    if at + 2 >= len(view.lower) or not _last(view, at + 3):
        return False
    whole = view.lower[at] + view.lower[at + 2]
    before = view.lower[clause_start(view.lower, at) : at]
    earlier = view.lower[at - 1] if at else ","
    comma = clause_start(view.lower, at) > 0
    return (
        whole in verbs()
        and comma
        and OTHERS.isdisjoint(before)
        and earlier not in ("zu", "von", "bis")
        and not _owner(before, view.lower[at])
    )


def _owner(before: list[str], prefix: str) -> bool:
    """Whether a finite verb stands in the clause that the prefix may belong to."""
    return any(verb.prefix == prefix and (verb.present in before or verb.past in before) for verb in verbs().values())
