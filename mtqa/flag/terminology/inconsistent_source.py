"""TER102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit
from mtqa.flag.consistency.base import Collector, Row, document_check, shown, sureness
from mtqa.flag.consistency.same import Same, variants
from mtqa.flag.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

LIKE = 70
"""The likeness of two sources, 0 to 100, from which they may well say the same."""


def _minority(rows: list[Row]) -> Iterator[tuple[Row, Hit]]:
    """A hit for each row whose source is not the usual one of its target."""
    found = variants(rows, lambda row: _content(row.source))
    if found is None:
        return
    for row in rows:
        content = _content(row.source)
        if content != found.usual and not _alike(content, found.usual):
            source = quoted(shown(found.model.source), row.source_lang)
            message = f"This is also the target of {source} in segment {found.model.number}; the sources differ."
            span = Span(len(row.target) - len(row.target.lstrip()), len(row.target.rstrip()))
            yield row, Hit(span, message, "", sureness(found.counts[found.usual], found.counts[content]))


def _content(text: str) -> str:
    """What two sources must differ in: letters and digits, in lower case."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other, score_cutoff=LIKE) >= LIKE


@document_check(
    "TER102",
    category="terminology/inconsistent",
    severity=Severity.MINOR,
    needs=("source",),
    options={"words": 4},
    examples=[
        Example("Save all files\nSAVE ALL FILES!", "Alle Dateien jetzt speichern\nAlle Dateien jetzt speichern",
                note="only case differs"),
        Example("Well done!\nGood job!", "Gut gemacht!\nGut gemacht!", note="short"),
        Example("Press the red button now.\nPress the red key now.",
                "Drücken Sie jetzt die rote Taste.\nDrücken Sie jetzt die rote Taste.", note="nearly the same source"),
        Example("Remove the paper tray.\nOpen the front cover slowly.",
                "Entfernen Sie das Papierfach.\n⟦Entfernen Sie das Papierfach.⟧"),
        Example("Enter your e-mail address.\nEnter your e-mail address.\nYour account was deleted.",
                "Geben Sie Ihre Adresse ein.\nGeben Sie Ihre Adresse ein.\n⟦Geben Sie Ihre Adresse ein.⟧"),
        Example("Das Papierfach entfernen\nDie Klappe langsam öffnen",
                "Remove the paper tray\n⟦Remove the paper tray⟧", "de", "en"),
    ],
)  # fmt: skip
def inconsistent_source(words: int) -> Collector:
    """Two different sources have the same target.

    One of them was overwritten, or taken from the memory for the other. Sources that differ in case, punctuation or a word
    or two may say the same; targets of less than ``words`` words are left alone.
    """
    return Same(lambda row: row.target, words, _minority)
