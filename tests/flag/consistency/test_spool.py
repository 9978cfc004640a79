"""Rows whose texts lie in a file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from mtqa.data import Segment
from mtqa.flag.consistency import Consistency, spool
from mtqa.flag.consistency.base import row_of
from mtqa.flag.consistency.spool import Spool
from tests.flag.consistency.test_consistency import found, frame

FIELDS = (
    "order",
    "document",
    "number",
    "target",
    "source",
    "target_lang",
    "source_lang",
    "target_start",
    "source_start",
)


@pytest.mark.parametrize("held", [1, 40, 1 << 20])
def test_a_row_is_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(spool, "HELD", held)
    segments = [
        Segment(
            f"Größe {number}" * (number % 3),
            f"size \ud800 {number}",
            "de",
            "en",
            document=f"d{number // 2}",
            number=number,
        )
        for number in range(7)
    ]
    with closing(Spool(tmp_path)) as kept:
        rows = [kept.row(one, order, order or None, None) for order, one in enumerate(segments)]
        wanted = [row_of(one, order, order or None, None) for order, one in enumerate(segments)]
        for row, other in zip([*rows, *rows[::-1]], [*wanted, *wanted[::-1]], strict=True):
            assert [getattr(row, name) for name in FIELDS] == [getattr(other, name) for name in FIELDS]
    assert list(tmp_path.iterdir()) == []


def test_findings_are_those_of_rows_in_memory(tmp_path: Path) -> None:
    with closing(Spool(tmp_path)) as kept:
        consistency = Consistency(Consistency.of().checks, "document", kept.row)
        consistency.add(frame())
        assert consistency.findings().equals(found(8))
