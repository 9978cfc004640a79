"""The rows of a static model's table, read from safetensors without torch and widened only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError
from safetensors.numpy import load_file

from mtqa.errors import PackError

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.encode.base import Vectors

Ids = npt.NDArray[np.int64]


class Table:
    """A matrix with a row a token, kept as small as it was stored.

    Two layouts are read, the two that ``sentence_transformers`` itself loads as a StaticEmbedding: its own
    (``embedding.weight``), and that of model2vec: ``embeddings`` with an optional ``weights`` (a factor a token, so
    that eight-bit rows are enough) and an optional ``mapping`` (token -> row, so that tokens may share one).
    """

    def __init__(self, path: Path) -> None:
        """Read ``path``, a ``.safetensors`` file; :class:`PackError` says what is wrong with one that does not fit."""
        tensors = _tensors(path)
        name = "embedding.weight" if "embedding.weight" in tensors else "embeddings"
        if name not in tensors or tensors[name].ndim != 2:
            found = ", ".join(f"{key} {value.shape}" for key, value in sorted(tensors.items())) or "nothing"
            raise PackError(
                f"{path}: expected a table embedding.weight or embeddings, found {found}; name a static model, "
                "or install mtqa[models] for other kinds."
            )
        self._rows: npt.NDArray[Any] = tensors[name]
        self._mapping = tensors.get("mapping")
        self._factors = tensors.get("weights")
        self.dimensions = int(self._rows.shape[1])
        """How long each row is."""

    def __len__(self) -> int:
        """How many tokens have a row."""
        if self._mapping is not None:
            return len(self._mapping)
        return len(self._rows) if self._factors is None else min(len(self._rows), len(self._factors))

    def rows(self, ids: Ids) -> Vectors:
        """The rows of those tokens, shape (len(ids), dimensions)."""
        found = self._rows[ids if self._mapping is None else self._mapping[ids]].astype(np.float32)
        if self._factors is not None:
            found *= self._factors[ids].astype(np.float32)[:, None]
        return found


def _tensors(path: Path) -> dict[str, npt.NDArray[Any]]:
    try:
        return load_file(path)
    except FileNotFoundError:
        raise PackError(f"{path}: expected the weights of a static encoder, found no such file; "
                        "name a folder that has one.") from None  # fmt: skip
    except (SafetensorError, KeyError, OSError) as error:
        raise PackError(
            f"{path}: expected readable safetensors, found {error}; fetch or build the model again."
        ) from error
