"""A Friday: a delivery of two engines is judged in a batch, compared, published, and taken as a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import cli

SOURCE = ["The house is old and very big.", "We are going home tomorrow.", "It rains again today."]
ENGINES = {
    "engine-a": ["Das Haus ist alt und sehr groß.", "Wir gehen morgen nach Hause.", "Es regnet heute wieder."],
    "engine-b": [
        "Das Haus ist ist alt und sehr groß.",
        "Wir gehen morgen nach Hause.",
        "Es regnet regnet heute wieder.",
    ],
}
DOCUMENTS = ("first", "second")


def invoke(*args: str) -> str:
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lines = ["document,target,source,system,project"]
    for document in DOCUMENTS:
        Path(f"{document}.en.txt").write_text("\n\n".join([*SOURCE, f"This is the {document} text."]), encoding="utf-8")
        for engine, texts in ENGINES.items():
            path = Path(f"{document}.{engine}.de.txt")
            path.write_text("\n\n".join([*texts, f"Das ist der {document} Text."]), encoding="utf-8")
            lines.append(f"{document},{path},{document}.en.txt,{engine},manuals")
    Path("delivery.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    invoke(
        "batch",
        "delivery.csv",
        "--out",
        "runs/2026-47",
        "--source-lang",
        "en",
        "--target-lang",
        "de",
        "--workers",
        "1",
        "-q",
    )
    return tmp_path / "runs" / "2026-47"


def test_a_batch_is_compared_published_and_taken_as_a_baseline(run: Path) -> None:
    said = json.loads(invoke("compare", "runs/2026-47", "--bootstrap", "100", "--shuffles", "100", "--format", "json"))
    assert said["systems"] == ["engine-a", "engine-b"]
    assert said["segments"] == 2 * 4
    assert said["ranking"][0]["system"] == "engine-a"
    invoke("publish", "runs", "--out", "site", "-q")
    data = json.loads(Path("site/data/runs.json").read_text(encoding="utf-8"))
    assert (data["systems"], data["projects"]) == (["engine-a", "engine-b"], ["manuals"])
    assert data["runs"][0][:2] == ["2026-47", "2026-11-16"]
    assert len(list(Path("site/reports").rglob("report.html"))) == 4
    known = invoke("baseline", "update", "runs/2026-47", "--out", "known.json")
    assert not known.startswith("known.json: 0 findings")
    assert invoke("baseline", "show", "known.json", "--run", "runs/2026-47").startswith("0 new, ")
