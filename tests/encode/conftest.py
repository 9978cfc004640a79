"""Small static models, written by hand so that every expected number can be worked out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

VOCABULARY = ["[UNK]", "haus", "house", "##tür", "das", "the", "tür", ".", "-", "ist", "is"]

WriteModel = Callable[..., Path]


def tokenizer(splits: Any = None) -> Tokenizer:
    """A lower-casing WordPiece tokenizer over :data:`VOCABULARY`."""
    made = Tokenizer(models.WordPiece({word: number for number, word in enumerate(VOCABULARY)}, unk_token="[UNK]"))
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    made.pre_tokenizer = splits or pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation()]
    )
    return made


@pytest.fixture
def rows() -> npt.NDArray[np.float32]:
    """A vector of eight numbers for each token; the unknown token has none."""
    made = np.random.default_rng(7).normal(size=(len(VOCABULARY), 8)).astype(np.float32)
    made[0] = 0
    return made


@pytest.fixture
def write_model(tmp_path: Path, rows: npt.NDArray[np.float32]) -> WriteModel:
    """A function that writes a StaticEmbedding folder as sentence-transformers does, and names it."""

    def write(
        tensors: Mapping[str, npt.NDArray[Any]] | None = None,
        *,
        splits: Any = None,
        kinds: tuple[str, ...] = (
            "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
        ),
    ) -> Path:
        folder = tmp_path / "tiny"
        folder.mkdir()
        tokenizer(splits).save(str(folder / "tokenizer.json"))
        save_file(dict(tensors or {"embedding.weight": rows}), folder / "model.safetensors")
        modules = [{"idx": i, "name": str(i), "path": "", "type": kind} for i, kind in enumerate(kinds)]
        (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
        return folder

    return write
