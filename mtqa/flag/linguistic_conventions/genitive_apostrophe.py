"""LIN050."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"(?<![\w'’-])([A-ZÄÖÜ](?:[a-zäöüß]{2,}|[A-Z]{1,5}))['’‘`´]s(?![\w'’])")
SIGN = re.compile(r"['’‘`´]s")
SIBILANTS = ("s", "ß", "x", "z", "ce")
PRONOUN = frozenset("Wie Was Wo Wer Wenn Da So Ob Ich Du Er Wir Nun Jetzt Das Dass Hat Mach Gibt Geht".split())
"""Words behind which *'s* is short for *es*."""


@check(
    "LIN050",
    category="linguistic-conventions/punctuation",
    severity=Severity.NEUTRAL,
    signs="'’‘`´",
    pattern=SIGN,
    target_langs=("de",),
    priority=38,
    examples=[
        Example("Anna's house", "Annas Haus"),
        Example("Felix's house", "Felix’ Haus", note="behind a sibilant"),
        Example("How's it going?", "Wie geht's? Wenn's regnet, gibt’s Tee."),
        Example("McDonald's and Levi's", "McDonald's und Levi's", note="names of firms: the source has them so"),
        Example("Anna's house", "⟦Anna's⟧ Haus"),
        Example("the CEO's office", "das Büro des ⟦CEO’s⟧"),
        Example("the news", "die neuesten ⟦Info's⟧"),
    ],
)
def genitive_apostrophe(unit: Unit) -> Iterator[Hit]:
    """An apostrophe stands before the s of a German genitive or plural, as in English.

    German writes *Annas Haus*, *die Infos*. Since 2024 the official rules tolerate the apostrophe in names of firms
    (*Eva's Blumenladen*), so this is neutral; on common nouns and acronyms it is wrong.
    """
    text = unit.target.masked
    for match in WORD.finditer(text):
        word = match[1]
        if word in PRONOUN or _foreign(unit, match):
            continue
        mended = f"{word}’" if word.endswith(SIBILANTS) else f"{word}s"
        common = zipf(word, "de") > 3 and word.isupper()
        severity = Severity.MINOR if common else None
        yield Hit(Span(*match.span()), f"German writes „{mended}“.", mended, 0.8, severity)


def _foreign(unit: Unit, match: re.Match[str]) -> bool:
    """Whether it is a name of the source: one before no noun (*at McDonald's*), or with the same word behind it."""
    source = unit.segment.source
    if not (there := re.search(rf"(?i){match[1]}['’‘]s(?P<after>$|\W+\w+)", source)):
        return False
    behind = re.match(r"\W+(\w+)", unit.segment.target[match.end() :])
    after = there["after"].strip().lower()
    if not after or not source[there.end(0) - len(there["after"]) :][:1].isspace():
        return True
    word = re.sub(r"\W", "", after)
    return word in FOLLOWING or (behind is not None and behind[1].lower() == word)


FOLLOWING = frozenset("and or in on at is was has".split())
