"""ACC103 literal-idiom."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.knowledge import breaks_rules, broken
from mtqa.knowledge.rules import Rule


@check(
    "ACC103",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    when=breaks_rules,
    needs=("source",),
    priority=60,
    examples=[
        Example("Add a pinch of salt to the egg whites.", "Geben Sie eine Prise Salz zum Eiweiß.", note="real salt"),
        Example("Our shop is at 12 High Street, Oxford.", "Unser Laden: 12 High Street, Oxford.", note="an address"),
        Example("The bill is red meat for his supporters.", "Das Gesetz ist ⟦rotes Fleisch⟧ für seine Anhänger."),
        Example("The new rules are a red herring.", "Die neuen Regeln sind ⟦ein roter Hering⟧."),
        Example("She had to bite the bullet and pay.", "Sie musste in ⟦die Kugel beißen⟧ und zahlen."),
        Example("She had to bite the bullet and pay.", "Sie musste in den sauren Apfel beißen und zahlen."),
        Example(
            "The butcher sells red meat and fish.", "Der Metzger verkauft rotes Fleisch und Fisch.", note="no idiom"
        ),
        Example("Hand aufs Herz: Lesen Sie Kritiken?", "Hand on heart, do you read reviews?", "de", "en"),
        Example("Er nahm das Kind auf den Arm.", "He took the child in his arms.", "de", "en"),
        Example("Geh weg vom Fenster!", "Get away from the window!", "de", "en"),
        Example("Er hat nicht alle Tassen im Schrank.", "He does not have all ⟦cups in the cupboard⟧.", "de", "en"),
        Example("Die Tassen im Schrank klirrten.", "The cups in the cupboard rattled.", "de", "en"),
        Example("It was a piece of cake for her.", "Für sie war das ein Kinderspiel."),
    ],
)
def literal_idiom(unit: Unit) -> Iterator[Hit]:
    """An idiom is translated word for word.

    The reader gets meat, herrings and bullets where the source speaks of politics. The rules come from a hand-written table
    of idioms and figurative phrases with what engines make of them; on judged machine translations of news 97 % of what
    it finds was marked by an expert as well (58 of 60).
    """
    return broken(unit, "idioms", _say, 0.9)


def _say(source: str, target: str, right: str, rule: Rule) -> str:
    return f"“{source}” is an idiom ({rule.meaning}); „{target}“ is word for word. Better: {right}."
