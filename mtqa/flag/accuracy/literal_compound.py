"""ACC105 literal-compound."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.knowledge import breaks_rules, broken
from mtqa.knowledge.rules import Rule


@check(
    "ACC105",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=breaks_rules,
    needs=("source",),
    priority=55,
    examples=[
        Example(
            "We were stuck in a traffic jam for hours.", "Wir steckten stundenlang in ⟦einer Verkehrsmarmelade⟧ fest."
        ),
        Example("The think tank published a study.", "⟦Der Denkpanzer⟧ veröffentlichte eine Studie."),
        Example("They looked for the root cause of the fault.", "Sie suchten nach ⟦der Wurzelursache⟧ des Fehlers."),
        Example("We were stuck in a traffic jam for hours.", "Wir steckten stundenlang im Stau fest."),
        Example("The think tank published a study.", "Die Denkfabrik veröffentlichte eine Studie."),
        Example(
            "They looked for the root cause of the fault.", "Sie suchten nach der eigentlichen Ursache des Fehlers."
        ),
    ],
)
def literal_compound(unit: Unit) -> Iterator[Hit]:
    """A fixed expression of two nouns, or of adjective and noun, is put together from its parts.

    Each part is right and the whole is no word, or another one. The rules come from a hand-written table of English
    expressions, what engines make of them, and what they are called.
    """
    return broken(unit, "compounds", _say, 0.85)


def _say(source: str, target: str, right: str, rule: Rule) -> str:
    return f"„{target}“ puts “{source}” together word for word: {rule.meaning}. Better: {right}."
