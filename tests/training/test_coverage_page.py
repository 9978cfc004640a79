"""What other checkers test, held against what there is here."""

from __future__ import annotations

from mtqa.flag.base import CHECKS
from training.coverage_page import DOCS, SECTIONS, page, rows

OFF = "off by default"


def test_the_page_is_made_from_its_table() -> None:
    made = page(rows())
    assert (DOCS / "coverage.md").read_text(encoding="utf-8") == made, "run `python -m training.coverage_page`"


def test_every_row_names_checks_or_says_why_not() -> None:
    assert [row.row for row in rows() if not row.checks and not row.note] == []
    assert {row.section for row in rows()} == set(SECTIONS)
    assert len({(row.section, row.row) for row in rows()}) == len(rows())


def test_what_is_said_to_be_off_by_default_is_so() -> None:
    by_name = {check.name: check for check in CHECKS}
    for row in rows():
        there = [by_name[name] for name in row.checks if name in by_name]
        if row.note.startswith(OFF) and there:
            assert not all(check.default for check in there), row.row
