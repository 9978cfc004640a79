"""LIN220."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import SUBJECTS
from mtqa.knowledge.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterator

GERMAN = words("wenn falls sofern")
PAIRS = frozenset((one, "would") for one in SUBJECTS | {"it"})


@check(
    "LIN220",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    pairs=PAIRS,
    source_words=GERMAN,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Er fragte, ob sie kommen würde.", "He asked if she would come.", "de", "en", note="whether"),
        Example(
            "Ich wäre dankbar, wenn Sie kommen würden.",
            "I should be grateful if you would come.",
            "de",
            "en",
            note="polite",
        ),
        Example("wenn er nur kommen würde", "if only he would have come, as if he would have", "de", "en"),
        Example("wenn ich es wüsste", "If I knew, I would come.", "de", "en"),
        Example("Wenn er käme, würde ich gehen.", "Even if he came, I would go.", "de", "en"),
        Example(
            "Wenn ich Zeit gehabt hätte, wäre ich gekommen.",
            "⟦If I would have⟧ had time, I would have come.",
            "de",
            "en",
        ),
        Example("Wenn er reich wäre, würde er gehen.", "⟦If he would be⟧ rich, he would go.", "de", "en"),
        Example("Wenn wir das gewusst hätten!", "⟦If we would have⟧ known!", "de", "en"),
        Example("Wenn sie mehr hätte, wäre sie froh.", "She is glad ⟦if she would have⟧ more.", "de", "en"),
    ],
)
def would_in_condition(unit: Unit) -> Iterator[Hit]:
    """*Would* stands in an if-clause, as German *würde*.

    *Wenn ich es gewusst hätte, wenn er kommen würde*: English conditions have the past (*if I had known, if he came*), and
    *would* in the main clause alone.
    """
    if GERMAN.isdisjoint(unit.source_words) or "ob" in unit.source_words or "only" in unit.target.words:
        return
    low = unit.target.lower
    for at in range(len(low) - 3):
        if (
            low[at] == "if"
            and low[at + 1] in SUBJECTS | {"it"}
            and low[at + 2] == "would"
            and low[at + 3] in ("have", "be")
        ) and (at == 0 or low[at - 1] not in ("as", "asked", "wonder", "know")):
            span = span_of(unit.target, at, at + 4)
            yield Hit(span, "A condition has no “would” in English.", "", 0.85)
