"""ACC102 literal-rendering."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.knowledge import breaks_rules, broken
from mtqa.knowledge.rules import Rule


@check(
    "ACC102",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=breaks_rules,
    needs=("source",),
    examples=[
        Example("The minister seethed over the decision.", "Der Minister ⟦stürmte⟧ über die Entscheidung."),
        Example("He called off the wedding.", "Er hat die Hochzeit ⟦abgerufen⟧."),
        Example("Neighbours chipped in to buy a new roof.", "Nachbarn haben ⟦Chips⟧ für ein neues Dach gekauft."),
        Example("He called for help on the phone.", "Er rief am Telefon nach Hilfe.", note="help may be called for"),
        Example("Im Mittelalter war das anders.", "It was different in the Middle Ages.", "de", "en"),
        Example("Sie liest Krimis.", "She reads crime novels.", "de", "en", note="part of a right rendering"),
        Example("Sie liest einen Krimi.", "She is reading ⟦a crime⟧.", "de", "en"),
        Example("Sagen Sie nichts!", "Don't say anything!", "de", "en", note="no Sage"),
        Example("Tom schnitzt gerne Pfeifen.", "Tom likes carving pipes.", "de", "en", note="a noun, no verb"),
        Example(
            "Er behält sich vor, das Verfahren aufzuheben.",
            "He reserves the right to cancel the procedure.",
            "de",
            "en",
            note="not sich verfahren",
        ),
        Example("Sie zog nach Rhode Island.", "She moved to Rhode Island.", "de", "en", note="a name"),
        Example("Sie zog nach Island.", "She moved to ⟦the island⟧.", "de", "en"),
        Example("Das habe ich gar nicht gewusst.", "I did not know that.", "de", "en"),
        Example("The meeting was called off.", "Das Treffen wurde abgesagt."),
        Example("Neighbours chipped in to buy a new roof.", "Nachbarn legten für ein neues Dach zusammen."),
    ],
)
def literal_rendering(unit: Unit) -> Iterator[Hit]:
    """A word is rendered by what a dictionary says first, where it means something else.

    The table names, for each word, what engines write too literally, and the company that would make it right after all
    (beans may be ground, armies may not). The check is silent in that company, and where a right rendering stands in the
    target.
    """
    return broken(unit, "literal", _say, 0.75)


def _say(source: str, target: str, right: str, rule: Rule) -> str:
    return f"“{source}” means “{rule.meaning}” here; „{target}“ takes it literally. Better: {right}."
