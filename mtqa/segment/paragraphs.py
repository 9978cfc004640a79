"""Where paragraphs end: at blank lines, and at line breaks unless they only wrap a paragraph's text.

Whether a line break wraps is read off the text itself: in wrapped text a line ends where the next word would not have
fitted any more. One paragraph a line, headlines, lists and verse do not look so.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
NARROWEST, WIDEST = 40, 120
"""How long the longest line of a wrapped text may be."""
EVIDENCE = 3
"""How many line breaks must look like wrapping before a text is taken as wrapped …"""
SHARE = 0.7
"""… and which share of them; of those …"""
LOWER = 0.25
"""… this share must go on in lower case: verse does not."""
BULLET = re.compile(r"\s*[-*+•·▪‣◦]\s")
NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")
STOP = re.compile(r"[.!?:;…]\W*$")


def paragraphs(text: str) -> list[Range]:
    """The paragraphs' offsets in order, without the white space around them; none is empty."""
    runs = list(_runs(text))
    width = _wrap_width(text, runs)
    return [part for run in runs for part in _joined(text, run, width)]


def _runs(text: str) -> Iterator[list[Range]]:
    """Lines between blank lines, each without the white space around it."""
    run: list[Range] = []
    start = 0
    for stop in [*BREAK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if line := _stripped(text, start, end):
            run.append(line)
        elif run:
            yield run
            run = []
        start = stop.end() if stop else end
    if run:
        yield run


def _stripped(text: str, start: int, end: int) -> Range | None:
    line = text[start:end]
    left, right = len(line) - len(line.lstrip()), len(line.rstrip())
    return (start + left, start + right) if right else None


def _wrap_width(text: str, runs: list[list[Range]]) -> int:
    """The width that the text is wrapped to; 0 where it does not look wrapped."""
    width = max((end - start for run in runs for start, end in run), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    breaks = [pair for run in runs for pair in pairwise(run)]
    full = [after for before, after in breaks if _is_full(text, before, after, width)]
    lower = sum(text[start].islower() for start, _ in full)
    wrapped = len(full) >= max(EVIDENCE, SHARE * len(breaks)) and lower >= LOWER * len(full)
    return width if wrapped else 0


def _is_full(text: str, line: Range, after: Range, width: int) -> bool:
    """Whether the first word of the line ``after`` would not have fitted into ``line``."""
    word = len(text[after[0] : after[1]].split(None, 1)[0])
    return line[1] - line[0] + 1 + word > width


def _joined(text: str, run: list[Range], width: int) -> Iterator[Range]:
    start = run[0][0]
    for before, after in pairwise(run):
        if not (_wraps(text, before, after, width) if width else _goes_on(text, before, after)):
            yield start, before[1]
            start = after[0]
    yield start, run[-1][1]


def _wraps(text: str, before: Range, after: Range, width: int) -> bool:
    rest = text[after[0] : after[1]]
    item = BULLET.match(rest) or (NUMBER.match(rest) and STOP.search(text[before[0] : before[1]]))
    return not item and _is_full(text, before, after, width)


def _goes_on(text: str, before: Range, after: Range) -> bool:
    """Whether a single break is surely inside a sentence: after a long line without a stop comes lower case."""
    long = NARROWEST <= before[1] - before[0] <= WIDEST
    return long and text[after[0]].islower() and not STOP.search(text[before[0] : before[1]])
