"""Which reader takes a glossary file, and the concepts in it, read once for the life of the process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mtqa.errors import ReadError
from mtqa.read.base import HEAD
from mtqa.read.files import File
from mtqa.read.glossary.base import GLOSSARIES, GlossaryReader
from mtqa.terms.base import Concept


def load_glossary(path: str | Path) -> tuple[Concept, ...]:
    """The concepts of a glossary file, in its order.

    Raises:
        ReadError: where there is no such file, no format fits, or a row is wrong, naming its line.
    """
    file = File(str(path), str(path))
    data = file.load()
    return _concepts(data, file.name, Path(path).suffix.lower())


@lru_cache(16)
def _concepts(data: bytes, name: str, suffix: str) -> tuple[Concept, ...]:
    concepts = tuple(_reader(data, name, suffix).read(data, name))
    if not concepts:
        raise ReadError(name, "expected terms, found none; name a glossary that has some.")
    return concepts


def _reader(data: bytes, name: str, suffix: str) -> GlossaryReader:
    """The reader that the file's beginning claims, else that of its suffix."""
    for reader in GLOSSARIES:
        if reader.claims(data[:HEAD]):
            return reader
    for reader in GLOSSARIES:
        if suffix in reader.suffixes:
            return reader
    known = ", ".join(sorted(suffix for reader in GLOSSARIES for suffix in reader.suffixes))
    raise ReadError(name, f"expected a glossary ({known}), found {suffix or 'no suffix'}; rename or export it.")
