"""A batch: what it writes, what it does again, what it leaves out."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import mtqa
from mtqa.baseline.file import encode
from mtqa.baseline.runs import known_of
from mtqa.batch.lock import locked
from mtqa.batch.options import DEFAULT_FORMATS
from mtqa.config import Settings
from mtqa.errors import ReadError, SettingsError, WriteError
from mtqa.runs import atomic, open_run
from tests.batch.cases import PAIRS, batch, document, table, tree


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        document(tmp_path / "in", name, PAIRS[: 1 + "abc".index(name)])
    return tmp_path / "in"


def manifest(folder: Path, *rows: str) -> Path:
    path = folder / "manifest.csv"
    path.write_text("\n".join(["document,target,source,system,verdict", *rows, ""]), encoding="utf-8")
    return path


def test_a_run_has_every_document_and_its_report(delivery: Path, tmp_path: Path) -> None:
    result = batch(delivery, out=tmp_path / "run", formats=("html", "parquet"))
    run = open_run(tmp_path / "run")
    assert run.documents["document"].tolist() == ["a", "b", "c"]
    assert run.documents["segments"].tolist() == [1, 2, 3]
    assert run.segments()["document"].value_counts().to_dict() == {"a": 1, "b": 2, "c": 3}
    assert set(run.findings()["document"]) <= {"b", "c"}
    assert not run.findings(["c"]).empty
    for report in run.documents["report"]:
        assert (tmp_path / "run" / report).read_text(encoding="utf-8").startswith("<!doctype html>")
    index = (tmp_path / "run" / "index.html").read_text(encoding="utf-8")
    assert 'href="reports/c/report.html"' in index
    assert not result.failed


def test_what_the_manifest_says_is_carried_through_and_hides_nothing_of_ours(delivery: Path, tmp_path: Path) -> None:
    path = manifest(delivery, "news,a.de.txt,a.en.txt,A,mine", "news,b.de.txt,b.en.txt,B,theirs")
    batch(path, out=tmp_path / "run")
    documents = open_run(tmp_path / "run").documents
    assert documents["document"].tolist() == ["A/news", "B/news"]
    assert documents["name"].tolist() == ["news", "news"]
    assert documents["system"].tolist() == ["A", "B"]
    assert documents["input.verdict"].tolist() == ["mine", "theirs"]
    assert set(documents["verdict"]) <= {"publishable", "light edit", "heavy edit", "retranslate", ""}


def test_a_bad_document_is_told_and_stops_no_other(delivery: Path, tmp_path: Path) -> None:
    (delivery / "a.de.txt").write_bytes(b"\xff\xfe\x00\x01\x02" * 9)
    path = manifest(delivery, "bad,a.de.txt,a.en.txt,,", "gone,none.de.txt,a.en.txt,,", "good,b.de.txt,b.en.txt,,")
    result = batch(path, out=tmp_path / "run")
    assert [one.item for one in result.failed] == ["bad", "gone"]
    assert result.failed[1].reason == "none.de.txt: expected a file, found No such file or directory; check the path."
    run = open_run(tmp_path / "run")
    assert run.documents["document"].tolist() == ["good"]
    assert [one["item"] for one in run.failed] == ["bad", "gone"]
    assert str(tmp_path) not in (tmp_path / "run" / "run.json").read_text(encoding="utf-8")


def test_a_finished_run_has_nothing_to_do_and_stays_as_it_is(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "run")
    before = tree(tmp_path / "run")
    assert batch(delivery, out=tmp_path / "run", resume=True).again == 0
    assert tree(tmp_path / "run") == before


def test_only_what_changed_is_done_again_and_what_vanished_is_removed(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "run", formats=("html", "csv"))
    document(delivery, "b", PAIRS[:1])
    for side in ("de", "en"):
        (delivery / f"c.{side}.txt").unlink()
    document(delivery, "d")
    assert batch(delivery, out=tmp_path / "run", formats=("html", "csv"), resume=True).again == 2
    batch(delivery, out=tmp_path / "fresh", formats=("html", "csv"))
    assert tree(tmp_path / "run") == tree(tmp_path / "fresh")


def test_other_options_do_everything_again_and_gates_do_nothing(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "run")
    strict = Settings(target_lang="de", source_lang="en", fail_under=99.5)
    result = batch(delivery, out=tmp_path / "run", resume=True, settings=strict)
    assert result.again == 0
    assert all("score.quality" in sentence for sentence in result.gated)
    assert len(result.gated) == 3
    thorough = Settings(target_lang="de", source_lang="en", mode="thorough")
    assert batch(delivery, out=tmp_path / "run", resume=True, settings=thorough).again == 3


def test_what_a_killed_run_left_is_finished_to_the_same_bytes(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "whole")
    run = tmp_path / "run"
    batch(delivery, out=run)
    (run / "run.json").unlink()
    (run / "segments" / "b.00000.csv").write_text("half")
    (run / ".batch" / "c.00000.json").write_text('{"key": ')
    (run / "findings" / f"{atomic.UNFINISHED}0123").write_text("half")
    assert batch(delivery, out=run, resume=True).again == 2
    assert tree(run) == tree(tmp_path / "whole")


def test_a_baseline_leaves_only_what_is_new_in_each_document(delivery: Path, tmp_path: Path) -> None:
    ours = Settings(target_lang="de", source_lang="en", ignore=("garbled-phrase",))  # which hangs on all of a document
    batch(delivery, out=tmp_path / "all", settings=ours)
    known, mtqa_json = open_run(tmp_path / "all").findings(), tmp_path / "known.json"
    mtqa_json.write_text(encode(known_of([tmp_path / "all"])), encoding="utf-8")
    document(delivery, "c", [*PAIRS, ("He gave up smoking.", "Er gab das Rauchen Rauchen auf.")])
    document(delivery, "copied", PAIRS[1:2])
    settings = replace(ours, baseline=str(mtqa_json), max_minor=0, max_major=0)
    result = batch(delivery, out=tmp_path / "new", settings=settings, formats=("csv", "html"))
    run = open_run(tmp_path / "new")
    assert len(known)
    assert run.findings()[["document", "check"]].to_numpy().tolist() == [["c", "repeated-word"]]
    assert [sentence.partition(":")[0] for sentence in result.gated] == ["c"]
    assert run.documents.set_index("document")["mqm"]["b"] == 100
    assert "Er wurde am Freitag" in (tmp_path / "new" / "reports" / "b" / "report.html").read_text(encoding="utf-8")
    with pytest.raises(SettingsError, match="found one made with --baseline"):
        known_of([tmp_path / "new"])


def test_with_a_baseline_a_large_table_is_judged_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.batch.stream.LARGE", 10)
    path = table(tmp_path / "large.tsv", 4)
    batch(path, out=tmp_path / "all")
    (tmp_path / "known.json").write_text(encode(known_of([tmp_path / "all"])), encoding="utf-8")
    settings = Settings(target_lang="de", source_lang="en", baseline=str(tmp_path / "known.json"))
    batch(path, out=tmp_path / "new", settings=settings)
    assert not open_run(tmp_path / "all").findings().empty
    assert open_run(tmp_path / "new").findings().empty


def test_a_baseline_that_cannot_be_read_is_told_before_the_work(delivery: Path, tmp_path: Path) -> None:
    settings = Settings(target_lang="de", source_lang="en", baseline=str(tmp_path / "none.json"))
    with pytest.raises(ReadError, match="expected a baseline, found none"):
        batch(delivery, out=tmp_path / "run", settings=settings)
    assert not (tmp_path / "run").exists()


def test_two_processes_give_the_bytes_of_one(delivery: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        batch(delivery, out=tmp_path / str(workers), workers=workers, formats=("html", "parquet"))
    assert tree(tmp_path / "1") == tree(tmp_path / "2")


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_parts_with_different_columns_are_made_alike_however_the_run_came_about(tmp_path: Path, kind: str) -> None:
    (tmp_path / "in").mkdir()
    table(tmp_path / "in" / "b.tsv", 1)
    (tmp_path / "in" / "a.csv").write_text('target,source,owner\n"Gut, so.",All is well.,=me\n', encoding="utf-8")
    batch(tmp_path / "in", out=tmp_path / "whole", formats=(kind,))
    for name in (f"a.00000.{kind}", f"b.00000.{kind}"):
        assert {"note", "owner"} <= set(open_run(tmp_path / "whole").segments())
        assert (tmp_path / "whole" / "segments" / name).is_file()
    held = (tmp_path / "in" / "b.tsv").rename(tmp_path / "b.tsv")
    batch(tmp_path / "in", out=tmp_path / "run", formats=(kind,))
    assert "note" not in open_run(tmp_path / "run").segments()
    held.rename(tmp_path / "in" / "b.tsv")
    batch(tmp_path / "in", out=tmp_path / "run", formats=(kind,), resume=True)
    assert {name: digest for name, digest in tree(tmp_path / "run").items() if ".batch" not in name} == {
        name: digest for name, digest in tree(tmp_path / "whole").items() if ".batch" not in name
    }
    assert open_run(tmp_path / "run").segments(["a"])["owner"].tolist() == ["=me"]


def test_a_second_batch_into_the_same_folder_is_refused(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "run")
    with locked(tmp_path / "run", "run"), pytest.raises(WriteError, match=r"one that process .* is writing into"):
        batch(delivery, out=tmp_path / "run", resume=True)
    batch(delivery, out=tmp_path / "run", resume=True)


def test_an_earlier_run_is_neither_mixed_with_nor_lost_by_accident(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "run")
    with pytest.raises(WriteError, match="found a finished one; go on with --resume, or begin anew with --overwrite"):
        batch(delivery, out=tmp_path / "run")
    (tmp_path / "run" / "run.json").unlink()
    with pytest.raises(WriteError, match="found an unfinished one"):
        batch(delivery, out=tmp_path / "run")
    assert batch(delivery, out=tmp_path / "run", overwrite=True).again == 3


def test_a_folder_of_somebody_else_is_refused_and_left_alone(delivery: Path, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "mine.txt").write_text("keep")
    with pytest.raises(WriteError, match=r"found mine.txt; move that"):
        batch(delivery, out=tmp_path / "run", overwrite=True)
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["mine.txt"]


def test_a_full_disk_is_one_sentence_and_leaves_a_run_that_goes_on(
    delivery: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(delivery, out=tmp_path / "whole")
    written = 0

    def fsync(_: int) -> None:
        nonlocal written
        written += 1
        if written > 5:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(WriteError, match="found a full disk; free some space and go on with --resume") as caught:
            batch(delivery, out=tmp_path / "run")
    assert "\n" not in str(caught.value)
    assert not list((tmp_path / "run").rglob(f"{atomic.UNFINISHED}*"))
    assert not (tmp_path / "run" / "run.json").exists()
    assert batch(delivery, out=tmp_path / "run", resume=True).again == 2
    assert tree(tmp_path / "run") == tree(tmp_path / "whole")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"formats": ("csv", "parquet")}, "found both"),
        ({"scheduler": "tcp://1.2.3.4:5"}, "expected --engine dask with it"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    delivery: Path, tmp_path: Path, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        batch(delivery, out=tmp_path / "run", **options)
    assert not (tmp_path / "run").exists()


def test_a_fault_of_ours_in_one_document_is_told_like_any_other(
    delivery: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtqa.batch import work

    judge = mtqa.check

    def check(target: str, **options: Any) -> Any:
        if target.endswith("b.de.txt"):
            raise ZeroDivisionError("oh")
        return judge(target, **options)

    monkeypatch.setattr(work, "check", check)
    result = batch(delivery, out=tmp_path / "run")
    assert [one.reason for one in result.failed] == [
        "b: expected to judge it, found a fault in mtqa (ZeroDivisionError: oh); please report it."
    ]


def test_the_metadata_of_a_run_vouches_for_its_files(delivery: Path, tmp_path: Path) -> None:
    batch(delivery, out=tmp_path / "run", formats=("parquet", "html"))
    said = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    sums = {name: fact["sha256"] for item in said["items"] for name, fact in item["files"].items()}
    sums |= {name: fact["sha256"] for name, fact in said["documents"].items()}
    found = tree(tmp_path / "run")
    assert sums == {name: found[name] for name in sums}
    assert set(found) - set(sums) - {"run.json", "index.html"} == {name for name in found if name.startswith(".batch/")}
    assert DEFAULT_FORMATS == ("html", "parquet")
    assert pd.read_parquet(tmp_path / "run" / "segments").shape[0] == 6
