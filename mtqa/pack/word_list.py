"""Word lists of a pack: one word a line, UTF-8, compressed by gzip without a date, so that the same words are the same bytes."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SUFFIX = ".txt.gz"


def save_words(folder: Path, name: str, words: Sequence[str]) -> None:
    """Write ``words``, none of which has a line break, as the list ``name`` of ``folder``."""
    text = "".join(f"{word}\n" for word in words).encode("utf-8")
    (folder / f"{name}{SUFFIX}").write_bytes(gzip.compress(text, compresslevel=9, mtime=0))


def load_words(folder: Path, name: str) -> list[str]:
    """The words of the list ``name`` of ``folder``; :class:`OSError` or :class:`ValueError` where it is damaged."""
    try:
        return gzip.decompress((folder / f"{name}{SUFFIX}").read_bytes()).decode("utf-8").split("\n")[:-1]
    except EOFError as error:
        raise ValueError(f"{name}{SUFFIX} ends too early") from error
