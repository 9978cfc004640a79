from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from safetensors.numpy import save_file

from mtqa.encode.weights import Table
from mtqa.errors import PackError

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_come_back_widened_and_multiplied(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file({"embeddings": np.array([[1, -2], [4, 127]], np.int8), "weights": np.array([0.5, 2], np.float32)}, path)
    table = Table(path)
    assert (len(table), table.dimensions) == (2, 2)
    assert table.rows(np.array([1, 0, 1])).tolist() == [[8, 254], [0.5, -1], [8, 254]]


def test_no_ids_give_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file({"embedding.weight": np.ones((3, 5), np.float32)}, path)
    assert Table(path).rows(np.zeros(0, np.int64)).shape == (0, 5)


@pytest.mark.parametrize(
    ("tensors", "found"),
    [
        ({"other": np.ones((2, 2), np.float32)}, r"other \(2, 2\)"),
        ({"embeddings": np.ones(3, np.float32)}, r"\(3,\)"),
    ],
)
def test_a_file_without_a_table_says_what_it_holds(tmp_path: Path, tensors: dict[str, np.ndarray], found: str) -> None:
    path = tmp_path / "model.safetensors"
    save_file(tensors, path)
    with pytest.raises(PackError, match=f"expected a table embedding.weight or embeddings, found .*{found}"):
        Table(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        PackError, match=r"gone\.safetensors: expected the weights of a static encoder, found no such file"
    ):
        Table(tmp_path / "gone.safetensors")


def test_a_cut_off_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file({"embeddings": np.ones((300, 8), np.float32)}, path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(PackError, match=r"model\.safetensors: expected readable safetensors, found .*; fetch or build"):
        Table(path)
