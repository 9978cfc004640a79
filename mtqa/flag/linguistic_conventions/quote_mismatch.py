"""LIN044."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

DOUBLE = re.compile("[„“”\"»«]|(?<!\\w),,(?=\\w)|''|``")
INCH = re.compile(r"\d\s?(?:\"|''|″)")
PAIRS = {"„": '“”"', "“": '”"', "»": "«", "«": "»", '"': '"“”', "”": "”", ",,": "''\"“”", "``": "''"}
"""Opening marks and what may close them, whatever the locale: their kind is another check's business."""


@check(
    "LIN044",
    category="linguistic-conventions/punctuation",
    severity=Severity.NEUTRAL,
    pattern=DOUBLE,
    needs=("source",),
    default=False,
    priority=43,
    examples=[
        Example("He said “OK”.", "Er sagte „OK“."),
        Example("He said “OK” and “no”.", "Er sagte »OK« und »nein«."),
        Example("“It begins here and goes on.", "„Es beginnt hier und geht weiter.", note="over several segments"),
        Example("a 5\" pipe", "ein 5\"-Rohr", note="inches"),
        Example("The series Crown is good.", "Die Serie „Crown“ ist gut.", note="titles may get quotation marks"),
        Example("Er sagte „OK“.", "He said ‘OK’.", "de", "en"),
        Example("He said “OK” again.", "Er sagte ⟦„⟧OK wieder."),
        Example("He said “OK” again.", "Er sagte OK⟦“⟧ wieder."),
        Example("He said \"OK\" again.", "Er sagte ⟦\"⟧OK wieder."),
        Example("Er sagte „OK“ und ging.", "He said ⟦“⟧OK and left.", "de", "en"),
    ],
)  # fmt: skip
def quote_mismatch(unit: Unit) -> Iterator[Hit]:
    """A quotation is not closed, or closes nothing.

    Who says what cannot be told any more. Quotations are counted by spans, not by characters: „…“ has U+201C as its
    closing mark, which in English opens. Inches, apostrophes, and quotations that run over several segments in the
    source as well stay; where only the target's may do so, the finding is less sure. Neutral, for professional news
    translators forget one in 14 of 1,000 segments, and a reader hardly sees it.
    """
    text = unit.segment.target
    lost = unpaired(text)
    if len(lost) != 1 or _open(unit.segment.source):
        return
    sure = 0.5 if _runs_on(unit.segment.source, text, lost[0]) else 0.9
    yield Hit(Span(lost[0], lost[0] + 1), "This quotation mark has no partner.", confidence=sure)


def _runs_on(source: str, text: str, at: int) -> bool:
    """Whether the quotation may begin or end in another segment: the source's stands at that edge, and so does this mark."""
    if len(text.rstrip()) - at <= 2:
        return source.lstrip()[:1] in EDGES
    return source.rstrip().rstrip(".,!?…")[-1:] in EDGES or source.rstrip()[-1:] in EDGES


EDGES = frozenset("„“”\"»«'‘’")


def _open(source: str) -> bool:
    """Whether the source has a quotation, in double or single marks, that is not closed or not opened in it."""
    if unpaired(source):
        return True
    return len(SINGLE_OPENING.findall(source)) > len(SINGLE_CLOSING.findall(source))


SINGLE_OPENING = re.compile(r"(?:^|[\s(])['‘‚](?=\w)")
SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?…])['’‘](?!\w)")


def unpaired(text: str) -> list[int]:
    """Where double quotation marks without a partner stand."""
    inches = {match.end() - 1 for match in INCH.finditer(text)} if '"' in text or "″" in text else set()
    stack: list[tuple[str, int]] = []
    lost: list[int] = []
    for match in DOUBLE.finditer(text):
        mark, at = match.group(), match.start()
        if at in inches and not (stack and stack[-1][0] == '"'):
            continue
        if stack and mark in PAIRS[stack[-1][0]]:
            stack.pop()
        elif mark in PAIRS and not _closing(text, match):
            stack.append((mark, at))
        else:
            lost.append(at)
    return sorted(lost + [at for _, at in stack])


def _closing(text: str, match: re.Match[str]) -> bool:
    """Whether a mark that may open stands where only a closing one can: behind a word and before no other."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(before) and not before.isspace() and before not in "([–—-/„‚" and not after.isalnum()
