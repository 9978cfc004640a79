"""What a suspicious phrase is told to be: the phrase of several words that it should render, where the tables know one."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.flag.reason import KNOWN, RARE, _about, _grade, _is_of_kind, _is_same, _origin, phrase_around
from mtqa.judge.evidence import Evidence
from mtqa.knowledge.dictionary import exact_links
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
        (2, ["Vorstand"], "„Brett“ can be right for “board”, but hardly here. “board” can also be „Vorstand“."),
        (2, [], "„Brett“ is right for “board”, but hardly in this phrase; compare it with the source."),
    ],
)
def test_what_is_said_depends_on_how_well_the_word_is_known(known: int, others: list[str], said: str) -> None:
    assert _about("Brett", "board", known, others, sure=True) == said
    assert ("perhaps" in _about("Brett", "board", known, others, sure=False)) is (known != RARE)


def test_a_noun_is_named_for_a_noun_but_where_a_sentence_begins() -> None:
    target = View("Es ist hell. Helle Sache", "de")
    assert not _is_of_kind("Licht", target, 2)
    assert _is_of_kind("leicht", target, 2)
    assert _is_of_kind("leicht", target, 4)  # the capital may be the sentence's
    assert not _is_of_kind("leicht", target, 5)
    assert _is_of_kind("light", View("It is bright", "en"), 2)


@pytest.mark.parametrize(
    ("word", "own", "same"),
    [
        ("gut", ("guten", "gut"), True),
        ("verdienst", ("rekordverdienste", "rekordverdienst"), True),
        ("anfangen", ("anfing", "anfangen"), True),
        ("beginnen", ("anfing", "anfangen"), False),
    ],
)
def test_another_form_of_the_word_is_no_other_rendering(word: str, own: tuple[str, str], same: bool) -> None:
    assert _is_same(word, own) is same


def told(source: str, target: str, word: str, origin: str, support: float) -> tuple[Evidence, int]:
    """The pair, and the place of a target word that a lexical table gives to a source word with that probability."""
    row = Evidence(View(target, "de"), View(source, "en"))
    at = row.target.forms.index(word)
    row.support = np.full(len(row.target.tokens), 0.9, np.float32)
    row.support_from = np.full(len(row.target.tokens), -1, np.int32)
    row.support[at], row.support_from[at] = support, row.source.forms.index(origin)
    return row, at


def links(row: Evidence) -> frozenset[tuple[int, int]]:
    return frozenset(exact_links(row.source, row.target))


def grade(origin_at: int, source: str, target: str, word: str, origin: str, support: float) -> int:
    row, at = told(source, target, word, origin, support)
    return _grade(row, at, origin_at, links(row))


def test_what_the_dictionary_has_goes_before_what_the_table_likes() -> None:
    row, at = told("She made a concession today.", "Sie machte heute ein Zugeständnis.", "Zugeständnis", "today", 0.2)
    assert row.source.forms[_origin(row, at, links(row))] == "concession"
    row, at = told("The Zagreb of today", "Das Zagreb von heute", "Zagreb", "today", 0.2)
    assert row.source.forms[_origin(row, at, links(row))] == "Zagreb"


def test_a_word_that_another_renders_better_is_no_origin() -> None:
    row, at = told("A gentle horse", "Ein Pferd legt", "legt", "horse", 0.02)
    other = row.target.forms.index("Pferd")
    row.support_from[other] = row.support_from[at]
    assert _origin(row, at, links(row)) == -1
    assert _origin(row, other, links(row)) == row.source.forms.index("horse")


def test_how_well_a_rendering_is_known() -> None:
    assert grade(1, "the abbey", "das Stift", "Stift", "abbey", 0.05) == RARE
    assert grade(1, "the abbey", "die Abtei", "Abtei", "abbey", 0.05) == KNOWN
    assert grade(1, "the abbey", "die Ziege", "Ziege", "abbey", 0.05) == 0
    assert grade(1, "the abbey", "die Ziege", "Ziege", "abbey", 0.5) == KNOWN
    assert grade(-1, "the abbey", "die Ziege", "Ziege", "abbey", 0.5) == 0
