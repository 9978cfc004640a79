"""From a broken rule of a knowledge table to what a reviewer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mtqa.data import Span
from mtqa.flag.base import Hit, Unit
from mtqa.knowledge.match import Violation
from mtqa.knowledge.rules import Rule

SHOWN = 3
"""How many right renderings a message names."""
NEAR = 3
"""How far from the wrong words a word of the same phrase may stand."""


def breaks_rules(unit: Unit) -> bool:
    """Whether the unit breaks any rule of any kind."""
    return bool(unit.violations)


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
                  confidence=confidence, doubtful=violation.rule.doubtful)  # fmt: skip


def _span(unit: Unit, violation: Violation) -> Span:
    """The phrase a reader would mark.

    The wrong words, what renders the rest of the source phrase beside them, and the determiners before.
    """
    first, last = violation.target
    while (more := _beside(unit, violation, first, last)) is not None:
        first, last = min(first, more), max(last, more + 1)
    tokens, lower = unit.target.tokens, unit.target.lower
    while first > 0 and lower[first - 1] in unit.target.language.before_nouns:
        first -= 1
    return Span(tokens[first].start, tokens[last - 1].end)


def _beside(unit: Unit, violation: Violation, first: int, last: int) -> int | None:
    """A token near ``first`` to ``last``, with no mark between, that renders a word of the source phrase."""
    if unit.evidence is None or not unit.evidence.has_lexicon:
        return None
    tokens = unit.target.tokens
    places: list[int] = [*range(first - 1, max(-1, first - NEAR - 1), -1), *range(last, min(len(tokens), last + NEAR))]
    for at in places:
        low, high = (at, first) if at < first else (last, at + 1)
        if any(not token.text[0].isalnum() and token.text != "-" for token in tokens[low:high]):
            continue
        origin = int(unit.evidence.support_from[at])
        content = tokens[at].is_word and unit.target.lower[at] not in unit.target.language.function_words
        if content and violation.source[0] <= origin < violation.source[1]:
            return at
    return None


def _otherwise_supported(unit: Unit, violation: Violation) -> bool:
    """Whether the wrong rendering is the translation of some other source word, as the lexical table sees it."""
    evidence = unit.evidence
    if evidence is None or not evidence.has_lexicon or violation.target[1] - violation.target[0] > 1:
        return False
    at = violation.target[0]
    origin, strength = int(evidence.support_from[at]), float(evidence.support[at])
    return strength >= 0.02 and origin >= 0 and not violation.source[0] <= origin < violation.source[1]
