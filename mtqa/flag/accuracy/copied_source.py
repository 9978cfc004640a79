"""ACC004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.lexicon import has_words, zipf
from mtqa.text.references import is_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTANCE = 0.8
"""By how much more frequent a word must be in the source's language to be one of its words (Zipf scale)."""

SENTENCE = 4
"""From so many words that should have been translated on, the copy is a critical error."""


@check(
    "ACC004",
    category="accuracy/untranslated",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=90,
    examples=[
        Example("Software", "Software", note="the same word in both languages"),
        Example("Vladimir Putin, Steve Witkoff", "Vladimir Putin, Steve Witkoff", note="names"),
        Example("The New York Times", "The New York Times", note="a title: nothing in lower case"),
        Example("{0} GB (v1.2)", "{0} GB (v1.2)"),
        Example("E-Mail: info@example.com", "E-Mail: info@example.com"),
        Example("Restaurant", "Restaurant", "de", "en"),
        Example("Hill, R., A History of the Fens, Cambridge University Press, 2004.",
                "Hill, R., A History of the Fens, Cambridge University Press, 2004.", note="a reference"),
        Example("Save the file first.", "⟦Save the file first.⟧"),
        Example("Do you want to <b>save</b>?", "⟦do you want to <b>save</b>?⟧", note="letter case does not count"),
        Example("settings", "⟦settings⟧"),
        Example("Die Datei wurde nicht gefunden.", "⟦Die Datei wurde nicht gefunden.⟧", "de", "en"),
    ],
)  # fmt: skip
def copied_source(unit: Unit) -> Iterator[Hit]:
    """The target is a copy of the source though it has words to translate.

    The segment was skipped. A copy is right where there is nothing to translate: names, codes, titles, words that both
    languages share, lines of a bibliography. So at least one word in lower case must be the source language's own, by
    its frequency there against the target's language.
    """
    target, source = unit.segment.target.strip(), unit.segment.source.strip()
    if len(target) != len(source) or target.casefold() != source.casefold() or unit.target.lang == unit.source.lang:
        return
    foreign = _foreign(unit)
    if foreign and not is_reference(source):
        start = unit.segment.target.index(target)
        severity = Severity.CRITICAL if foreign >= SENTENCE else Severity.MAJOR
        yield Hit(Span(start, start + len(target)), "The target is a copy of the source.", severity=severity)


def _foreign(unit: Unit) -> int:
    """How many lower-case words are the source language's and not the target's."""
    target, source = unit.target.lang, unit.source.lang
    if not has_words(target) or not has_words(source):
        return sum(token.text.islower() for token in unit.target.tokens if token.is_word)
    return sum(
        zipf(token.text, source) - zipf(token.text, target) > DISTANCE
        for token in unit.target.tokens
        if token.text.islower()
    )
