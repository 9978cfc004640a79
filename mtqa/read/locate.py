"""Which file a document was read from, for reports that point into files."""

from __future__ import annotations

import os
from pathlib import Path

from mtqa.read.base import ReadOptions
from mtqa.read.decode import decode
from mtqa.read.files import STDIN, File, Paths, find
from mtqa.read.names import labels
from mtqa.read.reading import DEFAULTS, documents_of


def locate(target: Paths, options: ReadOptions = DEFAULTS) -> dict[str, tuple[str, str]]:
    """For each document that :func:`mtqa.read.read` makes of ``target``: its file's path and its decoded text.

    Paths are relative to the working folder where they lie under it. Standard input is no file and left out.
    """
    files = find(target)
    out: dict[str, tuple[str, str]] = {}
    for file, label in zip(files, labels(files), strict=True):
        if file.path != STDIN:
            text = decode(file.load(), file.name)
            out |= dict.fromkeys(documents_of(file, label, options, several=len(files) > 1), (_path(file), text))
    return out


def _path(file: File) -> str:
    """As a tool on another machine finds it in a checkout: below the working folder, with slashes."""
    path = os.path.relpath(file.path)
    return Path(file.path if path.startswith("..") else path).as_posix()
