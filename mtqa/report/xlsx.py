"""An Excel workbook for reviewers and clients: summary with charts, findings and segments with the words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.report.base import Report, Results

if TYPE_CHECKING:
    from pathlib import Path


def write(results: Results, folder: Path) -> None:
    """``report.xlsx`` in ``folder``: the sheets Summary, Findings, Segments, Documents.

    Every text is a text cell, never a formula. A text longer than a cell holds ends in a sentence that says so; more
    rows than a sheet holds raise :class:`mtqa.errors.WriteError`.
    """
    (folder / "report.xlsx").write_bytes(encode(results))


def encode(results: Results) -> bytes:
    """The workbook's bytes, the same for the same results."""
    from openpyxl import Workbook

    from mtqa.report.sheets.frames import add_frames
    from mtqa.report.sheets.freeze import frozen
    from mtqa.report.sheets.overview import add_overview
    from mtqa.report.sheets.table import add_looks
    from mtqa.report.summary import summary

    book = Workbook()
    book.remove(book.worksheets[0])
    add_looks(book)
    add_overview(book, summary(results), results.findings["category"].tolist())
    add_frames(book, results)
    return frozen(book)


XLSX = Report(
    name="xlsx",
    files=("report.xlsx",),
    write=write,
    summary="An Excel workbook with the words marked in their cells.",
    extra="xlsx",
    module="openpyxl",
)
