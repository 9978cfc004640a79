"""LIN043."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACKETS = re.compile(r"[()\[\]{}]")
SMILEY = re.compile(r"(?<!\w)[:;=][-o^']?[()\[\]{}]+|\^\(")
ITEM = re.compile(r"(?:^|\s)(?:[a-zA-Z]|[ivx]{1,4}|\d{1,3})\)$")
CLOSES = {")": "(", "]": "[", "}": "{"}


@check(
    "LIN043",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    signs="()[]{}",
    priority=42,
    examples=[
        Example("He came (late) [again].", "Er kam (spät) [wieder]."),
        Example("a) first, b) second", "a) erstens, b) zweitens", note="a list"),
        Example("Nice :-) and sad :(", "Schön :-) und traurig :("),
        Example("the interval [0, 1)", "das Intervall [0, 1)", note="the source has it so"),
        Example("He came – late – again.", "Er kam (spät) wieder."),
        Example("Er kam (spät).", "He came (late).", "de", "en"),
        Example("He came (late) again.", "Er kam ⟦(⟧spät wieder."),
        Example("He came (late) again.", "Er kam spät⟦)⟧ wieder."),
        Example("the list [1] of names", "die Liste ⟦[⟧1⟦)⟧ der Namen"),
        Example("Er kam (spät).", "He came ⟦(⟧late.", "de", "en"),
    ],
)
def bracket_mismatch(unit: Unit) -> Iterator[Hit]:
    """A bracket is not closed, or closes nothing.

    The reader does not know where the remark ends. List items (*a)*), smileys, and brackets that stand alone in the
    source too (intervals, a remark over several segments) stay.
    """
    text = unit.target.masked
    lost = _unpaired(text)
    if not lost or _unpaired(unit.source.masked):
        return
    for at in lost:
        word = "closed" if text[at] in "([{" else "opened"
        yield Hit(Span(at, at + 1), f"This bracket is not {word}.", confidence=0.9)


def _unpaired(text: str) -> list[int]:
    """Where brackets without a partner stand, those of smileys and list items left out."""
    text = SMILEY.sub(lambda match: _without(match.group()), text) if SMILEY.search(text) else text
    stack: list[int] = []
    lost: list[int] = []
    for match in BRACKETS.finditer(text):
        if match.group() in "([{":
            stack.append(match.start())
        elif stack and text[stack[-1]] == CLOSES[match.group()]:
            stack.pop()
        elif not ITEM.search(text, max(0, match.start() - 6), match.end()):
            lost.append(match.start())
    return sorted(lost + stack)


def _without(text: str) -> str:
    """The smiley with blanks for its brackets."""
    return BRACKETS.sub(" ", text)
