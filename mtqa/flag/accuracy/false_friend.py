"""ACC104 false-friend."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.knowledge import breaks_rules, broken
from mtqa.knowledge.rules import Rule


@check(
    "ACC104",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=breaks_rules,
    needs=("source",),
    priority=55,
    examples=[
        Example("It was one of the most consequential meetings.", "Es war ⟦eines der konsequentesten⟧ Treffen."),
        Example("The food was terrific.", "Das Essen war ⟦schrecklich⟧."),
        Example("Eventually the committee agreed.", "⟦Eventuell⟧ stimmte der Ausschuss zu."),
        Example("Eventually the committee agreed.", "Schließlich stimmte der Ausschuss zu."),
        Example("The food was terrible.", "Das Essen war schrecklich."),
        Example(
            "Possibly the committee will agree.", "Eventuell stimmt der Ausschuss zu.", note="eventuell is right here"
        ),
    ],
)
def false_friend(unit: Unit) -> Iterator[Hit]:
    """A word is rendered by one that looks alike and means something else.

    False friends and calques survive every spell checker, and a reader without the source is misled without noticing.
    """
    return broken(unit, "false_friends", _say, 0.85)


def _say(source: str, target: str, right: str, rule: Rule) -> str:
    return f"„{target}“ does not say “{source}”: {rule.meaning}. Better: {right}."
