"""LIN001 garbled-phrase."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.judge.evidence import Evidence
from mtqa.judge.spans import Stretch, stretches

NAMED = 3
"""How many words a message names."""


@check(
    "LIN001",
    category="linguistic-conventions/unintelligible",
    severity=Severity.MINOR,
    needs=("source", "pack", "evidence", "roughness"),
    priority=10,
    options={"rough": 0.3},
    examples=[
        Example(
            "They bought the house for a paltry sum.", "Sie kauften das Haus für ⟦eine düstere⟧ Summe.", roughness=0.4
        ),
        Example(
            "The chef garnished the soup with chives.", "Der Koch garnierte die Suppe mit ⟦Fesseln⟧.", roughness=0.4
        ),
        Example("The crowd jeered the referee.", "Die Menge ⟦jubelte⟧ den Schiedsrichter aus.", roughness=0.4),
        Example(
            "They bought the house for a paltry sum.",
            "Sie kauften das Haus für eine düstere Summe.",
            note="the same in a document without other errors: one odd word proves nothing",
        ),
        Example("The children were playing in the garden.", "Die Kinder spielten im Garten.", roughness=0.4),
        Example(
            "The weather was fine, and the guests stayed until midnight.",
            "Das Wetter war schön, und die Gäste blieben bis Mitternacht.",
            roughness=0.4,
        ),
    ],
)
def garbled_phrase(unit: Unit, *, rough: float = 0.3) -> Iterator[Hit]:
    """Words that neither the context nor the source explains: the phrase says nothing, or something else.

    A word counts that the language model has never seen after the word before it, nor with the word after it, and that no
    source word supports; neighbouring ones are joined into one phrase. Good translators are free, and their words are
    often of that kind; so the check speaks only in documents where checks that know their reason found real errors in more
    than `rough` of the segments. Even there only about half of its findings are right, which is why it is minor.
    """
    row = unit.evidence
    if row is None or not row.has_lexicon or unit.roughness < rough:
        return
    for stretch in stretches(row):
        if any(_meaning_is_known(unit, row, at) for at in stretch.words):
            yield _hit(unit, row, stretch)


def _meaning_is_known(unit: Unit, row: Evidence, at: int) -> bool:
    """Whether the lexical table knows what the word stands for: of others it cannot say that nothing supports them."""
    if unit.pack is None:
        return False
    table = unit.pack.lexicon(unit.segment.target_lang, unit.segment.source_lang)
    return bool(table.translations(row.target.lower[at]) or table.translations(row.target.bases[at]))


def _hit(unit: Unit, row: Evidence, stretch: Stretch) -> Hit:
    tokens = row.target.tokens
    words = [f"„{tokens[at].text}“" for at in stretch.words[:NAMED]]
    verb, those = ("is", "it") if len(words) == 1 else ("are", "them")
    reason = f"{' and '.join(words)} {verb} {_unlikely(unit, row, stretch)}; nothing in the source supports {those}."
    return Hit(
        Span(tokens[stretch.first].start, tokens[stretch.last].end), reason, confidence=0.5,
        category="accuracy/mistranslation",
    )  # fmt: skip


def _unlikely(unit: Unit, row: Evidence, stretch: Stretch) -> str:
    before = row.target.tokens[max(0, stretch.words[0] - 2) : stretch.words[0]]
    if not before:
        return "unlikely at the beginning of the sentence"
    return f"unlikely after „{unit.segment.target[before[0].start : before[-1].end]}“"
