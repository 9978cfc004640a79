"""Any sentence-transformers model as the encoder: LaBSE, multilingual MiniLM, a team's own; the extra ``models``."""

from __future__ import annotations

from itertools import chain
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np

from mtqa.encode.base import unit
from mtqa.encode.local import loading, model_name, require_models

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.encode.base import Vectors

SPECIAL = 8
"""More marks than any tokenizer puts around a text; a text with fewer characters than the rest allows fits anyway."""


class SentenceTransformerEncoder:
    """A model that is on this machine: a folder, or a name that was downloaded before. Nothing is fetched."""

    def __init__(self, name_or_path: str, *, batch_size: int = 64, device: str = "cpu") -> None:
        """Load the model; ``device`` is a torch device, and on ``cpu`` the same texts give the same bytes.

        Raises:
            SettingsError: where the extra ``models`` is not installed, or no such model is found or can be loaded.
        """
        self.name = model_name(name_or_path)
        self._batch_size = batch_size
        self._model = _load(name_or_path, device)
        limit = self._model.max_seq_length
        self._limit = inf if limit is None else float(limit)

    @property
    def dimensions(self) -> int:
        """How long each vector is."""
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), each row of length 1; equal texts are encoded once.

        No text is cut off: one with more tokens than the model reads is encoded in parts at spaces, and gets the mean
        of their vectors, each weighing as much as it has characters.
        """
        distinct = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        parts = [self._parts(text) for text in distinct]
        sums = np.zeros((len(parts), self.dimensions), np.float32)
        if parts:
            owner = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
            flat = list(chain.from_iterable(parts))
            weights = np.array([len(text) or 1 for text in flat], np.float32)
            np.add.at(sums, owner, self._encode(flat) * weights[:, None])
        return unit(sums)[[distinct[text] for text in texts]]

    def _encode(self, texts: list[str]) -> Vectors:
        found = self._model.encode(
            texts, batch_size=self._batch_size, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(found, np.float32)

    def _parts(self, text: str) -> list[str]:
        """``text`` in as few halves of halves as it takes for each to be read whole."""
        if len(text) < max(2, self._limit - SPECIAL) or self._tokens(text) <= self._limit:
            return [text]
        middle = text.rfind(" ", 0, len(text) // 2 + 1)
        middle = middle if middle > 0 else len(text) // 2
        return [*self._parts(text[:middle]), *self._parts(text[middle:])]

    def _tokens(self, text: str) -> int:
        return len(self._model.tokenizer(text, truncation=False, verbose=False)["input_ids"])


def _load(name_or_path: str, device: str) -> Any:
    require_models("encoder", name_or_path, "leave the encoder out to use the language pack's own")
    with loading("encoder", name_or_path, "a sentence-transformers model"):
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name_or_path, device=device, local_files_only=True)
