"""Which encoder to use: the language pack's own, or the one that the user names."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mtqa.encode.base import Encoder

STATIC = {"StaticEmbedding", "Normalize"}
"""The modules of sentence-transformers that :mod:`mtqa.encode.static` knows how to do without torch."""


class HasEncoder(Protocol):
    """What this module needs of a language pack."""

    def encoder(self) -> Encoder:
        """The pack's own encoder."""


def find_encoder(name_or_path: str, pack: HasEncoder | None = None) -> Encoder | None:
    """The encoder of that name or folder; where none is named the pack's, and None where there is no pack either.

    A folder that holds a static model is read without torch; everything else goes through sentence-transformers.

    Raises:
        SettingsError: where the model is not on this machine, or the extra ``models`` is not installed.
        PackError: where the static model in that folder is damaged.
    """
    if name_or_path:
        return _named(name_or_path)
    return None if pack is None else pack.encoder()


@lru_cache(maxsize=2)
def _named(name_or_path: str) -> Encoder:
    """Loaded once: the stages ask for it batch by batch."""
    if _is_static(Path(name_or_path)):
        from mtqa.encode.static import StaticEncoder

        return StaticEncoder(name_or_path)
    from mtqa.encode.sentence_transformers import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name_or_path)


def _is_static(folder: Path) -> bool:
    """Whether ``modules.json`` there names a static model, with nothing after it but bringing vectors to length 1."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [str(module["type"]).rpartition(".")[2] for module in modules]
    except (OSError, ValueError, TypeError, KeyError):
        return False
    return kinds[:1] == ["StaticEmbedding"] and set(kinds) <= STATIC
