from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mtqa.report.md import FINDINGS_SHOWN, escape, markdown
from tests.report.cases import joined, make_results, one_segment

if TYPE_CHECKING:
    from mtqa.report.base import Results


def test_the_heading_is_the_verdict_and_the_next_line_what_to_do(results: Results) -> None:
    lines = markdown(results).splitlines()
    assert lines[0] == "## Heavy edit: notice.de.txt"
    assert lines[2].startswith("The meaning comes through only in parts")


def test_findings_stand_in_a_table_with_their_words_in_bold(results: Results) -> None:
    row = "| critical | segment 0 | Die Nachtfähre zu den Inseln fährt seit **21** Jahren. |"
    assert row in markdown(results)
    assert "`LIN007` → reisen |" in markdown(results)


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    made = one_segment("Ein | Wort\nund `Code`", "", (4, 5), message="a | b", suggestion="c|d")
    for block in re.findall(r"(?:^\|.*\|$\n?)+", markdown(made), re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().splitlines()}) == 1


def test_what_is_not_shown_is_counted(results: Results) -> None:
    both = joined(make_results("a.txt"), make_results("b.txt"))
    assert f"… and {26 - FINDINGS_SHOWN} more findings: see findings.csv" in markdown(both)
    assert "more finding" not in markdown(results)


def test_what_was_left_out_and_how_it_was_made_stand_at_the_end(results: Results) -> None:
    text = markdown(results)
    assert "### Left out\n\n- TER is computed only when it is asked for" in text
    assert text.rstrip().splitlines()[-1].startswith("mtqa: 0.1.0 · Language pack: de-en 1")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a*b_c`d", r"a\*b\_c\`d"),
        ("<img onerror=x>", r"\<img onerror=x\>"),
        ("[x](y)", r"\[x\](y)"),
        ("ask @team about #12", "ask @\u2060team about #\u206012"),
        ("https://a.b", "https\u2060://a.b"),
        ("zwei\nZeilen", "zwei Zeilen"),
    ],
)
def test_a_text_is_shown_as_it_is_and_calls_nobody(text: str, escaped: str) -> None:
    assert escape(text) == escaped
