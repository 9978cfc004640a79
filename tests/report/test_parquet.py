from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from mtqa.report.parquet import table, write
from tests.report.cases import make_results, one_segment

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.report.base import Results

pq = pytest.importorskip("pyarrow.parquet")


def test_the_tables_come_back_as_they_were(results: Results, tmp_path: Path) -> None:
    write(results, tmp_path)
    back = pd.read_parquet(tmp_path / "findings.parquet")
    assert_frame_equal(back, results.findings, check_dtype=False)


def test_an_empty_table_has_the_types_of_a_full_one(results: Results, nothing: Results) -> None:
    full, empty = table(results.findings).schema, table(nothing.findings).schema
    assert empty.equals(full)


def test_no_version_of_a_library_stands_in_the_metadata(results: Results, tmp_path: Path) -> None:
    write(results, tmp_path)
    assert b"pandas" not in (pq.read_schema(tmp_path / "segments.parquet").metadata or {})


def test_a_missing_score_is_null_and_ranges_are_json() -> None:
    made = one_segment("x\ud800y")
    frame = made.segments.copy()
    frame["target_markup"] = pd.Series([((0, 2),)], dtype="object")
    frame["score.ter"] = float("nan")
    back = table(frame).to_pydict()
    assert back["score.ter"] == [None]
    assert back["target_markup"] == ["[[0,2]]"]
    assert back["target"] == ["x?y"]


def test_numbers_are_not_rounded() -> None:
    made = make_results()
    frame = made.segments.assign(**{"score.quality": 1 / 3})
    assert table(frame).to_pydict()["score.quality"][0] == 1 / 3
