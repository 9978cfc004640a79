"""What a glossary reader is: the file names it takes, and a function from bytes to concepts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mtqa.registry import Registry
from mtqa.terms.base import Concept


def _never(head: bytes) -> bool:  # noqa: ARG001
    return False


@dataclass(frozen=True, slots=True)
class GlossaryReader:
    """``read(data, name)``: the file's bytes and what errors call it; ``claims(head)`` as of other readers."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], list[Concept]]
    summary: str
    claims: Callable[[bytes], bool] = _never


GLOSSARIES: Registry[GlossaryReader] = Registry(
    "glossary reader", "mtqa.read.glossary", GlossaryReader, group="mtqa.glossaries"
)
