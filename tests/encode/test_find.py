from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mtqa.encode import find_encoder
from mtqa.encode.static import StaticEncoder
from mtqa.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.encode.base import Encoder, Vectors

STATIC = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"


class OfPack:
    name = "of the pack"

    def encode(self, texts: Any) -> Vectors:
        return np.zeros((len(texts), 1), np.float32)


class Pack:
    def encoder(self) -> Encoder:
        return OfPack()


def test_without_a_name_the_pack_gives_its_own() -> None:
    found = find_encoder("", Pack())
    assert found is not None
    assert found.name == "of the pack"


def test_without_a_name_and_a_pack_there_is_none() -> None:
    assert find_encoder("") is None


def test_a_static_models_folder_is_read_without_torch(write_model: Any) -> None:
    found = find_encoder(str(write_model()), Pack())
    assert isinstance(found, StaticEncoder)
    assert found.name == "tiny"


def test_the_same_name_is_loaded_once(write_model: Any) -> None:
    folder = str(write_model())
    assert find_encoder(folder) is find_encoder(folder)


@pytest.mark.parametrize("kinds", [(), ("a.Transformer", "b.Pooling"), (STATIC, "b.Dense")])
def test_other_kinds_of_models_are_left_to_sentence_transformers(
    write_model: Any, monkeypatch: pytest.MonkeyPatch, kinds: tuple[str, ...]
) -> None:
    monkeypatch.setattr(
        "mtqa.encode.sentence_transformers.SentenceTransformerEncoder", lambda name: ("asked for", name)
    )
    folder = str(write_model(kinds=kinds))
    assert find_encoder(folder) == ("asked for", folder)  # type: ignore[comparison-overlap]


def test_a_model_that_is_nowhere_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"expected .* found .*; (name|run) "):
        find_encoder(str(tmp_path / "nowhere"))
