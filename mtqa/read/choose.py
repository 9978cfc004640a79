"""Which reader takes a file: by its suffix; by its first bytes where the suffix does not decide."""

from __future__ import annotations

from pathlib import PurePath

from mtqa.errors import ReadError
from mtqa.read.base import HEAD, READERS, Reader


def reader_of(path: str, data: bytes) -> Reader:
    """The one reader of the path's suffix; of several, or where none knows the suffix, the one that claims the bytes.

    What nobody claims is running text, unless the suffix promised something else.
    """
    suffix = PurePath(path).suffix.lower()
    named = [reader for reader in READERS if suffix in reader.suffixes]
    if len(named) == 1:
        return named[0]
    claiming = [reader for reader in named or READERS if reader.claims(data[:HEAD])]
    if claiming:
        return claiming[0]
    if named:
        kinds = " or ".join(reader.name for reader in named)
        raise ReadError(path, f"expected {kinds}, as {suffix} says, found neither; check what the file is.")
    return READERS["text"]
