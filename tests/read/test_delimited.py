"""Cells of delimited tables."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.errors import ReadError
from mtqa.read.delimited import table

cell = st.text(st.sampled_from("ab ,;\t\"'\r\n„ä"), max_size=6)


UNCLOSED = "expected each quoted cell to end in a quotation mark, found none or text behind it; double marks inside."


def rows(text: str, delimiter: str = "\t") -> list[list[str]]:
    return table(text, delimiter, "a.tsv").rows


def refused(text: str, delimiter: str = "\t") -> str:
    with pytest.raises(ReadError) as error:
        table(text, delimiter, "a.tsv")
    return str(error.value)


@given(
    st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1)),
    st.sampled_from([",", ";", "\t"]),
    # before Python 3.13 the module leaves a line end bare that is not its own
    st.sampled_from([("\r\n", csv.QUOTE_MINIMAL), *((end, csv.QUOTE_ALL) for end in ("\n", "\r\n", "\r"))]),
)
def test_what_csv_writes_is_read_back(written: list[list[str]], delimiter: str, style: tuple[str, int]) -> None:
    header = [f"c{number}" for number in range(len(written[0]))]
    written = [[cell.replace("\t", " ") if delimiter == "\t" else cell for cell in row] for row in written]
    # a cell of one mark proves that the table is quoted
    written = [header, *written, ['"'] * len(header)]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=style[0], quoting=style[1]).writerows(written)  # type: ignore[arg-type]
    assert rows(out.getvalue(), delimiter) == written


@given(st.lists(st.lists(st.text(st.sampled_from("ab \"'„,"), max_size=5), min_size=2, max_size=2), min_size=1))
def test_an_unquoted_table_loses_no_row(written: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in [["target", "source"], *written])
    assert len(rows(text)) == len(written) + 1


def test_a_quoted_cell_holds_delimiters_line_ends_and_doubled_marks() -> None:
    assert rows('a\tb\n"x\ty"\t"line\r\nend"\n"say ""hi"""\tz\n') == [
        ["a", "b"], ["x\ty", "line\r\nend"], ['say "hi"', "z"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ['"Hello," he said.\tx', '"Open\tx', 'a\t"', '"a" "b"\tx', '""\t"a'],
)
def test_marks_that_close_no_cell_belong_to_the_text(line: str) -> None:
    assert rows(f"target\tsource\n{line}\n") == [["target", "source"], line.split("\t")]


def test_a_quotation_of_two_sentences_swallows_no_row() -> None:
    two = [['"Ich bin hier.', "I am here."], ['Und du?"', "And you?"]]
    assert rows("target\tsource\n" + "\n".join("\t".join(row) for row in two))[1:] == two


def test_whole_sentences_in_marks_beside_bare_ones_are_quotations() -> None:
    assert rows('target\tsource\n"Ja."\tYes.\nNein.\t"No."\n')[1] == ['"Ja."', "Yes."]


def test_a_column_in_which_every_cell_has_marks_is_quoted() -> None:
    assert rows('target\tid\n"Ja."\t1\n"Nein."\t2\n')[1:] == [["Ja.", "1"], ["Nein.", "2"]]


def test_a_spreadsheet_quotes_cells_with_a_comma() -> None:
    assert rows('target\tid\n"Ja, gut."\t1\nNein.\t2\n')[1] == ["Ja, gut.", "1"]
    assert rows('target\tid\n"Ja, gut."\t1\nNein, nie.\t2\n')[1] == ['"Ja, gut."', "1"]


def test_blank_lines_are_no_rows() -> None:
    assert rows("\na\tb\n\n1\t2\n\n\n") == [["a", "b"], ["1", "2"]]


def test_in_a_table_of_one_column_they_are_empty_cells() -> None:
    assert rows('target\nx\n\ny\n""\n\n', ",") == [["target"], ["x"], [""], ["y"], [""]]


def test_a_row_of_empty_cells_is_kept() -> None:
    assert rows("a\tb\n\t\nx\ty") == [["a", "b"], ["", ""], ["x", "y"]]


def test_a_cell_may_be_larger_than_csv_allows() -> None:
    big = "x" * (csv.field_size_limit() + 1)
    assert rows(f'a\tb\n"{big}"\t{big}\n')[1] == [big, big]


@pytest.mark.parametrize(
    ("text", "delimiter", "message"),
    [
        ("a\tb\n1\t2\n3\n", "\t", "a.tsv:3: expected 2 cells, as in the header, found 1; correct the row."),
        ("a,b\n1,2,3\n", ",", "a.tsv:2: expected 2 cells, as in the header, found 3; correct the row."),
        ('a,b\n"x\ny",2\n3\n', ",", "a.tsv:4: expected 2 cells, as in the header, found 1; correct the row."),
        ('a\tb\n"x\n""y"\t2\n3\n', "\t", "a.tsv:4: expected 2 cells, as in the header, found 1; correct the row."),
        ('a\tb\n"x\t2\n3\n', "\t", "a.tsv:3: expected 2 cells, as in the header, found 1; correct the row."),
        ('a,b\n1,2\n"x" y,2\n', ",", f"a.tsv:3: {UNCLOSED}"),
        ('a,b\n1,"2\n3,4\n', ",", f"a.tsv:2: {UNCLOSED}"),
    ],
)  # fmt: skip
def test_the_line_that_is_wrong_is_named(text: str, delimiter: str, message: str) -> None:
    assert refused(text, delimiter) == message


def test_a_lone_cr_is_text_where_rows_end_in_lf() -> None:
    assert rows("a\tb\nx\ry\tz\r\n") == [["a", "b"], ["x\ry", "z"]]
    assert rows('a\tb\n"x\ry"\tu\rv\n""""\t1\n')[1:] == [["x\ry", "u\rv"], ['"', "1"]]


def test_rows_that_end_in_cr_are_rows() -> None:
    assert rows("a\tb\rx\ty\r") == [["a", "b"], ["x", "y"]]
