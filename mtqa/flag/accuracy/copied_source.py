"""ACC004."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.lang.base import short
from mtqa.text.lexicon import has_words, lemma, zipf
from mtqa.text.references import is_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range

DISTANCE = 0.8
"""By how much more frequent a word must be in the source's language to be one of its words (Zipf scale)."""

AT_HOME = 3.9
"""From this frequency in the target's language on a word is at home in what that language borrowed (*Best of*; not *Log out*)."""

PHRASES = frozenset(
    "game over|fair play|happy end|open source|open air|open end|all inclusive|last minute|second hand|no name|no go|"
    "know how|to go|fast food|black box|work in progress|low budget|best practice|state of the art|on demand|"
    "public viewing|made in germany|all you can eat|rock and roll|rhythm and blues|blind date|last but not least".split(
        "|"
    )
)
"""English phrases that German has borrowed whole (Duden)."""

COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")

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
        Example("Must-have", "Must-have", note="borrowed"),
        Example("Best of", "Best of", note="borrowed, though written apart"),
        Example("Game over!", "Game over!", note="borrowed whole"),
        Example("Hill, R., A History of the Fens, Cambridge University Press, 2004.",
                "Hill, R., A History of the Fens, Cambridge University Press, 2004.", note="a reference"),
        Example("Save the file first.", "⟦Save the file first.⟧"),
        Example("Do you want to <b>save</b>?", "⟦do you want to <b>save</b>?⟧", note="letter case does not count"),
        Example("settings", "⟦settings⟧"),
        Example("Log out", "⟦Log out⟧"),
        Example("Game settings", "⟦Game settings⟧"),
        Example("Must-have settings", "⟦Must-have settings⟧"),
        Example("Die Datei wurde nicht gefunden.", "⟦Die Datei wurde nicht gefunden.⟧", "de", "en"),
    ],
)  # fmt: skip
def copied_source(unit: Unit) -> Iterator[Hit]:
    """The target is a copy of the source though it has words to translate.

    The segment was skipped. A copy is right where there is nothing to translate: names, codes, titles, words that both
    languages share or that one borrowed (*Must-have*), lines of a bibliography. So at least one word in lower case must be
    the source language's own, by its frequency there against the target's language.
    """
    target, source = unit.segment.target.strip(), unit.segment.source.strip()
    if len(target) != len(source) or target.casefold() != source.casefold() or unit.target.lang == unit.source.lang:
        return
    if short(unit.target.lang) == "de" and " ".join(unit.target.masked.lower().split()).strip(".!?…") in PHRASES:
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
    borrowed = _borrowed(unit)
    return sum(
        zipf(token.text, source) - zipf(token.text, target) > DISTANCE
        for token in unit.target.tokens
        if token.text.islower() and not any(start <= token.start < end for start, end in borrowed)
    )


def _borrowed(unit: Unit) -> list[Range]:
    """The places of compounds that the target's dictionary has, written with hyphens or apart."""
    text, lang = unit.target.masked, unit.target.lang
    found = [match.span() for match in COMPOUND.finditer(text) if lemma(match.group(), lang)]
    words = text.split()
    if (
        1 < len(words) < SENTENCE
        and lemma("-".join(words), lang)
        and all(zipf(word, lang) >= AT_HOME for word in words)
    ):
        found.append((0, len(text)))
    return found
