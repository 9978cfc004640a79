from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.report.cells import clip, guard, line, unguard, visible, width


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5 Grad", "@name", "\tx", "\rx", "'=1", "''@x"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Haus", "1-2", "'Haus'", " =1", "–5 Grad", "„=“"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


@given(st.text(alphabet="'=+-@\t\ra "))
def test_unguard_gives_back_every_guarded_text(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text())
def test_making_a_text_visible_keeps_its_length(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode("utf-8")


def test_control_characters_become_pictures_and_line_breaks_stay() -> None:
    assert visible("a\x00b\x1b[31m\x7f\x9b\nc\td") == "a␀b␛[31m␡�\nc\td"


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert visible("x\ud800y") == "x�y"


def test_a_line_has_no_break_no_escape_and_no_change_of_direction() -> None:
    assert line(" Zwei\n Zeilen\t\u202eund\u2066 mehr ") == "Zwei Zeilen und mehr"


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [("kurz", 10, "kurz"), ("ein langer Satz mit Wörtern", 16, "ein langer Satz…"), ("Wortohnelücke", 6, "Worto…")],
)
def test_a_clipped_text_fits_and_says_that_it_goes_on(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped
    assert len(clip(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "columns"), [("Äpfel", 5), ("A\u0308pfel", 5), ("日本", 4), ("a\u200bb", 2), ("–„“", 3)]
)
def test_the_width_of_a_text_is_what_a_terminal_needs(text: str, columns: int) -> None:
    assert width(text) == columns
