"""Whether a model brings the weights of its head: the libraries would make up random ones, and hardly say so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

SINGLE, SHARDED = "model.safetensors", "model.safetensors.index.json"


def refuse_missing(name_or_path: str, missing: Iterable[str]) -> None:
    """Refuse a model that lacks the weights of that name."""
    first = min(missing, default="")
    if first:
        raise SettingsError(
            f"judge {name_or_path}: expected all weights of a judge, found no {first}; name a model that was trained."
        )


def missing_parts(name_or_path: str, model: Any) -> set[str]:
    """The parts beside the model's base (``classifier``) that its file lacks; none where the weights are no safetensors."""
    saved = {key.partition(".")[0] for key in _saved(name_or_path)}
    parts = {key.partition(".")[0] for key in model.state_dict()}
    return parts - saved - {model.base_model_prefix} if saved else set()


def _saved(name_or_path: str) -> list[str]:
    from safetensors import safe_open
    from sentence_transformers.util import load_file_path

    path = load_file_path(name_or_path, SINGLE, local_files_only=True)
    if path:
        with safe_open(path, "numpy") as weights:
            return list(weights.keys())
    path = load_file_path(name_or_path, SHARDED, local_files_only=True)
    return list(json.loads(Path(path).read_text(encoding="utf-8"))["weight_map"]) if path else []
