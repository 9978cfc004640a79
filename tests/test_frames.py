"""Column contracts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from mtqa.data import Finding, Severity
from mtqa.errors import FrameError
from mtqa.frames import FINDINGS, SEGMENTS, findings_frame, segments_of


def test_a_missing_column_is_named() -> None:
    with pytest.raises(
        FrameError, match="segments frame: expected the columns target, source, found target; add source"
    ):
        SEGMENTS.check(pd.DataFrame({"target": ["a"]}), wants=["target", "source"])


def test_an_empty_frame_has_all_columns_and_dtypes() -> None:
    frame = FINDINGS.empty()
    assert list(frame.columns) == list(FINDINGS.columns)
    assert str(frame["start"].dtype) == "int64"


def test_rows_come_back_as_values_with_empty_texts_for_missing_ones() -> None:
    frame = pd.DataFrame({"target": ["Ja.", None], "source": [float("nan"), "Yes."], "segment": [0, 1]})
    first, second = segments_of(frame)
    assert (first.target, first.source, first.number) == ("Ja.", "", 0)
    assert (second.target, second.source, second.number) == ("", "Yes.", 1)


def test_findings_become_rows_in_their_order_with_plain_severities() -> None:
    finding = Finding("a", 0, "x", "ACC001", "accuracy/omission", Severity.MAJOR, "target", 1, 3, "bc", "why")
    frame = findings_frame([finding])
    assert list(frame.columns) == list(FINDINGS.columns)
    assert frame.loc[0, "severity"] == "major"
    assert frame["document_start"].isna().all()


def test_a_frame_holds_any_text_and_keeps_numbers() -> None:
    rows: list[dict[str, Any]] = [
        {"document": "\ud800", "segment": 0, "more": 1.5, "note": "\udc00"},
        {"segment": 1, "more": 2},
    ]
    frame = SEGMENTS.build(rows)
    assert frame["document"].tolist() == ["\ud800", ""]
    assert frame["more"].dtype == "float64"
    assert frame["note"].tolist() == ["\udc00", None]
