from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.report.cells import width as columns
from mtqa.report.pen import CLOSE, OPEN, Pen
from mtqa.report.terminal import render
from tests.report.cases import make_results, one_segment

if TYPE_CHECKING:
    from mtqa.report.base import Results

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_the_first_line_is_the_verdict_and_the_last_says_where_the_report_lies(results: Results) -> None:
    lines = render(results, out_folder="reports/notice").splitlines()
    assert lines[0] == "HEAVY EDIT  notice.de.txt"
    assert lines[-1] == "Report: reports/notice"


def test_the_scores_are_shown_with_their_bands(results: Results) -> None:
    text = render(results)
    assert "Quality    49  ████████········  publishable 85 · light edit 70 · heavy edit 50\n" in text
    assert "Against the reference: BLEU 31.3, chrF 58.9" in text


def test_a_finding_is_shown_with_its_words_source_reason_and_suggestion(results: Results) -> None:
    assert (
        "critical  number-mismatch  ACC003  segment\u00a00\n"
        "    Die Nachtfähre zu den Inseln fährt seit ⟦21⟧ Jahren.\n"
        "    source: The night ferry to the islands has been running for 12 years.\n"
        "    21 is not in the source, which says 12.\n"
        "    → 12\n"
    ) in render(results)


def test_findings_beyond_the_limit_are_counted(results: Results) -> None:
    assert "… and 11 more, in the report\n" in render(results, limit=2, out_folder="report")
    assert "… and 11 more, in a report with --out or with --limit\n" in render(results, limit=2)
    assert "more, in" not in render(results, limit=13)


def test_every_sentence_about_what_was_left_out_is_said() -> None:
    text = render(make_results(skipped=["One thing, because of this.", "Another thing."]))
    assert "Left out: One thing, because of this.\nLeft out: Another thing." in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(delivery: Results, width: int, colour: bool) -> None:
    text = render(delivery, width=width, colour=colour, limit=99)
    assert max(columns(ESCAPE.sub("", line)) for line in text.splitlines()) <= width


def test_a_path_stays_in_one_piece_to_be_copied_and_names_the_page(results: Results, tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    (folder / "report.html").write_text("")
    assert render(results, out_folder=folder).endswith(f"Report: {folder / 'report.html'}\n")


def test_without_colour_there_is_no_escape_sequence_and_with_it_no_bracket(results: Results) -> None:
    assert "\x1b" not in render(results)
    coloured = render(results, colour=True)
    assert "\x1b[1;4m21\x1b[0m" in coloured
    assert "⟦" not in coloured


def test_colour_changes_nothing_but_colours() -> None:
    made = one_segment("Ein Wort.", "A word.", (4, 8))
    plain = ESCAPE.sub("", render(made, colour=True))
    assert plain == render(made).replace("⟦", "").replace("⟧", "")


def test_a_text_cannot_steer_the_terminal() -> None:
    made = one_segment("Ein \x1b[2J\x9b5mWort\x07 " + OPEN + CLOSE, "A\x1b]0;title\x07", (4, 8), message="\x1b[31mred")
    text = render(made, colour=True, out_folder="a\x1b[2Jb")
    assert "\x1b" not in ESCAPE.sub("", text)
    assert not {"\x07", "\x9b", OPEN, CLOSE} & set(text)


def test_marked_words_that_run_over_a_line_stay_marked() -> None:
    made = one_segment("Anfang " + "garbled " * 20 + "Ende", "", (7, 166))
    rows = [row for row in render(made, colour=True).splitlines() if "garbled" in row]
    assert len(rows) > 1
    assert all("\x1b[1;4m" in row and "garbled" not in re.sub(r"\x1b\[1;4m.*?\x1b\[0m", "", row) for row in rows)


def test_several_documents_are_listed_the_worst_first(delivery: Results) -> None:
    lines = render(delivery, limit=1).splitlines()
    listed = [line.split()[-1] for line in lines if re.search(r" \d+  \S+\.txt$", line)]
    assert listed == ["brief.de.txt", "notice.de.txt", "web/startseite.de.txt"]


def test_a_run_without_findings_or_scores_says_so(nothing: Results) -> None:
    text = render(nothing)
    assert text.startswith("NOT JUDGED  empty.txt\n")
    assert "No findings." in text


@given(st.text(alphabet=st.sampled_from(list("abcäß 日\u0308–")), max_size=60), st.integers(8, 30))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    rows = Pen(width, colour=False).wrap(text)
    assert all(columns(row) <= width for row in rows)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
