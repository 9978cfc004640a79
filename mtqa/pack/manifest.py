"""The manifest of a pack: what it is, from what it was made, and the size and SHA-256 of each of its files.

It is JSON, written with sorted keys and without dates, so that the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from mtqa.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "manifest.json"
FORMAT = "mtqa language pack"
VERSION = 2
"""Raised when a reader of the old layout could not read the new one."""
REQUIRED = ("format", "version", "name", "source", "target", "files", "endings")


def write_manifest(folder: Path, content: dict[str, Any]) -> dict[str, Any]:
    """Write ``folder``'s manifest with ``content``, the format's name and version and the list of files; return it."""
    files = {name: {"bytes": path.stat().st_size, "sha256": sha256(path)} for name, path in contents(folder)}
    whole = {**content, "format": FORMAT, "version": VERSION, "files": files}
    text = json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
    return whole


def relist(folder: Path) -> dict[str, Any]:
    """Take the files of ``folder`` as they are now into its manifest, after one was added or replaced; return it."""
    return write_manifest(folder, {key: value for key, value in read_manifest(folder).items() if key != "files"})


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of ``folder``; :class:`PackError` where it is none that this version reads."""
    path = folder / NAME
    if not path.is_file():
        raise PackError(f"{folder}: expected a language pack, found no {NAME}; build one with `mtqa pack train`.")
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise PackError(
            f"{path}: expected JSON, found a mistake in it ({error}); restore or rebuild the pack."
        ) from error
    missing = [key for key in REQUIRED if not isinstance(content, dict) or key not in content]
    if missing or content["format"] != FORMAT:
        raise PackError(f"{path}: expected the manifest of a language pack, found another file; give a pack's folder.")
    if content["version"] != VERSION:
        raise PackError(
            f"{path}: expected version {VERSION}, found {content['version']}; rebuild the pack with this mtqa."
        )
    return content


def check_sizes(folder: Path, manifest: dict[str, Any]) -> None:
    """Raise :class:`PackError` for the first file that is missing or has another size."""
    for name, entry in manifest["files"].items():
        path = folder / name
        found = path.stat().st_size if path.is_file() else None
        if found != entry["bytes"]:
            what = "no such file" if found is None else f"{found}"
            raise PackError(f"{path}: expected {entry['bytes']} bytes, found {what}; restore or rebuild the pack.")


def damaged(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """The names of files that are missing, changed or not listed, in order."""
    listed = manifest["files"]
    present = dict(contents(folder))
    wrong = [name for name, path in present.items() if name not in listed or sha256(path) != listed[name]["sha256"]]
    return sorted({*wrong, *(name for name in listed if name not in present)})


def contents(folder: Path) -> Iterator[tuple[str, Path]]:
    """(name relative to ``folder``, path) of every file but the manifest, in order of name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return ((path.relative_to(folder).as_posix(), path) for path in paths)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
