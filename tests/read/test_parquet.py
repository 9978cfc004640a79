"""Parquet tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.read import ReadOptions, read
from mtqa.read.stream import open_table
from mtqa.read.stream import table as streamed

pytest.importorskip("pyarrow")
PAIR = ("The harbour is closed today.", "Der Hafen ist heute geschlossen.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    frame = pd.DataFrame([PAIR] * 5, columns=["source", "target"])
    frame["document"] = ["a", "a", "b", "b", "b"]
    frame["points"] = [1, 2, 3, 4, None]
    frame["day"] = pd.Timestamp("2026-11-29")
    frame.to_parquet(tmp_path / "pairs.parquet")
    return tmp_path / "pairs.parquet"


def test_a_parquet_table_is_a_table_of_pairs(path: Path) -> None:
    frame = read(path)
    assert frame["document"].tolist() == ["a", "a", "b", "b", "b"]
    assert frame["segment"].tolist() == [0, 1, 2, 3, 4]
    assert set(zip(frame["source_lang"], frame["target_lang"], strict=True)) == {("en", "de")}
    assert frame["points"].tolist()[:2] == [1.0, 2.0]
    assert frame["day"].iloc[0] == "2026-11-29 00:00:00"


@pytest.mark.parametrize("kind", ["parquet", "tsv", "csv", "jsonl"])
def test_any_table_that_is_streamed_is_the_one_that_is_read(
    path: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamed, "CHUNK", 2)
    frame = pd.read_parquet(path).drop(columns=["day", "points"])
    other = tmp_path / f"other.{kind}"
    if kind == "jsonl":
        frame.to_json(other, orient="records", lines=True)
    elif kind == "parquet":
        frame.to_parquet(other)
    else:
        frame.to_csv(other, sep="\t" if kind == "tsv" else ",", index=False)
    table = open_table(str(other), ReadOptions())
    assert table is not None
    assert table.rows == 5
    frames = list(table.frames())
    assert [len(one) for one in frames] == [2, 2, 1]
    pd.testing.assert_frame_equal(pd.concat(frames, ignore_index=True), read(other))


@pytest.mark.parametrize("data", [b"source\ttarget\nA\xff\tB\n", "source\ttarget\nA\tB\n".encode("utf-16")])
def test_what_is_not_utf_8_is_left_to_be_read_whole(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "old.tsv").write_bytes(data)
    assert open_table(str(tmp_path / "old.tsv"), ReadOptions()) is None


def test_a_damaged_file_is_one_sentence(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ReadError, match="expected a Parquet file, found a damaged one"):
        read(path)
