"""LIN120 wrong-government."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.knowledge import breaks_rules, broken
from mtqa.knowledge.rules import Rule


@check(
    "LIN120",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    when=breaks_rules,
    needs=("source",),
    examples=[
        Example("He is allergic to nuts.", "Er ist ⟦allergisch zu⟧ Nüssen."),
        Example("She is proud of her sister.", "Sie ist ⟦stolz von⟧ ihrer Schwester."),
        Example("She is responsible for the garden.", "Sie ist ⟦verantwortlich zu⟧ dem Garten."),
        Example("He is allergic to nuts.", "Er ist allergisch gegen Nüsse."),
        Example("Her fear of dogs is well known.", "Ihre Angst vor Hunden ist bekannt."),
        Example("He told us of his fear.", "Er erzählte uns von seiner Angst."),
    ],
)
def wrong_government(unit: Unit) -> Iterator[Hit]:
    """A verb, noun or adjective goes with the preposition that the source language would use.

    What a word governs is a matter of the language: nobody is proud *von* a sister in German. The reader understands, and
    knows at once that nobody edited the text.
    """
    return broken(unit, "government", _say, 0.8)


def _say(source: str, target: str, right: str, rule: Rule) -> str:
    return f"„{target}“ follows the English “{source}”: {rule.meaning}. Better: {right}."
