"""LIN001 garbled-phrase."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.grammar_signs import sign_at
from mtqa.flag.reason import reason_for
from mtqa.judge.evidence import Evidence, Floats
from mtqa.judge.spans import Stretch, marked, stretches

UNSUPPORTED = 1e-3
"""p(target | source) below which nothing in the source speaks for the word."""
GRAVE = 0.7
"""The chance from which a phrase with a word of content counts as major: three in four of such phrases by a hand not learned from
touch a major error, and two in three of those that touch one are such."""
GRAVE_WORD = 0.6
"""The raised chance from which a word of a good text does, under a thorough look."""


@check(
    "LIN001",
    category="linguistic-conventions/unintelligible",
    severity=Severity.MINOR,
    needs=("source", "pack", "evidence", "roughness"),
    priority=10,
    options={"seed": 0.2, "join": 0.12, "least": 0.44},
    examples=[
        Example(
            "They bought the house for a paltry sum.", "Sie kauften ⟦das Haus für eine düstere Summe⟧.", roughness=0.4
        ),
        Example("The plaintiff dropped the suit.", "Der Kläger hat ⟦den Anzug fallen gelassen⟧.", roughness=0.4),
        Example("The bride wore a veil of lace.", "Die Braut trug ⟦einen Schleier aus Schnürsenkel⟧.", roughness=0.4),
        Example(
            "Our train was held up by a fallen tree.",
            "Unser Zug wurde ⟦von einem gefallenen Baum hochgehalten⟧.",
            roughness=0.4,
        ),
        Example(
            "They bought the house for a paltry sum.",
            "Sie kauften das Haus für eine düstere Summe.",
            note="the same in a document without other errors: one odd word proves nothing",
        ),
        Example("The children were playing in the garden.", "Die Kinder spielten im Garten.", roughness=0.4),
        Example(
            "The trains run every ten minutes on weekdays.",
            "Werktags fahren die Züge alle zehn Minuten.",
            roughness=0.4,
        ),
        Example(
            "The government wants to lower taxes next year.",
            "Die Regierung will im nächsten Jahr die Steuern senken.",
            roughness=0.4,
        ),
    ],
)
def garbled_phrase(unit: Unit, *, seed: float = 0.2, join: float = 0.12, least: float = 0.44) -> Iterator[Hit]:
    """Words that do not say what the source says, or say nothing, as far as all evidence together can tell.

    A model that learned from rough translations with marked errors weighs how source, context and the written knowledge speak
    for each word. Good translators are free, and no statistic tells free from wrong; so the check speaks only in
    documents that show to be rough by how many of their words look wrong (in thorough mode it names the worst words of good
    ones too). A phrase begins where a word's chance of being wrong reaches `seed` and goes on over neighbours that reach
    `join`; what counts is the chance that anything in it is wrong, which must reach `least`: several doubtful words in a row
    are an error as surely as a single bad one. Its confidence says how often such findings are right.
    """
    row = unit.evidence
    if row is None or not row.has_lexicon or not len(unit.suspicion):
        return
    chances = _of_known_words(unit, row, seed)
    for stretch in stretches(row, chances, seed, join, bare=not unit.rough):
        chance = marked(row, chances, stretch) if unit.rough else _chance(unit, stretch)
        if chance >= least or not unit.rough:
            yield _hit(unit, row, stretch, chance)


def _of_known_words(unit: Unit, row: Evidence, seed: float) -> Floats:
    """The chances, below ``seed`` for words whose meaning no table knows: it cannot be said that nothing supports them."""
    if unit.pack is None or not unit.rough:  # what post-editors change in good texts are unknown words as well
        return unit.suspicion
    table = unit.pack.lexicon(unit.segment.target_lang, unit.segment.source_lang)
    high = np.flatnonzero((unit.suspicion >= seed) & (row.support < UNSUPPORTED))
    unknown = [at for at in high if row.target.lower[at] not in table and row.target.bases[at] not in table]
    chances = unit.suspicion.copy()
    chances[unknown] = np.minimum(chances[unknown], seed - 0.01)
    return chances


def _hit(unit: Unit, row: Evidence, stretch: Stretch, chance: float) -> Hit:
    tokens, words = row.target.tokens, range(stretch.first, stretch.last + 1)
    span = Span(tokens[stretch.first].start, tokens[stretch.last].end)
    content = [
        at for at in words if tokens[at].is_word and row.target.lower[at] not in row.target.language.function_words
    ]
    grave = bool(content) and (chance >= GRAVE if unit.rough else stretch.chance >= GRAVE_WORD)
    sign = sign_at(row, stretch.peak)
    category = "accuracy/mistranslation" if content else "linguistic-conventions/grammar"
    return Hit(
        span, sign.message if sign else reason_for(unit, row, content, stretch.peak, sure=grave), confidence=round(chance, 2),
        severity=Severity.MAJOR if grave else Severity.MINOR, category=sign.category if sign else category,
    )  # fmt: skip


def _chance(unit: Unit, stretch: Stretch) -> float:
    """The chance that the worst word is wrong, as it was before a thorough look raised it."""
    return stretch.chance if unit.chances is None else float(unit.chances[stretch.first : stretch.last + 1].max())
