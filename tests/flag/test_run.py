"""Which checks are asked about a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from mtqa.data import Segment, Span
from mtqa.flag.base import CHECKS, Check, Hit, Unit
from mtqa.flag.resolve import Candidate
from mtqa.flag.run import Asked, findings_of, seen
from mtqa.flag.trigger import Trigger, Triggers
from mtqa.text.view import View

PRECISE = 20
"""Checks of a lower priority judge by the pack's statistics."""


def always(unit: Unit) -> Iterator[Hit]:
    yield Hit(Span(0, 4), "Asked.")


def asked(check: Check, *targets: str) -> list[bool]:
    """Whether the check was asked about each target."""
    segments = [Segment(target=text, source="", target_lang="de", source_lang="en") for text in targets]
    return [bool(found) for found in findings_of(segments, [check])]


def plain() -> Check:
    return replace(next(iter(CHECKS)), function=always, needs=frozenset(), target_langs=frozenset(), options={})


def told(**trigger: Any) -> Check:
    return replace(plain(), trigger=Trigger(**trigger))


def test_a_check_with_words_is_asked_about_texts_that_have_one_in_any_case() -> None:
    texts = ("Das Haus steht.", "Ein Baum steht.", "HAUS")
    assert asked(told(words=("haus",)), *texts) == [True, False, True]
    assert asked(told(words=lambda: ["haus", "baum"]), *texts) == [True, True, True]


def test_a_check_with_signs_is_asked_about_texts_that_have_one() -> None:
    assert asked(told(signs="%<"), "50 %", "a < b", "nichts") == [True, True, False]


def test_a_check_with_a_pattern_is_asked_about_targets_in_which_it_is_found() -> None:
    assert asked(told(pattern=re.compile("x{2}")), "axxb", "axb") == [True, False]
    assert asked(told(pattern=re.compile("x"), signs="b"), "axb", "ax", "ab") == [True, False, False]


def test_what_several_checks_want_is_asked_once_a_unit_and_only_where_the_rest_is_there() -> None:
    seen_texts: list[str] = []

    def is_long(unit: Unit) -> bool:
        seen_texts.append(unit.segment.target)
        return len(unit.segment.target) > 3

    checks = [told(when=is_long, words=("haus",)), told(when=is_long, signs="!")]
    about = Asked(checks)
    counts = [len(about.about(Unit(Segment(text)))) for text in ("Haus!", "ab!", "Haus", "Nichts davon")]
    assert counts == [2, 0, 1, 0]
    assert seen_texts == ["Haus!", "ab!", "Haus"]


@pytest.mark.parametrize(
    ("trigger", "source", "target", "met"),
    [
        ({"source_words": ("house",)}, "A House", "Haus", True),
        ({"source_words": ("house",)}, "A tree", "house", False),
        ({"source_signs": "1"}, "1", "eins", True),
        ({"source_signs": "1"}, "one", "1", False),
        ({"either_signs": "1"}, "1", "eins", True),
        ({"either_signs": "1"}, "one", "1", True),
        ({"either_signs": "1"}, "one", "eins", False),
        ({"words": ("haus",), "source_words": ("house",)}, "house", "Baum", False),
        ({"words": ("haus",), "source_words": ("house",)}, "house", "Haus", True),
        ({}, "", "", True),
    ],
)
def test_all_that_a_trigger_asks_for_must_be_there(
    trigger: dict[str, Any], source: str, target: str, met: bool
) -> None:
    assert Trigger(**trigger).met(View(source, "en"), View(target, "de")) is met


def test_each_of_several_triggers_is_told_from_the_others() -> None:
    several = Triggers([Trigger(words=("a",)), Trigger(), Trigger(words=("b",)), Trigger(words=("a", "b"))])
    texts = [View(text, "de") for text in ("a", "b", "c")]
    assert [several.met(View(""), text) for text in texts] == [0b1011, 0b1110, 0b0010]


def test_a_check_without_words_is_asked_about_every_text() -> None:
    assert asked(plain(), "Das Haus steht.", "Ein Baum steht.") == [True, True]


def test_the_words_that_trigger_a_check_are_in_lower_case_and_its_signs_single() -> None:
    for check in CHECKS:
        index = Triggers([check.trigger])
        assert all(word == word.lower() for word in index.words.things | index.source_words.things), check.code
        signs = index.signs.things | index.source_signs.things | index.either_signs.things
        assert all(len(sign) == 1 for sign in signs), check.code


def test_a_trigger_silences_no_check() -> None:
    units = [Unit(example.segment) for check in CHECKS for example in check.examples]
    loose = [replace(check, trigger=Trigger()) for check in CHECKS if check.priority >= PRECISE]
    strict = [check for check in CHECKS if check.priority >= PRECISE]
    assert spans(seen(units, strict)) == spans(seen(units, loose))


def spans(found: list[list[Candidate]]) -> list[list[tuple[str, Span, str]]]:
    return [[(one.check.code, one.hit.span, one.hit.message) for one in row] for row in found]


def test_a_sentence_goes_on_after_the_comma_of_a_salutation() -> None:
    rows = [Segment(target, source, target_lang="de", source_lang="en", document=document) for target, source, document in [
        ("Sehr geehrte Frau Kolb,", "Dear Ms Kolb,", "a"),
        ("vielen Dank für Ihr Schreiben.", "Thank you for your letter.", "a"),
        ("wir prüfen es.", "We are looking into it.", "a"),
        ("Hallo,", "Hello,", "a"),
        ("vielen Dank für Ihr Schreiben.", "Thank you for your letter.", "b"),
    ]]  # fmt: skip
    found = findings_of(rows, [CHECKS["LIN046"]])
    assert [[one.text for one in findings] for findings in found] == [[], [], ["wir"], [], ["vielen"]]


def test_segments_of_one_source_share_its_view() -> None:
    there: list[View] = []

    def look(unit: Unit) -> Iterator[Hit]:
        there.append(unit.source)
        return iter(())

    rows = [Segment(text, "The house is green.", target_lang="de", source_lang="en") for text in ("Rot.", "Grün.")]
    list(findings_of(rows, [replace(CHECKS["LIN046"], function=look, trigger=Trigger())]))
    assert there[0] is there[1]
