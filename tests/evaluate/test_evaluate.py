"""An evaluation of made judgments: fixed values, and the same in every output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import mtqa
from mtqa.errors import ReadError, SettingsError, WriteError
from mtqa.evaluate.base import Judgment, Judgments
from mtqa.evaluate.evaluation import Evaluation
from mtqa.evaluate.judgments.read import read_judgments
from mtqa.evaluate.markdown import markdown
from mtqa.evaluate.page.render import to_html
from mtqa.evaluate.run import compared
from mtqa.evaluate.save import save
from mtqa.evaluate.terminal import render
from tests.evaluate.cases import findings, records, segments, write_jsonl, write_run

EXPECTED_SCORES = {"pearson": 0.934929, "spearman": 0.918705, "kendall": 0.825625, "acc_eq": 0.916667, "systems": 1.0}
EXPECTED_SPANS = {
    "mcc": 0.205248, "f1_bad": 0.285714, "char_p": 0.578947, "char_r": 0.258824, "char_f1": 0.357724, "flagged": 0.3125,
    "flagged_clean": 0.125,
}  # fmt: skip
"""What judge.py, the scorer of the data's makers, says of the same tables; Kendall's tau by scipy."""


@pytest.fixture
def found(tmp_path: Path) -> Evaluation:
    judged = read_judgments(write_jsonl(tmp_path / "judged.en-de.jsonl"))
    return compared(judged, segments(), findings(), {"version": "0.1.0", "skipped": ["Nothing else."]}, 200)


def test_the_measures_are_those_of_the_public_scorer(found: Evaluation) -> None:
    quality = found.score("quality")
    length = found.score("length")
    assert quality is not None
    assert length is not None
    measured = {name: one.value for name, one in quality.measures.items()}
    assert measured == pytest.approx(EXPECTED_SCORES, abs=1e-6)
    assert length.measures["spearman"].value == pytest.approx(-0.603655, abs=1e-6)
    assert {name: one.value for name, one in found.spans.items()} == pytest.approx(EXPECTED_SPANS, abs=1e-6)


def test_human_translations_are_no_part_of_the_comparison(found: Evaluation) -> None:
    assert (found.count, found.compared, found.systems) == (16, 12, 3)
    assert found.notes[0].startswith("4 human translations are left out")


def test_what_nobody_judged_is_not_counted_but_told() -> None:
    rows = [Judgment(f"s{at}", f"t{at}", score=float(at) if at < 12 else None, scale="da" if at < 12 else "")
            for at in range(16)]  # fmt: skip
    made = compared(Judgments("a.csv", "da", rows), segments(), findings(), {}, 0)
    assert (made.count, made.compared) == (12, 12)
    assert made.notes[0] == "4 translations that nobody judged are left out."


def test_confidence_is_held_against_what_judges_marked(found: Evaluation) -> None:
    assert [(one.low, one.count, one.kept) for one in found.confidence] == [(0.5, 2, 0), (0.8, 2, 1), (0.9, 1, 1)]
    assert found.confidence[0].chance == pytest.approx(0.425)


def test_differences_are_paired(found: Evaluation) -> None:
    gap = found.differences[0].measures["spearman"]
    quality, length = found.score("quality"), found.score("length")
    assert quality is not None
    assert length is not None
    assert found.differences[0].name == "length"
    assert gap.draws == pytest.approx(
        quality.measures["spearman"].draws - length.measures["spearman"].draws, nan_ok=True
    )


def test_an_earlier_run_gives_the_same_and_another_table_is_refused(tmp_path: Path, found: Evaluation) -> None:
    path, folder = write_jsonl(tmp_path / "again.jsonl"), write_run(tmp_path / "run")
    again = mtqa.evaluate(path, run=folder, bootstrap=0)
    assert again.spans["mcc"].value == found.spans["mcc"].value
    path.write_text("".join(json.dumps(one) + "\n" for one in records()[:-1]), encoding="utf-8")
    with pytest.raises(
        ReadError, match="expected the 15 judged translations, found 16; name the run of the same table"
    ):
        mtqa.evaluate(path, run=folder)
    path.write_text("".join(json.dumps(one) + "\n" for one in reversed(records())), encoding="utf-8")
    with pytest.raises(ReadError, match="in segment 0, found"):
        mtqa.evaluate(path, run=folder)
    with pytest.raises(ReadError, match="expected a table of an earlier run, found none"):
        mtqa.evaluate(path, run=tmp_path / "nothing")
    with pytest.raises(SettingsError, match="found both"):
        mtqa.evaluate(path, run=folder, calibration="team.json")


def test_the_terminal_shows_no_line_wider_than_80_columns(found: Evaluation) -> None:
    lines = render(found, width=60, out_folder="out").splitlines()
    assert lines[0] == "EVALUATION  judged.en-de.jsonl"
    assert lines[-1] == "Report: out/evaluation.html"
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in "".join(lines)
    assert any(line.startswith("Quality     .") for line in lines)


def test_the_folder_is_written_whole_with_the_same_bytes_and_no_other_is_touched(
    tmp_path: Path, found: Evaluation
) -> None:
    for name in ("a", "b"):
        save(found, tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "a").iterdir() if path.name[0] != ".")
    assert files == ["evaluation.html", "evaluation.json", "evaluation.md"]
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    values = json.loads((tmp_path / "a" / "evaluation.json").read_text(encoding="utf-8"))
    assert values["scores"]["quality"]["spearman"]["value"] == pytest.approx(EXPECTED_SCORES["spearman"], abs=1e-6)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(WriteError, match="expected an empty folder or an earlier report"):
        save(found, tmp_path / "mine")


def test_the_page_asks_nothing_of_a_network_and_draws_each_bin(found: Evaluation) -> None:
    html = to_html(found)
    assert not re.search(r'(?:src|href)="(?!data:|#)', html)
    assert html.count('<circle class="dot"') == len(found.confidence) + len(found.quality)
    assert "Nothing else." in html
    assert "{{" not in html


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(found: Evaluation) -> None:
    for block in re.findall(r"(?:^\|.*\|$\n?)+", markdown(found), re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().splitlines()}) == 1


def test_judgments_are_checked_where_no_run_is_given(tmp_path: Path) -> None:
    found = mtqa.evaluate(write_jsonl(tmp_path / "judged.jsonl"), bootstrap=20, metrics=("chrf",))
    names = [one.name for one in found.scores]
    assert names == ["quality", "adequacy", "fluency", "mqm", "length", "chrf"]
    assert found.langs == ("en", "de")
    assert found.about["signatures"]["chrf"]
