"""What a finding is known by from run to run: its check, its words and the texts it stands in, not its place.

So a finding stays the same when its sentence moves, when segments are numbered anew, or when a document is renamed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

DIGITS = 16
"""Hexadecimal digits of a digest: 64 bits, so that a million texts share none (birthday bound 3e-8)."""


class Key(NamedTuple):
    """``source`` and ``target`` are digests of the segment's texts, empty for none; ``occurrence`` counts equal keys from 1."""

    check: str
    text: str
    source: str
    target: str
    occurrence: int

    @property
    def fingerprint(self) -> str:
        """The key in one word of hexadecimal digits."""
        return sha256("\0".join(map(str, self)).encode("utf-8", "replace")).hexdigest()


def keys(segments: pd.DataFrame, findings: pd.DataFrame) -> list[Key]:
    """The key of each finding, in their order; what a segment is held against is its source, or else its reference."""
    texts = _texts(segments, findings)
    seen: Counter[tuple[str, ...]] = Counter()
    out = []
    rows = (findings[name].tolist() for name in ("document", "segment", "check", "text"))
    for document, segment, check, text in zip(*rows, strict=True):
        own = (str(check), normal(text), *texts.get((document, segment), ("", "")))
        seen[own] += 1
        out.append(Key(*own, seen[own]))
    return out


def normal(text: object) -> str:
    """The text in Unicode NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split()) if isinstance(text, str) else ""


def digest(text: object) -> str:
    """The text as :data:`DIGITS` hexadecimal digits; empty for an empty one."""
    plain = normal(text)
    return sha256(plain.encode("utf-8", "replace")).hexdigest()[:DIGITS] if plain else ""


def _texts(segments: pd.DataFrame, findings: pd.DataFrame) -> dict[tuple[str, int], tuple[str, str]]:
    wanted = set(zip(findings["document"].tolist(), findings["segment"].tolist(), strict=True))
    return {place: (digest(against), digest(target)) for place, against, target in _rows(segments) if place in wanted}


def _rows(segments: pd.DataFrame) -> Iterator[tuple[tuple[str, int], object, object]]:
    columns = (segments[name].tolist() for name in ("document", "segment", "source", "reference", "target"))
    for document, segment, source, reference, target in zip(*columns, strict=True):
        yield (document, segment), source or reference, target
