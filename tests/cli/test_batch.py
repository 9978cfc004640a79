"""``mtqa batch`` as a user meets it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mtqa.cli import main
from mtqa.cli.check import command as check
from mtqa.config import Settings
from tests.batch.cases import PAIRS, batch, document, tree

ROOT = Path(__file__).parents[2]


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    for number in range(6):
        document(tmp_path / "in", f"d{number}", PAIRS[number % 3 :])
    return tmp_path / "in"


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["mtqa", "batch", *map(str, args), "--workers", "1"])
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    code: int | str | None = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code
    out = capsys.readouterr()
    return int(code or 0), out.out, out.err


def test_a_batch_says_what_came_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], delivery: Path, tmp_path: Path
) -> None:
    code, out, err = run(
        monkeypatch, capsys, delivery, "--target-lang", "de", "--out", tmp_path / "run", "--format", "csv"
    )
    assert code == 0
    assert out.startswith("6 documents, 12 segments\n")
    assert f"Index: {tmp_path / 'run' / 'index.html'}" in out
    assert all(len(line) <= 80 for line in out.splitlines() if not line.startswith("Index:"))
    assert "of 6 documents" in err
    assert "\r" not in err


def test_a_project_has_settings_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], delivery: Path, tmp_path: Path
) -> None:
    (tmp_path / "mtqa.toml").write_text('[projects.web]\ntarget-lang = "de"\nfail-under = 99.5\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    args = (delivery, "--out", tmp_path / "run", "--format", "csv", "-q", "--project")
    code, _, err = run(monkeypatch, capsys, *args, "web")
    assert (code, "Gate: " in err) == (1, True)
    assert run(monkeypatch, capsys, *args, "shop")[0] == 2


def test_bad_documents_and_missed_gates_are_listed_with_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], delivery: Path, tmp_path: Path
) -> None:
    (delivery / "lone.de.txt").write_text("Allein.", encoding="utf-8")
    args = (delivery, "--target-lang", "de", "--out", tmp_path / "run", "--format", "csv", "-q")
    code, out, err = run(monkeypatch, capsys, *args, "--fail-under", "99.5")
    assert (code, out) == (1, "")
    assert "Not judged: lone: lone.de.txt: expected a source or a reference with it" in err
    assert err.count("Gate: d") == 6
    assert run(monkeypatch, capsys, *args, "--resume")[0] == 1
    (delivery / "lone.de.txt").unlink()
    assert run(monkeypatch, capsys, *args, "--resume")[0] == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere"], "nowhere"),
        (["in", "--format", "pdf"], "no report is called 'pdf'"),
        (["in", "--engine", "spark"], "no engine is called 'spark'"),
        (["in", "--select", "XXX"], "XXX"),
        (["-"], "write the manifest to a file"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], delivery: Path, tmp_path: Path,
    args: list[str], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    code, _, err = run(monkeypatch, capsys, *args, "--out", "run")
    assert code == 2
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / "run").exists()


def test_batch_takes_every_setting_that_check_takes() -> None:
    from mtqa.cli.batch import command

    names = {param.name for param in command.params}
    assert {param.name for param in check.params if param.name in Settings.__dataclass_fields__} <= names


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_batch_that_was_stopped_goes_on_to_the_same_bytes(delivery: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mtqa", "batch", str(delivery), "--target-lang", "de", "--format", "csv", "-q"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    go_on = [*command, "--out", str(tmp_path / "stopped"), "--workers", "2", "--resume"]
    for end in (signal.SIGINT, signal.SIGKILL):
        before = len(list(tmp_path.glob("stopped/.batch/*.json")))
        process = subprocess.Popen(go_on, env=env, stderr=subprocess.PIPE, text=True)
        while len(list(tmp_path.glob("stopped/.batch/*.json"))) <= before and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(end)
        _, said = process.communicate()
        assert process.returncode in {130 if end == signal.SIGINT else -end, 0}
        assert process.returncode != 130 or "go on with --resume" in said
    subprocess.run(go_on, env=env, check=True)
    batch(delivery, out=tmp_path / "whole", settings=Settings(target_lang="de"))
    assert tree(tmp_path / "stopped") == tree(tmp_path / "whole")
