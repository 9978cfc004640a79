"""The values that everything exchanges."""

from __future__ import annotations

import pytest

from mtqa.data import Severity, Span
from mtqa.mqm import CATEGORIES, mqm_score, penalty


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(5, 3)


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 4), Span(3, 5), True),
        (Span(0, 4), Span(3, 5, "source"), False),
    ],
)
def test_half_open_spans_share_a_character_only_on_one_side(a: Span, b: Span, shared: bool) -> None:
    assert a.overlaps(b) is shared
    assert b.overlaps(a) is shared


def test_severities_are_ordered_by_how_much_they_hurt() -> None:
    assert [severity.value for severity in sorted(Severity, key=lambda one: one.rank)] == [
        "neutral", "minor", "major", "critical",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("severity", "category", "points"),
    [
        (Severity.MAJOR, "accuracy/mistranslation", 5.0),
        (Severity.MINOR, "linguistic-conventions/punctuation", 0.1),
        (Severity.MINOR, "linguistic-conventions/grammar", 1.0),
        (Severity.CRITICAL, "accuracy/omission", 25.0),
        (Severity.NEUTRAL, "style/awkward", 0.0),
    ],
)
def test_the_most_specific_weight_counts(severity: Severity, category: str, points: float) -> None:
    assert category in CATEGORIES
    assert penalty(severity, category) == points


def test_the_mqm_score_counts_points_per_hundred_words() -> None:
    assert mqm_score(0, 200) == 100
    assert mqm_score(10, 200) == 95
    assert mqm_score(900, 100) == 0
    assert mqm_score(0, 0) == 100
    assert mqm_score(5, 0) == 0
