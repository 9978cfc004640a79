"""The judges that the user names, told apart by their configuration."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.encode.local import loading, require_models
from mtqa.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mtqa.estimate.base import Judge

WANTED = "a judge (a cross-encoder with one number, or a token classifier with two labels)"


def find_judges(names: Sequence[str], taken: Iterable[str] = ()) -> list[Judge]:
    """The judges of those names or folders, in order, each loaded once; ``taken`` are the names of other scores.

    Nothing is fetched: a model must be a folder, or have been downloaded before.

    Raises:
        SettingsError: where the extra ``models`` is not installed, a model is not on this machine or is no judge, or two
            scores would have one name.
    """
    judges = [_loaded(name, Path(name).resolve()) for name in dict.fromkeys(names)]
    used = set(taken)
    for judge, given in zip(judges, dict.fromkeys(names), strict=True):
        if judge.name in used:
            raise SettingsError(
                f"judge {given}: expected a name of its own, found that there is another score called {judge.name!r}; "
                "rename the folder."
            )
        used.add(judge.name)
    return judges


@lru_cache(maxsize=16)
def _loaded(name_or_path: str, _place: Path) -> Judge:
    """Loaded once, as the pipeline asks for it batch by batch; a name means another folder in another working folder."""
    require_models("judge", name_or_path, "leave the judge out")
    with loading("judge", name_or_path, WANTED):
        from transformers import AutoConfig

        config: Any = AutoConfig.from_pretrained(name_or_path, local_files_only=True)
        saved = _saved_by_sentence_transformers(name_or_path)
    architecture = next(iter(getattr(config, "architectures", None) or ()), "no architecture")
    if architecture.endswith("ForTokenClassification"):
        from mtqa.estimate.word import WordJudge

        return WordJudge(name_or_path)
    if architecture.endswith("ForSequenceClassification") or saved.get("model_type") == "CrossEncoder":
        from mtqa.estimate.sentence import SentenceJudge

        return SentenceJudge(name_or_path, named_activation=_names_activation(config, saved))
    raise SettingsError(f"judge {name_or_path}: expected {WANTED}, found {architecture}; name another model.")


def _saved_by_sentence_transformers(name_or_path: str) -> dict[str, Any]:
    """``config_sentence_transformers.json``, empty where there is none."""
    import json

    from sentence_transformers.util import load_file_path

    path = load_file_path(name_or_path, "config_sentence_transformers.json", local_files_only=True)
    found = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    return found if isinstance(found, dict) else {}


def _names_activation(config: Any, saved: dict[str, Any]) -> bool:
    """Whether the model says what its numbers go through; each version of sentence-transformers has its place for it."""
    inner = getattr(config, "sentence_transformers", None) or {}
    old = getattr(config, "sbert_ce_default_activation_function", None)
    return bool(saved.get("activation_fn") or inner.get("activation_fn") or old)
