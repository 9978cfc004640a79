"""Runs opened again."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import mtqa
from mtqa.errors import ReadError
from mtqa.runs import open_run
from mtqa.runs.layout import slug
from tests.batch.cases import PAIRS, batch, document


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_check_opens_like_a_run(tmp_path: Path, kind: str) -> None:
    frame = pd.DataFrame(PAIRS, columns=["source", "target"])
    result = mtqa.check(frame, source_lang="en", target_lang="de")
    result.save(tmp_path / "out", [kind, "json"])
    run = open_run(tmp_path / "out")
    pd.testing.assert_frame_equal(run.findings()[list(result.findings)], result.findings, atol=1e-4)
    pd.testing.assert_frame_equal(run.segments()[list(result.segments)], result.segments, atol=1e-4)
    assert run.documents["name"].tolist() == ["table"]
    assert run.about["version"] == mtqa.__version__


def test_both_kinds_of_tables_are_the_same_frames(tmp_path: Path) -> None:
    document(tmp_path / "in", "a", [("He said: = 1 + 1.", "=1+1 sagte er."), ("", "\u2028Lücke"), *PAIRS])
    runs = []
    for kind in ("csv", "parquet"):
        batch(tmp_path / "in", out=tmp_path / kind, formats=(kind,))
        runs.append(open_run(tmp_path / kind))
    for table in ("segments", "findings"):
        frames = [getattr(run, table)() for run in runs]
        pd.testing.assert_frame_equal(frames[0], frames[1], atol=1e-4)
    pd.testing.assert_frame_equal(runs[0].documents, runs[1].documents, atol=1e-4)


def test_what_is_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="expected a run of mtqa"):
        open_run(tmp_path)
    (tmp_path / ".batch").mkdir()
    with pytest.raises(ReadError, match="found one that is not; go on with mtqa batch --resume"):
        open_run(tmp_path)
    (tmp_path / "run.json").write_text('{"schema": "mtqa.run/9"}')
    with pytest.raises(ReadError, match=r"expected the schema mtqa\.run/1, found 'mtqa\.run/9'"):
        open_run(tmp_path)


@pytest.mark.parametrize("name", ["a/b", "Ä", "..", "a b", "x" * 300, "CON.", "\ud800", ""])
def test_any_name_gives_a_name_for_files(name: str) -> None:
    assert slug(name) not in {slug("a-b"), slug("a"), "", ".", ".."}
    assert slug(name).isascii()
    assert len(slug(name)) <= 80
