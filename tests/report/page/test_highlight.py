from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.report.page.highlight import Mark, Piece, anchors, pieces, spelled

SEVERITIES = ("neutral", "minor", "major", "critical")


def marks(*spans: tuple[int, int, str]) -> list[Mark]:
    return [Mark(start, end, number, severity) for number, (start, end, severity) in enumerate(spans, start=1)]


def test_a_text_without_findings_is_one_piece() -> None:
    assert pieces("Alles gut.", []) == [Piece("Alles gut.")]


def test_an_empty_text_has_no_piece() -> None:
    assert pieces("", []) == []


def test_a_nested_finding_keeps_its_own_severity_inside_the_outer_one() -> None:
    assert pieces("abcdef", marks((0, 6, "minor"), (2, 4, "major"))) == [
        Piece("ab", "minor", (1,), 1),
        Piece("cd", "major", (2, 1), 2),
        Piece("ef", "minor", (1,), 0),
    ]


def test_overlapping_findings_share_the_piece_between_them() -> None:
    assert [(piece.text, piece.findings) for piece in pieces("abcdef", marks((0, 4, "minor"), (2, 6, "minor")))] == [
        ("ab", (1,)), ("cd", (1, 2)), ("ef", (2,)),
    ]  # fmt: skip


def test_two_findings_at_one_place_have_one_anchor_that_both_lead_to() -> None:
    found = pieces("abc", marks((0, 3, "minor"), (0, 3, "major")))
    assert len(found) == 1
    assert anchors(found) == {1: 1, 2: 1}


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_missing_thing_is_a_piece_without_text_at_its_place(place: int) -> None:
    found = pieces("abcdef", marks((place, place, "major")))
    gap = next(index for index, piece in enumerate(found) if not piece.text)
    assert "".join(piece.text for piece in found[:gap]) == "abcdef"[:place]
    assert found[gap].findings == (1,)


def test_a_missing_thing_inside_a_finding_splits_it_and_both_are_found() -> None:
    found = pieces("abcdef", marks((0, 6, "minor"), (3, 3, "major")))
    assert [(piece.text, piece.findings) for piece in found] == [("abc", (1,)), ("", (2,)), ("def", (1,))]
    assert anchors(found) == {1: 1, 2: 2}


def test_a_finding_in_an_empty_text_is_shown() -> None:
    assert pieces("", marks((0, 0, "critical"))) == [Piece("", "critical", (1,), 1)]


def test_a_finding_that_reaches_over_the_end_is_cut_there() -> None:
    assert pieces("abc", marks((1, 9, "minor")))[-1] == Piece("bc", "minor", (1,), 1)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 35), st.integers(0, 9), st.sampled_from(SEVERITIES))))
def test_pieces_give_the_text_back_and_lead_to_every_finding(text: str, spans: list[tuple[int, int, str]]) -> None:
    given_marks = marks(*((start, start + length, severity) for start, length, severity in spans))
    found = pieces(text, given_marks)
    assert len("".join(piece.text for piece in found)) == len(text)
    places = anchors(found)
    anchored = [piece.anchor for piece in found if piece.anchor]
    assert set(places) == {mark.number for mark in given_marks}
    assert set(places.values()) <= set(anchored)
    assert len(anchored) == len(set(anchored))


@pytest.mark.parametrize(("text", "shown"), [("Haus", "Haus"), (" ", "␣"), ("\u00a0\t\n", "␣⇥↵"), ("a b", "a b")])
def test_white_space_alone_is_spelled_out(text: str, shown: str) -> None:
    assert spelled(text) == shown
