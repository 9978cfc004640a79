"""JSON Lines as ready pairs."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.read.base import ReadOptions
from mtqa.read.jsonl import JSONL


def read(*lines: object, **options: object) -> pd.DataFrame:
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return JSONL.read(data.encode(), "a.jsonl", ReadOptions(**options))  # type: ignore[arg-type]


def refused(*lines: object) -> str:
    with pytest.raises(ReadError) as error:
        read(*lines)
    return str(error.value)


def test_every_object_is_a_pair_and_missing_texts_are_empty() -> None:
    frame = read({"src": "a", "mt": "b"}, "", {"mt": None, "id": 7, "doc": 3})
    assert frame["target"].tolist() == ["b", ""]
    assert frame["source"].tolist() == ["a", ""]
    assert frame["segment"].tolist() == [0, 1]
    assert frame["id"].tolist() == [None, 7]
    assert frame["document"].tolist() == ["a.jsonl", "3"]


@pytest.mark.parametrize("references", [{"refA": "r", "refB": "s"}, ["r", "s"], "r"])
def test_of_several_references_the_first_is_taken(references: object) -> None:
    assert read({"target": "x", "refs": references})["reference"].tolist() == ["r"]


def test_line_ends_in_a_text_are_no_rows() -> None:
    assert read({"target": "a\r\nb\u2028c"})["target"].tolist() == ["a\r\nb\u2028c"]


def test_other_values_are_carried_as_they_are_or_as_json() -> None:
    frame = read({"target": "x", "score": 0.5, "good": True, "tags": ["OK", "ü"], "note": "half \ud800"})
    values = [frame[column].iloc[0] for column in ("score", "good", "tags", "note")]
    assert values == [0.5, True, '["OK", "ü"]', "half \ufffd"]


def test_keys_are_chosen_like_columns() -> None:
    assert read({"Text": "x"}, columns={"target": "Text"})["target"].tolist() == ["x"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"target": "x"', "expected a JSON object, found a mistake in it (Expecting ',' delimiter); correct it."),
        ("[" * 100_000, "expected a JSON object, found a mistake in it (RecursionError); correct it."),
        ('["x"]', "expected a JSON object, found '[\"x\"]'; write an object a line."),
        ('{"src": "x"}', "expected the key 'target', found 'src'; add it."),
        ("{}", "expected the key 'target', found none; add it."),
        ('{"target": 12}', "expected a text for 'target', found 12; put it in quotes."),
        (
            r'{"target": "a\u0000"}',
            "expected a text for 'target', found NUL or half a surrogate pair in it; remove it.",
        ),
        (r'{"target": "\ud83d"}', "expected a text for 'target', found NUL or half a surrogate pair in it; remove it."),
    ],
)
def test_a_wrong_line_is_named(line: str, message: str) -> None:
    assert refused({"target": "fine"}, line) == f"a.jsonl:2: {message}"


def test_no_key_that_is_a_target_is_like_a_table_without_header() -> None:
    assert refused({"a": "x"}).startswith("a.jsonl:1: expected a header with the column target")
