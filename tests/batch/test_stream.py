"""A large table that is judged in parts gives what the table judged whole gives."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import mtqa
from mtqa.batch import stream
from mtqa.batch.stream import stream_batches
from mtqa.config import Settings
from mtqa.pipeline import batches
from mtqa.read.stream import table as streamed
from mtqa.runs import open_run
from mtqa.runs.files import stored
from tests.batch.cases import PAIRS, batch, table, tree


@pytest.mark.parametrize("chunk", [1, 3, 7, 100])
@pytest.mark.parametrize("size", [1, 2, 5, 50])
def test_a_stream_is_cut_where_the_whole_is(chunk: int, size: int) -> None:
    names = ["a"] * 3 + ["b"] * 4 + ["c"] * 9 + ["d", "e", "f"] * 2 + ["g"] * 12
    langs = ["de"] * 20 + ["en"] * 3 + ["de"] * (len(names) - 23)
    frame = pd.DataFrame({"document": names, "source_lang": "en", "target_lang": langs})
    parts = [frame.iloc[start : start + chunk] for start in range(0, len(frame), chunk)]
    assert [len(one) for one in stream_batches(parts, size)] == [len(one) for one in batches(frame, size)]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGE", 1)
    monkeypatch.setattr(stream, "PART", 10)
    monkeypatch.setattr(streamed, "CHUNK", 7)


@pytest.mark.usefixtures("small_parts")
def test_a_table_in_parts_is_the_table_in_one(tmp_path: Path) -> None:
    path, settings = table(tmp_path / "t.tsv", 13), Settings(batch_size=4)
    batch(path, out=tmp_path / "run", settings=settings, formats=("parquet", "html"))
    run, whole = open_run(tmp_path / "run"), mtqa.check(str(path), settings=settings)
    assert run.items[0]["parts"] > 2
    pd.testing.assert_frame_equal(run.segments(), stored(whole.segments, "segments"))
    pd.testing.assert_frame_equal(run.findings(), stored(whole.findings, "findings"))
    pd.testing.assert_frame_equal(run.documents[list(whole.documents)], whole.documents)
    assert (tmp_path / "run" / "reports" / "t" / "report.html").read_text(encoding="utf-8") == whole.html()


@pytest.mark.usefixtures("small_parts")
def test_a_reference_gives_scores_over_the_whole_table(tmp_path: Path) -> None:
    rows = [f"{source}\t{target}\t{target if number % 2 else ''}" for number in range(6) for source, target in PAIRS]
    path, settings = tmp_path / "t.tsv", Settings(batch_size=4)
    path.write_text("\n".join(["source\ttarget\treference", *rows, ""]), encoding="utf-8")
    batch(path, out=tmp_path / "run", settings=settings, formats=("csv", "html"))
    whole = mtqa.check(str(path), settings=settings)
    assert open_run(tmp_path / "run").items[0]["corpus"] == whole.about["corpus"]
    assert whole.about["corpus"]["bleu"] == pytest.approx(100)


@pytest.mark.usefixtures("small_parts")
def test_a_table_of_which_parts_are_done_goes_on(tmp_path: Path) -> None:
    path = table(tmp_path / "t.tsv", 13)
    settings = Settings(batch_size=4)
    for name in ("whole", "run"):
        batch(path, out=tmp_path / name, settings=settings)
    run = tmp_path / "run"
    for name in ("run.json", ".batch/t.json", ".batch/t.00001.json", "segments/t.00002.csv"):
        (run / name).unlink()
    batch(path, out=run, settings=settings, resume=True)
    assert tree(run) == tree(tmp_path / "whole")


@pytest.mark.usefixtures("small_parts")
def test_a_table_that_is_wrong_further_down_is_told_before_anything_is_judged(tmp_path: Path) -> None:
    path = table(tmp_path / "t.tsv", 13)
    path.write_text(path.read_text(encoding="utf-8") + "ragged\n", encoding="utf-8")
    result = batch(path, out=tmp_path / "run")
    assert [one.reason for one in result.failed] == [
        "t.tsv:41: expected 4 cells, as in the header, found 1; correct the row."
    ]
    assert not (tmp_path / "run" / "segments").exists()
