"""``mtqa evaluate`` and ``mtqa calibrate`` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from tests.cli.test_check import run
from tests.evaluate.cases import OPENINGS, records, write_jsonl


def many(path: Path, times: int) -> Path:
    """The made judgments ``times`` over, each time in other documents."""
    rows = [
        {**one, "doc_id": f"{one['doc_id']}-{time}", "mt": f"{OPENINGS[time % 4]}{one['mt']}"}
        for time in range(times)
        for one in records()
    ]
    for row in rows:
        row["mqm_annotations"] = []
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_an_evaluation_is_printed_and_written(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "judged.jsonl")
    args = ["evaluate", str(path), "--bootstrap", "50", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.startswith("EVALUATION  judged.jsonl\nEnglish → German · 16 judged translations")
    assert result.output.endswith(f"Report: {tmp_path / 'out' / 'evaluation.html'}\n")
    assert all(len(line) <= 80 for line in result.output.splitlines()[:-1])
    printed = CliRunner().invoke(cli, [*args, "--format", "json"], catch_exceptions=False)
    assert printed.output == (tmp_path / "out" / "evaluation.json").read_text(encoding="utf-8")


def test_a_calibration_is_fitted_used_and_evaluated(tmp_path: Path) -> None:
    path, out = many(tmp_path / "judged.jsonl", 8), tmp_path / "team.json"
    result = CliRunner().invoke(cli, ["calibrate", str(path), "--out", str(out)], catch_exceptions=False)
    assert result.output.startswith("CALIBRATION  team (n=96)\nEnglish → German")
    assert "Scale: error" in result.output
    again = tmp_path / "again" / "team.json"
    again.parent.mkdir()
    CliRunner().invoke(cli, ["calibrate", str(path), "--out", str(again)], catch_exceptions=False)
    assert out.read_bytes() == again.read_bytes()
    used = CliRunner().invoke(
        cli, ["evaluate", str(path), "--bootstrap", "0", "--calibration", str(out)], catch_exceptions=False
    )
    assert "Quality" in used.output
    target, source = tmp_path / "a.de.txt", tmp_path / "a.en.txt"
    target.write_text("Der Hafen ist heute geschlossen.\n", encoding="utf-8")
    source.write_text("The harbour is closed today.\n", encoding="utf-8")
    checked = CliRunner().invoke(
        cli, ["check", str(target), str(source), "--calibration", str(out)], catch_exceptions=False
    )
    assert "Quality is calibrated with team (n=96)." in checked.output


def test_a_calibration_may_stand_in_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtqa.toml").write_text('calibration = "team.json"\n', encoding="utf-8")
    (tmp_path / "a.de.txt").write_text("Der Hafen ist heute geschlossen.\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "a.de.txt"])
    assert "team.json: expected a calibration, found No such file or directory" in str(result.exception)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["evaluate", "nope.jsonl"], "nope.jsonl: expected a file, found none"),
        (["evaluate", "judged.jsonl", "--judgments-format", "mqn"], "did you mean mqm"),
        (["evaluate", "judged.jsonl", "--run", "nope"], "expected a table of an earlier run, found none"),
        (["evaluate", "judged.jsonl", "--calibration", "nope.json"], "expected a calibration, found No such file"),
        (["evaluate", "judged.jsonl", "--out", "judged.jsonl"], "expected a folder, found a file"),
        (["evaluate", "judged.jsonl", "--metric", "blue"], "did you mean bleu"),
        (
            ["calibrate", "judged.jsonl", "--out", "team.json"],
            "judged.jsonl: expected at least 50 judged translations, found 12; judge more.",
        ),
        (["calibrate", "judged.jsonl"], "Missing option '--out'"),
        (
            ["calibrate", "french.csv", "--out", "team.json"],
            "french.csv: expected translations that mtqa can score, found none",
        ),
        (["evaluate", "bare.jsonl"], "bare.jsonl: expected scores, word tags or marked spans, found none; add"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, args: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_jsonl(Path("judged.jsonl"))
    Path("bare.jsonl").write_text('{"src": "a", "mt": "b"}\n', encoding="utf-8")
    french = (
        "Le port est fermé aujourd'hui parce que la tempête est forte.,El puerto está cerrado hoy por la tormenta.,"
    )
    Path("french.csv").write_text(f"source,target,score\n{french}80\n{french}90\n", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    code, out, err = run(monkeypatch, capsys, *args)
    assert code == 2
    assert said in err
    assert "Traceback" not in err + out
    assert sorted(path.name for path in tmp_path.iterdir()) == before
