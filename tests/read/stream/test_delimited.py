"""A streamed table has the rows of one that is read whole, or the same mistake in the same line."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mtqa.errors import ReadError
from mtqa.read.decode import LINE_END
from mtqa.read.delimited import table
from mtqa.read.stream.delimited import delimited

PIECES = st.sampled_from(['"', '""', "\t", ",", "a", "b c", "\n", "\r\n", "\r", 'x"', '"\t', '\t"'])


def whole(text: str, delimiter: str) -> list[list[str]] | str:
    try:
        return table(text, delimiter, "t").rows
    except ReadError as error:
        return str(error)


def streamed(text: str, delimiter: str) -> list[list[str]] | str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t"
        path.write_bytes(text.encode())
        try:
            shape = delimited(path, "t", delimiter, text, marked='"' in text)
        except ReadError as error:
            return str(error)
        return [row.cells for row in shape.rows()]


@pytest.mark.parametrize("delimiter", ["\t", ","])
@given(body=st.lists(PIECES, max_size=24).map("".join))
@settings(max_examples=300, deadline=None)
@example(body='a\t"b\nc"\t\nd\te')
@example(body='"Yes", he said\t"No"\n"a\tb"\tc')
@example(body='a\t"open\nb\tc')
def test_streaming_changes_no_row_and_no_mistake(delimiter: str, body: str) -> None:
    text = f"source{delimiter}target\n{body}\nlast{delimiter}row"
    assert streamed(text, delimiter) == whole(text, delimiter)


@given(body=st.lists(PIECES, max_size=16).map("".join))
@settings(max_examples=100, deadline=None)
def test_streaming_changes_nothing_in_a_table_of_one_column_or_with_old_line_ends(body: str) -> None:
    for text in (f"target\n{body}\nend", f"source\ttarget\r{body}\rlast\trow"):
        assert LINE_END.search(text)
        assert streamed(text, "\t") == whole(text, "\t")
