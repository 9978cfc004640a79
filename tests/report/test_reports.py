"""What holds for every report, those of others included."""

from __future__ import annotations

import re
import socket
import time
from typing import TYPE_CHECKING, NoReturn

import pytest
from pandas.testing import assert_frame_equal

from mtqa.report.base import REPORTS, Report, Results
from tests.report.cases import make_results, one_segment

if TYPE_CHECKING:
    from pathlib import Path

EVERY = pytest.mark.parametrize("report", list(REPORTS), ids=lambda report: report.name)


def written(report: Report, results: Results, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    report.write(results, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_formats_are_these() -> None:
    assert list(REPORTS.units) == ["codequality", "csv", "html", "json", "md", "parquet", "sarif", "xlsx"]


@EVERY
def test_a_report_writes_exactly_the_files_it_names(report: Report, results: Results, tmp_path: Path) -> None:
    assert sorted(written(report, results, tmp_path / "out")) == sorted(report.files)


@EVERY
def test_the_same_results_give_the_same_bytes(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(report, make_results(), tmp_path / "first")
    later = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    assert written(report, make_results(), tmp_path / "second") == first


@EVERY
def test_a_report_leaves_the_results_as_they_are(report: Report, tmp_path: Path) -> None:
    results, same = make_results(), make_results()
    written(report, results, tmp_path / "out")
    for name in ("segments", "findings", "documents"):
        assert_frame_equal(getattr(results, name), getattr(same, name))
    assert results.about == same.about


@EVERY
def test_a_run_that_found_and_scored_nothing_has_a_report(report: Report, nothing: Results, tmp_path: Path) -> None:
    assert all(written(report, nothing, tmp_path / "out").values())


@EVERY
def test_a_hostile_text_does_not_stop_a_report(report: Report, tmp_path: Path) -> None:
    text = "<script>\x00\x1b[2J\u202e=1+1\r\n]]>--></script>\ud800"
    assert all(written(report, one_segment(text, text, (0, 8), (4, 20)), tmp_path / "out").values())


@EVERY
def test_several_documents_have_one_report(report: Report, delivery: Results, tmp_path: Path) -> None:
    assert all(written(report, delivery, tmp_path / "out").values())


@EVERY
def test_a_report_opens_no_socket(
    report: Report, results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a report reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    written(report, results, tmp_path / "out")


@EVERY
def test_a_report_says_in_one_line_what_it_is_for(report: Report) -> None:
    assert re.fullmatch(r"[A-Z].{10,70}\.", report.summary)
