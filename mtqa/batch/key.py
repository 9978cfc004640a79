"""What a result depends on, as a hash: when it is the same, the result is, and need not be made again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from mtqa import __version__
from mtqa.batch.item import Item
from mtqa.config import Settings
from mtqa.pack.load import installed, open_pack
from mtqa.pack.manifest import NAME
from mtqa.runs.layout import SCHEMA

GATE = ("fail_under", "min_adequacy", "min_fluency", "max_critical", "max_major", "max_minor")
"""Settings that judge results and change none."""
PLAIN = (
    "target_lang", "source_lang", "metrics", "select", "ignore", "mode", "columns", "checks", "profile", "profiles",
    "min_severity", "pack",
)  # fmt: skip
"""Settings whose texts never name a file."""
BLOCK = 1 << 20


def run_key(settings: Settings, reports: tuple[str, ...], dataset: str) -> str:
    """The hash of everything but the input: version, settings with the contents of files they name, language packs."""
    said = {item.name: _content(item.name, getattr(settings, item.name)) for item in fields(settings)}
    parts = {name: value for name, value in said.items() if name not in (*GATE, "formats", "pack")}
    folders = [open_pack(settings.pack).path] if settings.pack else list(installed())
    packs = [file_digest(folder / NAME) for folder in folders]
    return _hashed([__version__, SCHEMA, parts, packs, list(reports), dataset])


def item_key(run: str, item: Item, *, several: bool) -> str:
    """The hash of a document's result; :class:`OSError` where one of its files cannot be read."""
    inputs = [[side, Path(path).suffix.lower(), file_digest(Path(path))] for side, path in
              (("target", item.target), ("source", item.source), ("reference", item.reference)) if path]  # fmt: skip
    names = [_file_names(item), item.name, item.source_lang, item.target_lang, several]
    return _hashed([run, names, inputs])


def _file_names(item: Item) -> list[str]:
    """The files' own names and their folders', for they can tell a language."""
    return ["/".join(Path(path).parts[-2:]) for path in item.files]


def said_options(settings: Settings) -> dict[str, Any]:
    """The settings that are not the defaults, with names and hashes in place of paths."""
    usual = Settings()
    out = {}
    for item in fields(settings):
        value = getattr(settings, item.name)
        if value != getattr(usual, item.name):
            name = Path(value).name if item.name not in PLAIN[:-1] and isinstance(value, str) else value
            content = _content(item.name, value)
            out[item.name] = value if content == value and item.name != "pack" else {"name": name, "hash": content}
    return out


def _content(name: str, value: Any) -> Any:
    """The value, or the hash of what the file or folder of that name holds."""
    if name in PLAIN:
        return value
    if isinstance(value, list | tuple):
        return [_content(name, one) for one in value]
    if isinstance(value, dict):
        return {key: _content(name, one) for key, one in value.items()}
    if isinstance(value, str) and value and Path(value).exists():
        return _tree(Path(value))
    return value


def _tree(path: Path) -> str:
    if path.is_file():
        return file_digest(path)
    files = sorted(one for one in path.rglob("*") if one.is_file())
    return _hashed([[one.relative_to(path).as_posix(), file_digest(one)] for one in files])


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, read in blocks."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()


def _hashed(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=True, default=str).encode()).hexdigest()
