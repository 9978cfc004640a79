"""Which checks are asked about a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.data import Segment, Span
from mtqa.flag.base import CHECKS, Check, Hit, Unit
from mtqa.flag.run import findings_of


def always(unit: Unit) -> Iterator[Hit]:
    yield Hit(Span(0, 4), "Asked.")


def asked(check: Check, *targets: str) -> list[bool]:
    """Whether the check was asked about each target."""
    segments = [Segment(target=text, source="", target_lang="de", source_lang="en") for text in targets]
    return [bool(found) for found in findings_of(segments, [check])]


def plain() -> Check:
    return replace(next(iter(CHECKS)), function=always, needs=frozenset(), target_langs=frozenset(), options={})


def test_a_check_with_words_is_asked_about_texts_that_have_one_in_any_case() -> None:
    texts = ("Das Haus steht.", "Ein Baum steht.", "HAUS")
    assert asked(replace(plain(), words=("haus",)), *texts) == [True, False, True]
    assert asked(replace(plain(), words=lambda: ["haus", "baum"]), *texts) == [True, True, True]


def test_a_check_without_words_is_asked_about_every_text() -> None:
    assert asked(plain(), "Das Haus steht.", "Ein Baum steht.") == [True, True]


def test_the_words_that_trigger_a_check_are_in_lower_case() -> None:
    assert [(check.code, word) for check in CHECKS for word in check.triggers if word != word.lower()] == []
