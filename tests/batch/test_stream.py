"""A large table that is judged in parts gives what the table judged whole gives."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import mtqa
from mtqa.batch import stream
from mtqa.batch.stream import stream_batches
from mtqa.config import Settings
from mtqa.pipeline import batches
from mtqa.read.stream import table as streamed
from mtqa.report.json import encode
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


AGREED = ("Open the settings of the printer.", "Öffnen Sie die Einstellungen des Druckers.", "")
DIFFERS = ("Open the settings of the printer.", "Öffnen Sie die Optionen des Druckers.", "")
HELD = (*DIFFERS[:2], "mtqa: ignore TER101 -- as the label says")
IN_VAIN = ("The harbour is closed today.", "Der Hafen ist heute geschlossen.", "mtqa: ignore number-mismatch")
WRONG = ("Pay 25 euros for the old harbour.", "Zahlen Sie 52 Euro für den alten Hafen.", "")
ENTRIES = """
[[suppress]]
check = "number-mismatch"
reason = "The list is newer."
document = "doc*"
[[suppress]]
check = "inconsistent-source"
reason = "Never."
[[suppress]]
check = "variant-inconsistent"
reason = "Either will do."
target = "Ein Delphin schwimmt heute."
"""


def disagreeing(path: Path, *, names: bool = True) -> Path:
    """A table whose rows disagree across its parts and documents, with comments that hold back one finding and none."""
    filling = [
        (f"The ship {number} left on day {number}.", f"Das Schiff {number} fuhr am Tag {number}.", "")
        for number in range(60)
    ]
    rows = [AGREED, *filling[:12], AGREED, WRONG, *filling[12:25], DIFFERS, IN_VAIN, IN_VAIN, *filling[25:40], HELD, AGREED,
            ("A dolphin swims today.", "Ein Delfin schwimmt heute.", ""), *filling[40:],
            ("The dolphin swims today.", "Der Delfin schwimmt heute.", ""),
            ("A dolphin swims today.", "Ein Delphin schwimmt heute.", "")]  # fmt: skip
    lines = [
        f"doc{number // 55}\t{chr(9).join(cells)}" if names else "\t".join(cells) for number, cells in enumerate(rows)
    ]
    header = "source\ttarget\tnote"
    path.write_text("\n".join([f"document\t{header}" if names else header, *lines, ""]), encoding="utf-8")
    return path


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("scope", ["document", "run"])
@pytest.mark.parametrize("dataset", ["csv", "parquet"])
def test_rows_that_disagree_across_parts_are_found_as_in_the_whole(tmp_path: Path, scope: str, dataset: str) -> None:
    path, entries = disagreeing(tmp_path / "t.tsv"), tmp_path / "held.toml"
    entries.write_text(ENTRIES, encoding="utf-8")
    settings = Settings(batch_size=4, consistency=scope, suppressions=str(entries), target_lang="de", source_lang="en")
    batch(path, out=tmp_path / "run", settings=settings, formats=(dataset, "html", "json"))
    run, whole = open_run(tmp_path / "run"), mtqa.check(str(path), settings=settings)
    late = whole.findings[whole.findings["code"].isin(["TER101", "STY101"])]
    assert late["text"].tolist()[:1] == ["Optionen"]
    assert set(whole.suppressed["code"]) > {"TER101", "ACC007"}
    assert [sentence[:20] for sentence in whole.about["unused"]] == ["Suppression 2 (incon", "A comment in doc0, s"]
    if dataset == "parquet":
        pd.testing.assert_frame_equal(run.findings(), stored(whole.findings, "findings"))
    assert run.findings()["message"].tolist() == whole.findings["message"].tolist()
    pd.testing.assert_frame_equal(run.documents[list(whole.documents)], whole.documents)
    report = tmp_path / "run" / "reports" / "t"
    assert (report / "report.html").read_text(encoding="utf-8") == whole.html()
    told, said = (json.loads(text) for text in ((report / "report.json").read_bytes(), encode(whole.results)))
    assert [told[key] for key in ("about", "suppressed")] == [said[key] for key in ("about", "suppressed")]


@pytest.mark.usefixtures("small_parts")
def test_what_was_found_last_is_not_found_twice_when_a_run_goes_on(tmp_path: Path) -> None:
    path, settings = disagreeing(tmp_path / "t.tsv"), Settings(batch_size=4, target_lang="de", source_lang="en")
    for name in ("whole", "run", "parallel"):
        batch(path, out=tmp_path / name, settings=settings, workers=2 if name == "parallel" else 1)
    run = tmp_path / "run"
    for name in ("run.json", ".batch/t.json", ".batch/t.00002.json"):
        (run / name).unlink()
    batch(path, out=run, settings=settings, resume=True)
    assert tree(run) == tree(tmp_path / "whole") == tree(tmp_path / "parallel")


@pytest.mark.usefixtures("small_parts")
def test_several_tables_disagree_each_in_itself(tmp_path: Path) -> None:
    for name in "ab":
        disagreeing(tmp_path / f"{name}.tsv", names=name == "a")
    settings = Settings(batch_size=4, target_lang="de", source_lang="en")
    batch(tmp_path / "*.tsv", out=tmp_path / "run", settings=settings)
    found = open_run(tmp_path / "run").findings()
    late = found[found["code"] == "TER101"]
    assert list(zip(late["document"], late["segment"], strict=True)) == [("a/doc0", 28), ("b", 28), ("b", 70)]


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
