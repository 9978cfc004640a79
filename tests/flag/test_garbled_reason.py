"""What a suspicious phrase is told to be: the phrase of several words that it should render, where the tables know one."""

from __future__ import annotations

import pytest

from mtqa.flag.linguistic_conventions.garbled_phrase import _phrase_around
from mtqa.judge.evidence import Evidence
from mtqa.text.view import View


def phrase(source: str, target: str, word: str) -> str:
    row = Evidence(View(target, "de"), View(source, "en"))
    rule = _phrase_around(row, row.source.lower.index(word))
    return rule.source if rule else ""


@pytest.mark.parametrize(
    ("source", "target", "word", "found"),
    [
        ("The baker has run out of rolls.", "Der Bäcker ist aus Brötchen gelaufen.", "run", "run out of"),
        ("The baker has run out of rolls.", "Dem Bäcker sind die Brötchen ausgegangen.", "run", ""),
        ("The baker ran home.", "Der Bäcker lief nach Hause.", "ran", ""),
        ("The interest rate is high.", "Der Interessenkurs ist hoch.", "interest", "interest rate"),
    ],
)
def test_the_longest_phrase_that_is_not_rendered(source: str, target: str, word: str, found: str) -> None:
    assert phrase(source, target, word) == found
