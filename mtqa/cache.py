"""What was worked out once from installed files and may be kept for the next run: arrays in the user's cache folder.

A cache can only save time: where it cannot be read or written, or is of other files, nothing is said and the work is done
again. ``MTQA_CACHE`` names another folder, or ``off``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import numpy.typing as npt

    Arrays = Mapping[str, npt.NDArray[Any]]

VARIABLE = "MTQA_CACHE"


def folder() -> Path | None:
    """Where caches lie; None where the user wants none or has no home."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return None if named.lower() == "off" else Path(named)
    try:
        return _users() / "mtqa"
    except RuntimeError:  # no home
        return None


def _users() -> Path:
    """The folder for caches that the system gives the user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def recall(name: str, key: str, wanted: Collection[str]) -> Arrays | None:
    """The arrays kept as ``name`` when what they were made from had the digest ``key``.

    None where there are none, or others than those ``wanted`` (of another version of mtqa).
    """
    place = folder()
    if place is None:
        return None
    try:
        with np.load(place / f"{name}-{key}.npz", allow_pickle=False) as file:
            return {array: file[array] for array in file.files} if set(file.files) == set(wanted) else None
    except (OSError, ValueError, EOFError, BadZipFile):
        return None


def keep(name: str, key: str, arrays: Arrays) -> None:
    """Keep the arrays for :func:`recall`, in place of those of another key; nothing happens where that cannot be."""
    place = folder()
    if place is None:
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place, suffix=".part", delete=False) as file:
            np.savez(file, allow_pickle=False, **arrays)
        old = [path for path in place.glob(f"{name}-*.npz") if path.name != f"{name}-{key}.npz"]
        Path(file.name).replace(place / f"{name}-{key}.npz")
        for path in old:
            path.unlink(missing_ok=True)
    except OSError:
        return
