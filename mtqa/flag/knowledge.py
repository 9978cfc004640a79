"""From a broken rule of a knowledge table to what a reviewer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mtqa.data import Span
from mtqa.flag.base import Hit, Unit
from mtqa.knowledge.match import Violation
from mtqa.knowledge.rules import Rule

SHOWN = 3
"""How many right renderings a message names."""


def broken(unit: Unit, kind: str, say: Callable[[str, str, str, Rule], str], confidence: float) -> Iterator[Hit]:
    """A hit for each rule of ``kind`` that the unit breaks; ``say(source words, target words, right ones, rule)``."""
    for violation in unit.violations:
        if violation.rule.kind != kind or _otherwise_supported(unit, violation):
            continue
        span = _span(unit, violation)
        words = unit.segment.source[
            unit.source.tokens[violation.source[0]].start : unit.source.tokens[violation.source[1] - 1].end
        ]
        right = ", ".join(f"„{text}“" for text in violation.rule.right[:SHOWN])
        yield Hit(span, say(words, unit.segment.target[span.start : span.end], right, violation.rule),
                  confidence=confidence)  # fmt: skip


def _span(unit: Unit, violation: Violation) -> Span:
    first, last = unit.target.tokens[violation.target[0]], unit.target.tokens[violation.target[1] - 1]
    return Span(first.start, last.end)


def _otherwise_supported(unit: Unit, violation: Violation) -> bool:
    """Whether the wrong rendering is the translation of some other source word, as the lexical table sees it."""
    evidence = unit.evidence
    if evidence is None or not evidence.has_lexicon or violation.target[1] - violation.target[0] > 1:
        return False
    at = violation.target[0]
    origin, strength = int(evidence.support_from[at]), float(evidence.support[at])
    return strength >= 0.02 and origin >= 0 and not violation.source[0] <= origin < violation.source[1]
