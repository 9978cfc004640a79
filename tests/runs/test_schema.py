"""``docs/schema.md`` says what a run holds, and what it shows to do with it works."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from mtqa.report.parquet import KINDS
from mtqa.runs.files import CONTRACTS
from mtqa.runs.layout import DOCUMENT_COLUMNS, METADATA, SCHEMA
from tests.batch.cases import PAIRS, batch, document

PAGE = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has ``runs/2026-47``, of two systems."""
    root = tmp_path_factory.mktemp("history")
    document(root, "news", [*PAIRS, ("He did not come.", "Er kam kam.")])
    rows = [f"news,news.de.txt,news.en.txt,{system},Harbour" for system in "AB"]
    (root / "m.csv").write_text("\n".join(["document,target,source,system,project", *rows]), encoding="utf-8")
    batch(root / "m.csv", out=root / "runs" / "2026-47", formats=("parquet",))
    return root


def listed(table: str) -> dict[str, str]:
    """Column -> type, as the page lists them."""
    section = re.split(rf"^## {table}$", PAGE, flags=re.MULTILINE)[1].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([\w.]+)` \| (\w+) \|", section, flags=re.MULTILINE))


@pytest.mark.parametrize("table", list(CONTRACTS))
def test_the_page_lists_the_columns_and_types_of_each_table(table: str) -> None:
    more = dict.fromkeys(DOCUMENT_COLUMNS, "string") if table == "documents" else {}
    expected = {name: KINDS[kind] for name, kind in CONTRACTS[table].columns.items()} | more
    assert listed(table) == expected


@pytest.mark.parametrize("table", list(CONTRACTS))
def test_the_files_have_what_the_page_lists(runs: Path, table: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for path in (runs / "runs" / "2026-47" / table).iterdir():
        schema = parquet.read_schema(path)
        found = {field.name: str(field.type).replace("double", "float64") for field in schema}
        assert found.items() >= listed(table).items()
        assert schema.metadata[METADATA].decode() == SCHEMA
    assert f"**`{SCHEMA}`**" in PAGE


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, flags=re.DOTALL)


def test_the_example_with_pandas_works(
    runs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(runs)
    names: dict[str, pd.DataFrame] = {}
    exec(examples("python")[0], names)
    assert names["by_system"].index.tolist() == ["A", "B"]
    assert "errors per 1,000 words" in capsys.readouterr().out


def test_the_examples_with_duckdb_work(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(runs)
    weeks, findings = (duckdb.sql(query).fetchall() for query in examples("sql"))
    assert [row[:2] for row in weeks] == [("2026-47", "A"), ("2026-47", "B")]
    assert findings
    assert {row[0] for row in findings} == {"A", "B"}
