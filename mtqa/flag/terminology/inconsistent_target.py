"""TER101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit
from mtqa.flag.consistency.base import Collector, Row, document_check, shown, spaced, sureness, times
from mtqa.flag.consistency.same import Same, variants
from mtqa.flag.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 0.6
"""The share of a target up to which the words that differ are flagged rather than the whole."""


def _minority(rows: list[Row]) -> Iterator[tuple[Row, Hit]]:
    """A hit for each row that has not the usual target of its source."""
    found = variants(rows, lambda row: spaced(row.target))
    if found is None:
        return
    for row in rows:
        text = spaced(row.target)
        if text != found.usual:
            yield row, _hit(row, found.model, found.counts[found.usual], found.counts[text])


def _hit(row: Row, model: Row, majority: int, minority: int) -> Hit:
    same_words = _words(row.target) == _words(model.target)
    usual = quoted(shown(model.target), row.target_lang)
    also = " It differs in case or punctuation only." if same_words else ""
    message = f"The same source is translated {usual} {times(majority)}, first in segment {model.number}.{also}"
    severity = Severity.NEUTRAL if same_words else None
    return Hit(different(row.target, model.target), message, "", sureness(majority, minority), severity)


def _words(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def different(text: str, other: str) -> Span:
    """The words of ``text`` that are not those of ``other``; the whole where that is most of it, or nothing is left."""
    start = _shared(text, other)
    end = len(text) - _shared(text[start:][::-1], other[start:][::-1])
    start, end = _outwards(text, start, end) if start < end else (start, end)
    whole = len(text.rstrip()) - (len(text) - len(text.lstrip()))
    if start >= end or end - start > MOST * whole:
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Span(start, end)


def _shared(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _outwards(text: str, start: int, end: int) -> tuple[int, int]:
    """The range grown to whole words."""
    while start > 0 and not text[start].isspace() and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


@document_check(
    "TER101",
    category="terminology/inconsistent",
    severity=Severity.MINOR,
    needs=("source",),
    options={"words": 3},
    examples=[
        Example("Open the settings.\nClose it.\nOpen the settings.",
                "Öffnen Sie die Einstellungen.\nSchließen Sie sie.\nÖffnen Sie die Einstellungen."),
        Example("Open\nOpen", "Öffnen\nOffen", note="short texts mean different things"),
        Example("Open {a} now.\nOpen {b} now.", "Öffnen Sie {a} jetzt.\n{b} jetzt öffnen.", note="two sources"),
        Example("Open the settings.\nOpen the settings.\nOpen the settings.",
                "Öffnen Sie die Einstellungen.\nÖffnen Sie die ⟦Optionen.⟧\nÖffnen Sie die Einstellungen."),
        Example("Save all files.\nDone.\nSave all files.", "Alle Dateien speichern\nFertig.\n⟦Sämtliches sichern⟧",
                note="of two the later one"),
        Example("Alle Dateien speichern\nAlle Dateien speichern", "Save all files\nSave all ⟦documents⟧", "de", "en"),
    ],
)  # fmt: skip
def inconsistent_target(words: int) -> Collector:
    """The same source is translated in two ways.

    A reader takes two wordings for two things. Reported is the minority, with the usual wording and its place; sources must
    be equal to the letter, placeholders and case included, and have at least ``words`` words.
    """
    return Same(lambda row: row.source, words, _minority)
