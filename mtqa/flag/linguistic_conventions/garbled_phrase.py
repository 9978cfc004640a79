"""LIN001 garbled-phrase."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.clear import clear_stretches, of_known_words
from mtqa.flag.grammar_signs import sign_at
from mtqa.flag.reason import reason_for
from mtqa.judge.evidence import Evidence, Floats
from mtqa.judge.spans import Stretch, marked, stretches

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
            "The bride wore a veil of lace.",
            "Die Braut trug einen Schleier aus Schnürsenkel.",
            note="the same in a document without other errors: one odd word proves nothing",
        ),
        Example(
            "Labour is no longer a broad church.",
            "Die Arbeit ist nicht mehr ⟦eine breite Kirche⟧.",
            note="clearly wrong in whatever document it stands",
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
    for each word. Good translators are free, and no statistic tells free from wrong; so in documents that look good only what is
    clearly wrong is named, one segment in a hundred of good engines' news, and the check speaks its mind in
    documents that show to be rough by how many of their words look wrong (in thorough mode it names the worst words of good
    ones too). A phrase begins where a word's chance of being wrong reaches `seed` and goes on over neighbours that reach
    `join`; what counts is the chance that anything in it is wrong, which must reach `least`: several doubtful words in a row
    are an error as surely as a single bad one. Its confidence says how often such findings are right.
    """
    row = unit.evidence
    if row is None or not row.has_lexicon:
        return
    if unit.rough and len(unit.suspicion):
        yield from _of_rough(unit, row, seed, join, least)
    elif not unit.rough:
        yield from _of_good(unit, row, seed, join)


def _of_rough(unit: Unit, row: Evidence, seed: float, join: float, least: float) -> Iterator[Hit]:
    chances = of_known_words(unit, row, unit.suspicion, seed)
    for stretch in stretches(row, chances, seed, join):
        chance = marked(row, chances, stretch)
        if chance >= least:
            yield _hit(unit, row, stretch, unit.suspicion, chance=chance, grave=chance >= GRAVE)


def _of_good(unit: Unit, row: Evidence, seed: float, join: float) -> Iterator[Hit]:
    """What is clearly wrong, and beside that the worst words, under a thorough look."""
    said = [
        _hit(unit, row, one, row.rough, chance=one.chance, grave=one.chance >= GRAVE) for one in clear_stretches(unit)
    ]
    yield from said
    if len(unit.suspicion):
        for stretch in stretches(row, unit.suspicion, seed, join, bare=True):
            grave = stretch.chance >= GRAVE_WORD
            hit = _hit(unit, row, stretch, unit.suspicion, chance=_chance(unit, stretch), grave=grave)
            if not any(hit.span.overlaps(other.span) for other in said):
                yield hit


def _hit(unit: Unit, row: Evidence, stretch: Stretch, chances: Floats, *, chance: float, grave: bool) -> Hit:
    tokens, words = row.target.tokens, range(stretch.first, stretch.last + 1)
    span = Span(tokens[stretch.first].start, tokens[stretch.last].end)
    content = [
        at for at in words if tokens[at].is_word and row.target.lower[at] not in row.target.language.function_words
    ]
    grave = grave and bool(content)
    sign = sign_at(row, stretch.peak)
    category = "accuracy/mistranslation" if content else "linguistic-conventions/grammar"
    message = sign.message if sign else reason_for(unit, row, content, stretch.peak, chances, sure=grave)
    return Hit(
        span, message, confidence=round(chance, 2), severity=Severity.MAJOR if grave else Severity.MINOR,
        category=sign.category if sign else category,
    )  # fmt: skip


def _chance(unit: Unit, stretch: Stretch) -> float:
    """The chance that the worst word is wrong, as it was before a thorough look raised it."""
    return stretch.chance if unit.chances is None else float(unit.chances[stretch.first : stretch.last + 1].max())
