"""LIN212."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.terms import span_of
from mtqa.knowledge.english import REFLEXIVES, forms_of
from mtqa.knowledge.grammar import words
from mtqa.knowledge.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

GERMAN = words("sich mich mir dich dir uns euch")
EMPHATIC = words("selbst selber")


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Form of a verb -> the word that must follow the pronoun (or nothing) -> what is right."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_table("en", "not_reflexive"):
        for form in forms_of(row["verb"]):
            found[form][row["after"]] = row["right"]
    return dict(found)


@check(
    "LIN212",
    category="linguistic-conventions/grammar",
    severity=Severity.MAJOR,
    words=REFLEXIVES,
    source_words=GERMAN,
    target_langs=("en",),
    priority=54,
    examples=[
        Example("Er beschwerte sich selbst.", "He complained himself.", "de", "en", note="he, nobody else"),
        Example("Er fragte sich, ob er sich wusch.", "He asked himself whether to wash himself.", "de", "en"),
        Example("Sie amüsierten sich.", "They enjoyed themselves.", "de", "en"),
        Example("Er entschied das selbst und freute sich.", "He decided himself and was happy.", "de", "en"),
        Example("Er erinnerte sich.", "He remembered himself as a child.", "de", "en", note="the object"),
        Example("Sie orientieren sich.", "They orient themselves by the stars.", "de", "en"),
        Example("Ich erinnere mich an ihn.", "I ⟦remember myself at⟧ him.", "de", "en"),
        Example("Beeilen Sie sich!", "They ⟦hurry themselves⟧.", "de", "en"),
        Example("Er beschwerte sich.", "He ⟦complained himself⟧ loudly.", "de", "en"),
        Example("Sie fühlt sich gut.", "She ⟦feels herself well⟧.", "de", "en"),
        Example("Er interessiert sich für Musik.", "He ⟦interests himself for⟧ music.", "de", "en"),
        Example("Das ereignete sich gestern.", "It ⟦happened itself⟧ yesterday.", "de", "en"),
    ],
)
def copied_reflexive(unit: Unit) -> Iterator[Hit]:
    """A verb has the reflexive pronoun of its German counterpart.

    *Sich erinnern, sich beeilen, sich fühlen* are plain verbs in English: *remember, hurry, feel*. Judged only where the source
    has a reflexive pronoun and no *selbst*. The table is ``mtqa/knowledge/en/not_reflexive.tsv``.
    """
    if GERMAN.isdisjoint(unit.source_words) or not EMPHATIC.isdisjoint(unit.source_words):
        return
    view = unit.target
    for at, (low, after) in enumerate(pairwise(view.lower)):
        if after in REFLEXIVES and low in _forms():
            following = view.lower[at + 2] if at + 2 < len(view.lower) else ""
            right = _forms()[low].get(following) or _forms()[low].get("")
            if right:
                end = at + 2 if following in _forms()[low] and following else at + 1
                yield Hit(
                    span_of(view, at, end + 1),
                    f"“{low}” is not reflexive in English: “{right}”.",
                    "",
                    0.88,
                )
