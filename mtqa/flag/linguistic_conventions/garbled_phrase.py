"""LIN001 garbled-phrase."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.grammar_signs import sign_at
from mtqa.flag.terms import quoted
from mtqa.judge.evidence import Evidence, Floats
from mtqa.judge.spans import Stretch, stretches
from mtqa.knowledge.graded import usual_renderings
from mtqa.knowledge.match import applying, buckets_of, has_right
from mtqa.knowledge.rules import Rule
from mtqa.lang.base import short

SHOWN = 3
"""How many other renderings a message names."""
UNSUPPORTED = 1e-3
"""p(target | source) below which nothing in the source speaks for the word."""
USUAL = 0.05
"""p(target | source) from which another rendering is worth naming."""
PHRASES = ("idioms", "literal", "senses")
"""The tables whose phrases of several words a message may name."""
GRAVE = 0.6
"""The chance from which a phrase with a word of content counts as major."""


@check(
    "LIN001",
    category="linguistic-conventions/unintelligible",
    severity=Severity.MINOR,
    needs=("source", "pack", "evidence", "roughness"),
    priority=10,
    options={"seed": 0.34, "join": 0.13},
    examples=[
        Example(
            "They bought the house for a paltry sum.", "Sie kauften ⟦das Haus für eine düstere Summe⟧.", roughness=0.4
        ),
        Example("The plaintiff dropped the suit.", "Der Kläger ⟦hat den Anzug fallen gelassen⟧.", roughness=0.4),
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
def garbled_phrase(unit: Unit, *, seed: float = 0.34, join: float = 0.13) -> Iterator[Hit]:
    """Words that do not say what the source says, or say nothing, as far as all evidence together can tell.

    A model that learned from rough translations with marked errors weighs how source, context and the written knowledge speak
    for each word. Good translators are free, and no statistic tells free from wrong; so the check speaks only in
    documents that show to be rough by how many of their words look wrong (in thorough mode it names the worst words of good
    ones too). A phrase begins where a word's chance of being wrong reaches `seed` and goes on over neighbours that reach
    `join`. Its confidence says how often such findings are right.
    """
    row = unit.evidence
    if row is None or not row.has_lexicon or not len(unit.suspicion):
        return
    for stretch in stretches(row, _of_known_words(unit, row, seed), seed, join, bare=not unit.rough):
        yield _hit(unit, row, stretch)


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


def _hit(unit: Unit, row: Evidence, stretch: Stretch) -> Hit:
    tokens, words = row.target.tokens, range(stretch.first, stretch.last + 1)
    span = Span(tokens[stretch.first].start, tokens[stretch.last].end)
    content = [
        at for at in words if tokens[at].is_word and row.target.lower[at] not in row.target.language.function_words
    ]
    grave = bool(content) and stretch.chance >= GRAVE
    sign = sign_at(row, stretch.peak)
    category = "accuracy/mistranslation" if content else "linguistic-conventions/grammar"
    return Hit(
        span, sign.message if sign else _reason(unit, row, stretch, content), confidence=round(_chance(unit, stretch), 2),
        severity=Severity.MAJOR if grave else Severity.MINOR, category=sign.category if sign else category,
    )  # fmt: skip


def _chance(unit: Unit, stretch: Stretch) -> float:
    """The chance that the phrase is wrong, as it was before a thorough look raised it."""
    return stretch.chance if unit.chances is None else float(unit.chances[stretch.first : stretch.last + 1].max())


def _reason(unit: Unit, row: Evidence, stretch: Stretch, content: list[int]) -> str:
    """What speaks most against the phrase, in the reader's words."""
    peak = max(content, key=lambda at: float(unit.suspicion[at]), default=stretch.peak)
    word = row.target.tokens[peak].text
    if not content:
        return f"The construction around „{word}“ is unlikely; compare it with the source."
    if row.support[peak] < UNSUPPORTED:
        return f"„{word}“ is {_unlikely(unit, row, peak)}; nothing in the source supports it."
    origin = int(row.support_from[peak])
    rule = _phrase_around(row, origin)
    if rule is not None:
        usual = ", ".join(quoted(text.lstrip("=").replace("*", "…"), row.target.lang) for text in rule.right[:SHOWN])
        return f"„{word}“ does not render “{rule.source.lstrip('=')}” ({rule.meaning}); usual: {usual}."
    source = row.source.tokens[origin].text
    others = _others(unit, row, peak, origin)
    also = f" “{source}” can also be {', '.join(f'„{other}“' for other in others)}." if others else ""
    return f"„{word}“ for “{source}” fits neither the sentence nor the source well.{also}"


def _phrase_around(row: Evidence, origin: int) -> Rule | None:
    """The longest phrase of the knowledge tables around a source word that means something of its own and is not rendered.

    *Run* alone can be much; *run out of* cannot.
    """
    found = [
        (end - start, rule)
        for bucket in buckets_of(row.source, short(row.target.lang))
        for rule in bucket.rules
        if rule.kind in PHRASES and len(rule.pattern) > 1 and rule.source.replace("=", "").replace(" ", "").isalpha()
        for start, end in applying(rule, row.source)
        if start <= origin < end and not has_right(rule, row.target)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _others(unit: Unit, row: Evidence, at: int, origin: int) -> list[str]:
    """Other usual renderings of the source word: by the graded dictionary, or by the lexical table where it lacks the word.

    None of a word without content: what „up“ means is the business of its verb.
    """
    if row.source.lower[origin] in row.source.language.function_words:
        return []
    own = {row.target.lower[at][:4], row.target.bases[at][:4]}
    langs = short(unit.segment.source_lang), short(unit.segment.target_lang)
    words = row.source.lower[origin], row.source.bases[origin]
    found = next(filter(None, (usual_renderings(word, *langs) for word in words)), [])
    if not found and unit.pack is not None:
        table = unit.pack.lexicon(*langs)
        listed = table.translations(words[0]) or table.translations(words[1])
        found = [word for word, chance in listed if chance >= USUAL]
    return [word for word in found if word.lower()[:4] not in own][:SHOWN]


def _unlikely(unit: Unit, row: Evidence, at: int) -> str:
    before = row.target.tokens[max(0, at - 2) : at]
    if not before:
        return "unlikely at the beginning of the sentence"
    return f"unlikely after „{unit.segment.target[before[0].start : before[-1].end]}“"
