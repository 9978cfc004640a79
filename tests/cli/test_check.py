"""``mtqa check`` as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from mtqa.cli import cli, main

CORPORA = Path(__file__).parents[2] / "corpora"
ROUGH, CLEAN = CORPORA / "harbour-news", CORPORA / "night-train"


def texts(folder: Path) -> list[str]:
    return [str(folder / "target.de.txt"), str(folder / "source.en.txt")]


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["mtqa", *args])
    try:
        main()
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    out = capsys.readouterr()
    return code, out.out, out.err


def test_a_rough_text_gets_findings_whose_places_hold_their_words(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["check", *texts(ROUGH), "--out", str(tmp_path / "out")], catch_exceptions=False)
    assert result.exit_code == 0
    assert f"Report: {tmp_path / 'out' / 'report.html'}\n" in result.output
    findings = pd.read_csv(tmp_path / "out" / "findings.csv")
    target = (ROUGH / "target.de.txt").read_bytes().decode("utf-8")
    source = (ROUGH / "source.en.txt").read_bytes().decode("utf-8")
    assert len(findings) >= 8
    for row in findings.fillna("").to_dict("records"):
        side = target if row["side"] == "target" else source
        assert side[int(row["document_start"]) : int(row["document_end"])] == row["text"]
    documents = pd.read_csv(tmp_path / "out" / "documents.csv")
    assert documents["verdict"].iloc[0] != "publishable"
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report
    assert "<script" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_good_text_is_publishable() -> None:
    result = CliRunner().invoke(cli, ["check", *texts(CLEAN)], catch_exceptions=False)
    assert result.output.startswith("PUBLISHABLE")
    assert all(len(line) <= 80 for line in result.output.splitlines())


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        CliRunner().invoke(cli, ["check", *texts(ROUGH), "--out", str(tmp_path / name), "-q"], catch_exceptions=False)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_every_sentence_of_both_sides_stands_in_one_segment(tmp_path: Path) -> None:
    CliRunner().invoke(
        cli, ["check", *texts(ROUGH), "--format", "csv", "--out", str(tmp_path / "o")], catch_exceptions=False
    )
    segments = pd.read_csv(tmp_path / "o" / "segments.csv", keep_default_na=False)
    for side, name in (("source", "source.en.txt"), ("target", "target.de.txt")):
        text = (ROUGH / name).read_text(encoding="utf-8")
        assert "".join("".join(segments[side]).split()) == "".join(text.split())


def test_a_table_keeps_its_rows_and_their_numbers(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("source\ttarget\nThe harbour is closed.\tDer Hafen ist geschlossen.\nStop!\t\n", encoding="utf-8")
    CliRunner().invoke(
        cli,
        [
            "check",
            str(table),
            "--source-lang",
            "en",
            "--target-lang",
            "de",
            "--format",
            "csv",
            "--out",
            str(tmp_path / "o"),
        ],
        catch_exceptions=False,
    )
    segments = pd.read_csv(tmp_path / "o" / "segments.csv")
    assert segments["segment"].tolist() == [0, 1]
    assert segments["score.quality"].iloc[1] == 0
    findings = pd.read_csv(tmp_path / "o" / "findings.csv")
    assert findings["check"].tolist() == ["empty-target"]
    assert findings["document_start"].isna().all()


def test_a_reference_brings_sacrebleus_metrics(tmp_path: Path) -> None:
    reference = tmp_path / "reference.de.txt"
    reference.write_text((CLEAN / "target.de.txt").read_text(encoding="utf-8"), encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["check", *texts(CLEAN), str(reference), "--out", str(tmp_path / "o")], catch_exceptions=False
    )
    assert result.exit_code == 0
    report = json.loads((tmp_path / "o" / "report.json").read_text(encoding="utf-8"))
    assert "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp" in json.dumps(report)
    assert pd.read_csv(tmp_path / "o" / "segments.csv")["score.chrf"].dropna().gt(99).all()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--max-major", "0"], 1, "major findings are more than 0."),
        (["--fail-under", "99"], 1, "is below 99."),
        (["--min-fluency", "1"], 0, ""),
    ],
)
def test_the_gate_decides_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: list[str], code: int, said: str
) -> None:
    found, _, err = run(monkeypatch, capsys, "check", *texts(ROUGH), "-q", *options)
    assert found == code
    assert said in err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "no-such-file.de.txt"], "no-such-file.de.txt"),
        (["check", *texts(ROUGH), "--format", "pdf"], "--format: expected one of"),
        (["check", *texts(ROUGH), "--columns", "target"], "--columns: expected OURS=THEIRS pairs, found 'target'"),
        (["check", *texts(ROUGH), "--select", "XXX"], "XXX"),
        (["check", *texts(ROUGH), "--pack", "no-such-pack"], "no-such-pack"),
        (["check", *texts(ROUGH), "--metric", "blue"], "did you mean bleu"),
        (["chekc"], "no command is called 'chekc': did you mean 'check'?"),
        (["check"], "Missing argument"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], args: list[str], said: str
) -> None:
    code, out, err = run(monkeypatch, capsys, *args)
    assert code == 2
    assert said in err
    assert "Traceback" not in err + out


def test_a_pair_without_a_pack_runs_what_needs_none_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.es.txt").write_text("El barco sale del puerto a las seis de la mañana.\n", encoding="utf-8")
    (tmp_path / "a.fr.txt").write_text("Le bateau quitte le port à six heures du matin.\n", encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["check", str(tmp_path / "a.es.txt"), str(tmp_path / "a.fr.txt")], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert "There is no language pack for fr-es" in " ".join(result.output.split())


def test_an_output_folder_that_is_not_ours_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    code, _, _ = run(monkeypatch, capsys, "check", *texts(CLEAN), "--out", str(tmp_path))
    assert code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['mtqa', '--help']\n"
        "from mtqa.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'pandas', 'torch', 'wordfreq', 'simplemma', 'lxml', 'sacrebleu', 'jinja2', 'tokenizers'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(CORPORA.parent)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr
    assert "check" in done.stdout


def test_importing_mtqa_loads_nothing_heavy_and_a_check_loads_no_torch() -> None:
    code = (
        "import sys, mtqa\n"
        "assert not {'numpy', 'pandas', 'torch'} & set(sys.modules)\n"
        f"result = mtqa.check({texts(CLEAN)[0]!r}, source={texts(CLEAN)[1]!r})\n"
        "assert not {'torch', 'sentence_transformers', 'openpyxl'} & set(sys.modules)\n"
        "assert result.html().startswith('<!')\n"
    )
    env = {**os.environ, "PYTHONPATH": str(CORPORA.parent)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr
