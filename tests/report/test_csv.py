from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS
from mtqa.report.cells import unguard
from mtqa.report.csv import encode, write
from tests.report.cases import one_segment

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.report.base import Results


def read(data: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(data), keep_default_na=False)


def test_the_three_tables_have_their_public_columns_first(results: Results, tmp_path: Path) -> None:
    write(results, tmp_path)
    for name, contract in {"segments": SEGMENTS, "findings": FINDINGS, "documents": DOCUMENTS}.items():
        columns = list(pd.read_csv(tmp_path / f"{name}.csv").columns)
        assert columns[: len(contract.columns)] == list(contract.columns)
    assert "score.chrf" in pd.read_csv(tmp_path / "segments.csv").columns


def test_the_words_of_a_finding_stand_at_its_offsets(results: Results, tmp_path: Path) -> None:
    write(results, tmp_path)
    segments, findings = read((tmp_path / "segments.csv").read_bytes()), read((tmp_path / "findings.csv").read_bytes())
    texts = segments.set_index("segment")
    for row in findings.to_dict("records"):
        text = unguard(str(texts.loc[row["segment"], row["side"]]))
        assert text[row["start"] : row["end"]] == unguard(row["text"])
    assert len(findings) == len(results.findings)


@pytest.mark.parametrize("text", ['Er sagte "nein", dann', "zwei\nZeilen", "Wagen\rRücklauf", "a\r\nb", "", "–", "  "])
def test_a_text_comes_back_as_it_was(text: str) -> None:
    data = encode(pd.DataFrame({"target": [text, "x"], "n": [1, 2]}))
    assert pd.read_csv(io.BytesIO(data), keep_default_na=False, lineterminator="\n")["target"][0] == text


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_looks_like_a_formula_is_written_as_text(text: str) -> None:
    cell = encode(pd.DataFrame({"target": [text]})).decode().partition("\n")[2]
    assert cell.startswith(("'", "\"'"))


def test_a_negative_number_stays_a_number() -> None:
    assert encode(pd.DataFrame({"score.quality": [-1.5, -0.00001]})) == b"score.quality\n-1.5000\n0.0000\n"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NA, ""),
        (3, "3"),
        (True, "true"),
        (0.1 + 0.2, "0.3000"),
        (((0, 3),), '"[[0,3]]"'),
    ],
)
def test_every_kind_of_value_has_one_way_to_be_written(value: Any, cell: str) -> None:
    data = encode(pd.DataFrame({"a": pd.Series([value], dtype="object"), "b": ["x"]}))
    assert data == f"a,b\n{cell},x\n".encode()


def test_lines_end_in_lf_and_the_file_is_utf_8() -> None:
    data = encode(pd.DataFrame({"target": pd.Series(["Grüße", "x\ud800y"], dtype="object")}))
    assert data == "target\nGrüße\nx?y\n".encode()


def test_offsets_of_a_finding_are_empty_where_there_is_no_running_text() -> None:
    made = one_segment("Ein Wort.", "", (0, 3), document_start=pd.NA, document_end=pd.NA)
    assert read(encode(made.findings))["document_start"].tolist() == [""]
