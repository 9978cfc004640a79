from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from mtqa.errors import WriteError
from mtqa.report.sheets import table
from mtqa.report.xlsx import encode
from tests.report.cases import make_results, one_segment

if TYPE_CHECKING:
    from mtqa.report.base import Results

openpyxl = pytest.importorskip("openpyxl")


def load(results: Results, *, rich: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(encode(results)), rich_text=rich)


def column(sheet: Any, name: str) -> list[Any]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(name)] for row in sheet.iter_rows(min_row=2)]


def test_the_workbook_has_four_sheets_and_every_row(results: Results) -> None:
    book = load(results)
    assert book.sheetnames == ["Summary", "Findings", "Segments", "Documents"]
    assert [book[name].max_row - 1 for name in book.sheetnames[1:]] == [13, 9, 1]


@pytest.mark.parametrize("name", ["Findings", "Segments", "Documents"])
def test_the_header_is_frozen_and_every_column_has_a_filter(results: Results, name: str) -> None:
    sheet = load(results)[name]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 Grad", "@x", "#N/A", "'=1", "\t=1"])
@pytest.mark.parametrize("marked", [False, True])
def test_a_text_that_looks_like_a_formula_is_a_text_cell(text: str, marked: bool) -> None:
    made = one_segment(text, text, *([(0, 1)] if marked else []))
    cell = column(load(made)["Segments"], "target")[0]
    assert (cell.data_type, cell.value) == ("s", text)
    assert bool(cell.quotePrefix) == (text[0] != "#")


def test_the_words_of_findings_are_marked_in_their_cell(results: Results) -> None:
    cell = column(load(results, rich=True)["Segments"], "target")[5]
    marked = [str(run) for run in cell.value if not isinstance(run, str)]
    assert marked == ["reisen reisen", "Kabinen -Bereichen"]
    assert str(cell.value) == results.segments["target"][5]


def test_beside_a_finding_only_its_own_words_are_marked(results: Results) -> None:
    cells = column(load(results, rich=True)["Findings"], "target")
    found = results.findings["check"].tolist().index("wrong-sense")
    assert [str(run) for run in cells[found].value if not isinstance(run, str)] == ["Zeittafel"]


def test_a_finding_on_the_source_is_marked_in_the_source(results: Results) -> None:
    cells = column(load(results, rich=True)["Segments"], "source")
    marked = [str(run) for run in cells[3].value if not isinstance(run, str)]
    assert marked == ["The gate closes ten minutes before departure."]


def test_spaces_at_the_borders_of_marked_words_are_kept() -> None:
    made = one_segment("Ein  Wort mehr.", "", (3, 5))
    assert str(column(load(made, rich=True)["Segments"], "target")[0].value) == "Ein  Wort mehr."


def test_scores_are_numbers_with_one_decimal_and_missing_ones_are_empty(results: Results, nothing: Results) -> None:
    cell = column(load(results)["Segments"], "score.quality")[0]
    assert (cell.value, cell.number_format) == (74.0, "0.0")
    assert column(load(nothing)["Documents"], "score.quality")[0].value is None


def test_the_summary_says_the_verdict_and_draws_two_charts(results: Results) -> None:
    sheet = load(results)["Summary"]
    assert sheet["A3"].value == "Heavy edit"
    with zipfile.ZipFile(io.BytesIO(encode(results))) as archive:
        assert [name for name in archive.namelist() if "charts/chart" in name] == [
            "xl/charts/chart1.xml",
            "xl/charts/chart2.xml",
        ]


def test_a_text_longer_than_a_cell_says_what_is_missing() -> None:
    cell = column(load(one_segment("ä" * 40_000, "", (0, 3)))["Segments"], "target")[0]
    assert len(cell.value) == 32_767
    assert "40000 characters" in cell.value


def test_control_characters_do_not_break_the_file() -> None:
    cell = column(load(one_segment("a\x00b\x1bc\ud800\uffff", "", (0, 2)))["Segments"], "target")[0]
    assert cell.value == "a␀b␛c��"


def test_more_rows_than_a_sheet_holds_are_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, results: Results
) -> None:
    monkeypatch.setattr(table, "ROWS", 5)
    with pytest.raises(WriteError, match=r"at most 5 rows in the sheet 'Findings', found 13; choose --format csv"):
        encode(results)


def test_no_clock_stands_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(encode(make_results()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")
