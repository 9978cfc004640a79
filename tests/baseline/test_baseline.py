"""What is new since: moved, renumbered, mended and copied text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from mtqa.baseline.base import entries, since
from mtqa.baseline.file import encode, load
from mtqa.cli import cli
from mtqa.data import Finding, Severity
from mtqa.errors import ReadError
from mtqa.frames import SEGMENTS, findings_frame

Frames = tuple[pd.DataFrame, pd.DataFrame]
TEXT = [
    ("The dog barks.", "Der Hund Hund bellt."),
    ("It is late.", "Es ist ist spät."),
    ("We go home.", "Wir gehen heim."),
]


def run(*pairs: tuple[str, str], document: str = "a", first: int = 0) -> Frames:
    """Segments, and a finding on each word that stands twice in a row."""
    rows = [{"document": document, "segment": first + at, "source": source, "target": target}
            for at, (source, target) in enumerate(pairs)]  # fmt: skip
    found = [
        Finding(document, first + at, "repeated-word", "LIN007", "linguistic-conventions/duplication", Severity.MINOR, "target",
                target.index(f"{word} {word}"), target.index(f"{word} {word}") + 2 * len(word) + 1, f"{word} {word}", "Twice.")
        for at, (_, target) in enumerate(pairs)
        for word, after in zip(target.split(), target.split()[1:], strict=False)
        if word == after
    ]  # fmt: skip
    return SEGMENTS.build(rows), findings_frame(found)


def counts(now: Frames, before: Frames) -> tuple[int, int, int]:
    found = since(*now, entries(*before))
    return sum(found.new), found.known, len(found.fixed)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (run(*TEXT), (0, 2, 0)),
        (run(*TEXT[::-1]), (0, 2, 0)),
        (run(("New.", "Neu."), *TEXT, first=40), (0, 2, 0)),
        (run(*[(f" {source}", f"{target}\n") for source, target in TEXT]), (0, 2, 0)),
        (run(TEXT[0], ("It is late.", "Es ist spät."), TEXT[2]), (0, 1, 1)),
        (run(*TEXT, ("So so.", "Es geht so so gut.")), (1, 2, 0)),
        (run(*TEXT, TEXT[0]), (1, 2, 0)),
        (run(("The dog barks.", "Der Hund Hund bellt laut."), *TEXT[1:]), (0, 2, 0)),
        (run(("The dogs bark.", "Der Hund Hund bellt."), *TEXT[1:]), (0, 2, 0)),
        (run(("The cat sleeps.", "Die Katze und der Hund Hund schlafen."), *TEXT[1:]), (1, 1, 1)),
        (run(*TEXT, document="renamed"), (0, 2, 0)),
    ],
    ids=[
        "same",
        "moved",
        "renumbered",
        "spaces",
        "fixed",
        "new",
        "copied",
        "target edited",
        "source edited",
        "rewritten",
        "renamed",
    ],
)
def test_what_is_new_known_and_fixed(now: Frames, expected: tuple[int, int, int]) -> None:
    assert counts(now, run(*TEXT)) == expected


def test_documents_that_a_run_does_not_have_are_not_fixed() -> None:
    found = since(*run(TEXT[2], document="b"), entries(*run(*TEXT)))
    assert (found.fixed, found.unseen) == ([], 2)


def test_the_file_is_sorted_a_finding_a_line_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(encode(entries(*run(*TEXT))), encoding="utf-8")
    assert load(path) == entries(*run(*TEXT))
    assert encode(load(path)[::-1]) == path.read_text(encoding="utf-8")
    before, after = (
        path.read_text(encoding="utf-8").splitlines(),
        encode(entries(*run(*TEXT, ("Oh.", "Es geht so so gut.")))).splitlines(),
    )
    assert len(set(after) - set(before)) <= 2  # one line more, and a comma
    assert load_text(tmp_path, encode([])) == []


def load_text(folder: Path, text: str) -> Sequence[object]:
    path = folder / "other.json"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"schema": "x"}', '{"schema": "mtqa.baseline/1", "findings": [{"check": 1}]}']
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReadError, match="expected"):
        load_text(tmp_path, text)


def invoke(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    return result.exit_code, result.output


def test_a_gate_counts_only_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [
        "The house is old and big.\tDas Haus ist ist alt und groß.",
        "We are going home.\tWir gehen heute nach Hause.",
    ]
    table, base = Path("pairs.tsv"), "known.json"
    langs = ("--source-lang", "en", "--target-lang", "de", "--format", "csv", "--format", "json",
             "--select", "repeated-word")  # fmt: skip
    table.write_text("source\ttarget\n" + "\n".join(rows) + "\n", encoding="utf-8")
    assert invoke("check", "pairs.tsv", *langs, "--out", "run", "--max-minor", "0")[0] == 1
    assert invoke("baseline", "update", "run", "--out", base)[1] == f"{base}: 1 finding known, 1 added, 0 removed.\n"
    assert invoke("check", "pairs.tsv", *langs, "--out", "again", "--baseline", base, "--max-minor", "0")[0] == 0
    table.write_text(
        "source\ttarget\n" + "\n".join([*rows[::-1], "It rains again.\tEs regnet regnet wieder."]) + "\n",
        encoding="utf-8",
    )
    code, output = invoke("check", "pairs.tsv", *langs, "--out", "again", "--baseline", base, "--max-minor", "0")
    assert code == 1
    assert "1 new, 1 known, 0 fixed" in " ".join(output.split())
    assert json.loads(Path("again/report.json").read_text(encoding="utf-8"))["about"]["baseline"] == {
        "new": 1, "known": 1, "fixed": 0, "unseen": 0,
    }  # fmt: skip
    assert pd.read_csv("again/findings.csv")["text"].tolist() == ["regnet regnet"]
    assert CliRunner().invoke(cli, ["baseline", "update", "again", "--out", "x.json"]).exception is not None
    assert "repeated-word" in invoke("baseline", "show", base)[1]
    missing = CliRunner().invoke(cli, ["check", "pairs.tsv", "--baseline", "none.json"])
    assert "none.json: expected a baseline, found none; make one with" in str(missing.exception)
    assert invoke("check", "pairs.tsv", *langs, "--out", "full", "-q")[0] == 0
    assert invoke("baseline", "show", base, "--run", "full")[1].startswith("1 new, 1 known, 0 fixed\nnew")
