"""Python looks for cycles rarely while mtqa works, and as often as before afterwards."""

from __future__ import annotations

import atexit
import gc

import pytest

from mtqa.collecting import RARELY, collect_rarely_to_the_end, collecting_rarely


def test_the_thresholds_are_put_back() -> None:
    before = gc.get_threshold()
    with collecting_rarely():
        assert gc.get_threshold() == RARELY
    assert gc.get_threshold() == before


def test_they_are_put_back_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), collecting_rarely():
        raise KeyError
    assert gc.get_threshold() == before


def test_a_process_that_ends_looks_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    last: list[object] = []
    monkeypatch.setattr(atexit, "register", last.append)
    before = gc.get_threshold()
    try:
        collect_rarely_to_the_end()
        assert gc.get_threshold() == RARELY
        assert last == [gc.freeze]
    finally:
        gc.set_threshold(*before)
