"""What is kept for the next run: given back as it was, and never in the way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mtqa.cache import folder, keep, recall

NUMBERS = {"numbers": np.arange(3), "texts": np.array(["a", "b"])}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_kept_is_recalled_for_the_same_key_alone(place: Path) -> None:
    keep("table", "one", NUMBERS)
    kept = recall("table", "one", NUMBERS)
    assert kept is not None
    assert kept.keys() == NUMBERS.keys()
    assert all(np.array_equal(kept[name], NUMBERS[name]) for name in NUMBERS)
    assert recall("table", "two", NUMBERS) is None
    assert recall("other", "one", NUMBERS) is None
    assert recall("table", "one", ["numbers"]) is None


def test_a_new_key_replaces_the_old_one_and_leaves_other_names(place: Path) -> None:
    for name, key in (("table", "one"), ("other", "one"), ("table", "two")):
        keep(name, key, NUMBERS)
    assert sorted(path.name for path in place.iterdir()) == ["other-one.npz", "table-two.npz"]


@pytest.mark.parametrize("damage", [b"", b"PK", b"\x93NUMPY nonsense"])
def test_a_damaged_file_is_as_good_as_none(place: Path, damage: bytes) -> None:
    keep("table", "one", NUMBERS)
    (place / "table-one.npz").write_bytes(damage)
    assert recall("table", "one", NUMBERS) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "file"))
    keep("table", "one", NUMBERS)
    assert recall("table", "one", NUMBERS) is None


def test_off_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_CACHE", "off")
    assert folder() is None
    keep("table", "one", NUMBERS)
    assert recall("table", "one", NUMBERS) is None


def test_the_users_cache_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MTQA_CACHE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "mtqa"
