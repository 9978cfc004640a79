"""What a suspicious phrase is told to be: the phrase of several words that it should render, where the tables know one."""

from __future__ import annotations

import pytest

from mtqa.flag.reason import _about, phrase_around
from mtqa.judge.evidence import Evidence
from mtqa.text.view import View


def phrase(source: str, target: str, word: str) -> str:
    row = Evidence(View(target, "de"), View(source, "en"))
    rule = phrase_around(row, row.source.lower.index(word))
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


@pytest.mark.parametrize(
    ("known", "others", "said"),
    [
        (
            0,
            ["Vorstand"],
            "„Brett“ for “board” fits neither the sentence nor the source well. “board” can also be „Vorstand“.",
        ),
        (0, [], "„Brett“ for “board” fits neither the sentence nor the source well."),
        (1, ["Vorstand"], "„Brett“ is right for “board” in few contexts. “board” can also be „Vorstand“."),
        (2, ["Vorstand"], "„Brett“ can be right for “board”, but hardly is here. “board” can also be „Vorstand“."),
        (2, [], "„Brett“ is right for “board”, but hardly in this phrase; compare it with the source."),
    ],
)
def test_what_is_said_depends_on_how_well_the_word_is_known(known: int, others: list[str], said: str) -> None:
    assert _about("Brett", "board", known, others) == said
