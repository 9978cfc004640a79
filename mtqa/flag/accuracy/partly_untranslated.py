"""ACC022."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import has_words, zipf
from mtqa.text.quotes import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 3
"""So many words in a row make a stretch that was left as it was."""

DISTANCE = 0.8
"""By how much more frequent a word must be in the source's language to be one of its words (Zipf scale)."""


@check(
    "ACC022",
    category="accuracy/untranslated",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=58,
    examples=[
        Example("He reads the Wall Street Journal daily.", "Er liest täglich das Wall Street Journal."),
        Example("the song “all you need is love”", "das Lied „all you need is love“", note="a title"),
        Example("in die Arme", "in die Arme", "de", "en", note="a copy of the whole"),
        Example("Der Film „Das Leben der Anderen“ lief.", "The film “Das Leben der Anderen” was on.", "de", "en"),
        Example("Click Save and then close it.", "Klicken Sie auf Save and then close it (Speichern und dann schließen).",
                note="explained"),
        Example("a state of the art system", "ein State-of-the-Art-System"),
        Example("Click save and then close the window.", "Klicken Sie auf Speichern und ⟦then close the window⟧."),
        Example("She said that the price is too high for us.", "Sie sagte, dass ⟦the price is too high⟧ für uns."),
        Example("Bitte lesen Sie zuerst das Handbuch.", "Please ⟦lesen Sie zuerst das Handbuch⟧.", "de", "en"),
    ],
)  # fmt: skip
def partly_untranslated(unit: Unit) -> Iterator[Hit]:
    """A stretch of three or more words of the source was left as it was.

    The engine gave up in the middle, or a translator missed a clause. Most of the words must be the source language's
    own; names, titles in quotation marks, and borrowed words are let go.
    """
    if len(unit.target.words & unit.source_words) < LEAST or not _shares(unit):
        return
    if unit.target.lang == unit.source.lang:
        return
    if not has_words(unit.target.lang) or not has_words(unit.source.lang):
        return
    quotes = quotations(unit.target)
    for first, after in _runs(unit):
        tokens = unit.target.tokens[first:after]
        span = Span(tokens[0].start, tokens[-1].end)
        if _foreign(unit, first, after) and not _meant(unit.segment.target, span, quotes):
            yield Hit(span, "These words of the source were not translated.", confidence=0.9)


def _shares(unit: Unit) -> bool:
    """Whether so many words in a row stand in the source, in any order: quickly told."""
    common, run = {word for word in unit.target.words & unit.source_words if word.isalpha()}, 0
    for word in unit.target.lower if common else ():
        run = run + 1 if word in common else 0
        if run == LEAST:
            return True
    return False


def _runs(unit: Unit) -> Iterator[tuple[int, int]]:
    """(first token, token after the last) of the longest stretches of words whose every three stand in the source so."""
    source, lower = unit.source.lower, unit.target.lower
    threes = set(zip(source, source[1:], source[2:], strict=False))
    first = None
    for at, three in enumerate([*zip(lower, lower[1:], lower[2:], strict=False), ("", "", "")]):
        if three in threes and all(word.isalpha() for word in three):
            first = at if first is None else first
        elif first is not None:
            if at + LEAST - 1 - first < len(lower):
                yield first, at + LEAST - 1
            first = None


def _meant(text: str, span: Span, quotes: list[tuple[int, int]]) -> bool:
    """Whether the words are quoted, stand in brackets, or are explained in brackets after them."""
    if any(start <= span.start and span.end <= end for start, end in quotes):
        return True
    opened = text.rfind("(", 0, span.start) > text.rfind(")", 0, span.start)
    return opened or text[span.end :].lstrip(' .,:;)“”"').startswith("(")


def _foreign(unit: Unit, first: int, after: int) -> bool:
    """Whether most of the words are the source language's own, and no name or title: those have few small words.

    Capitalised words count for nothing where the source's language does not capitalise its nouns.
    """
    words = [token.text for token in unit.target.tokens[first:after]]
    own = [word for word in words if zipf(word, unit.source.lang) - zipf(word, unit.target.lang) > DISTANCE]
    small = [word for word in own if word.islower()]
    if unit.source.language.nouns_capitalised:
        return len(own) * 2 > len(words) and len(small) >= 2
    content = [word for word in small if word not in unit.source.language.function_words]
    return (
        len(own) * 2 > len(words) and len(small) * 2 > len(words) and bool(content) and len(small) - len(content) >= 2
    )
