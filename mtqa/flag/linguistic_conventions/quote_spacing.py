"""LIN004."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = 40
"""A quotation of so many characters is marked whole; of a longer one only the mark that is wrong."""

CURLY = re.compile(r"„[^„“”\"]*[“”]|“[^“”„\"]*”|‚[^‚‘’„]{1,80}‘|»[^»«]*«")
STRAIGHT = re.compile(r'"[^"]*"')


@check(
    "LIN004",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    signs='„“”"‚»',
    priority=40,
    examples=[
        Example("He said “yes”.", "Er sagte „Ja“."),
        Example("a 5\" pipe and a 6\" pipe", "ein 5\"-Rohr und ein 6\"-Rohr", note="inches"),
        Example("the “Spiegel” title", "der „Spiegel“-Titel („alt“)"),
        Example("“No,” he said, “never.”", "»Nein«, sagte er, »nie.«"),
        Example("« Oui », he said.", "« Oui », sagte er.", note="French custom; the source has the spaces as well"),
        Example("the „Zeit“ paper", "the “Zeit” paper (“old”)", "de", "en"),
        Example("those “root causes”, which", "diese⟦„ Wurzelursachen “⟧, die"),
        Example("He called it “art”.", "Er nannte es ⟦„ Kunst“⟧."),
        Example("He called it “art” again.", "Er nannte es ⟦„Kunst“⟧wieder."),
        Example("Er nannte es „Kunst“.", "He called it ⟦\" art\"⟧.", "de", "en"),
        Example(
            "He said “that nobody will ever know what had happened there” yesterday.",
            "Er sagte ⟦„ ⟧dass niemand je wissen wird, was dort geschehen war⟦ “⟧ gestern.",
        ),
    ],
)  # fmt: skip
def quote_spacing(unit: Unit) -> Iterator[Hit]:
    """A space is missing outside a quotation, or stands inside it.

    *diese„ Wurzelursachen “* reads as if the quotation were elsewhere, and a line may break between the mark and its
    word. German „…“, ‚…‘ and »…«, English “…” and straight marks are looked at. Inch signs, a following hyphen and all
    that the source does the same way are left alone.
    """
    text = unit.segment.target
    pattern = CURLY if '"' not in text else STRAIGHT
    if pattern is STRAIGHT and (text.count('"') % 2 or re.search(r'\\d"', text)):
        return
    for match in pattern.finditer(text):
        if len(match.group()) > 2:
            yield from _spaced(unit, match)


def _spaced(unit: Unit, match: re.Match[str]) -> Iterator[Hit]:
    text, (start, end) = unit.segment.target, match.span()
    inner = text[start + 1 : end - 1]
    before = start > 0 and text[start - 1].isalpha()
    after = re.match(r"[^\W\d_]{3,}", text[end:]) is not None
    wide_left, wide_right = inner[:1] == " ", inner[-1:] == " "
    if not (before or after or wide_left or wide_right) or _same_in_source(unit, wide=wide_left or wide_right):
        return
    message = "A space stands inside the quotation marks or is missing outside them."
    if end - start <= SHORT:
        mended = " " * before + text[start] + inner.strip() + text[end - 1] + " " * after
        yield Hit(Span(start, end), message, mended, 0.92)
        return
    if before or wide_left:
        yield Hit(Span(start, start + 1 + wide_left), message, " " * before + text[start], 0.92)
    if after or wide_right:
        yield Hit(Span(end - 1 - wide_right, end), message, text[end - 1] + " " * after, 0.92)


def _same_in_source(unit: Unit, *, wide: bool) -> bool:
    """Whether the source sets its quotation marks apart, too."""
    return wide and re.search(r"[«»„“\"] | [«»”“\"](?!\w)", unit.segment.source) is not None and (
        re.search(r"[«„“\"]\s[^\"“”»]*\s[»”“\"]", unit.segment.source) is not None
    )  # fmt: skip
