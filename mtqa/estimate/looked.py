"""What a stage needs to know of segments that come with neither a language pack nor evidence: as a check would find it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtqa.data import Segment
from mtqa.encode.base import Encoder
from mtqa.encode.find import find_encoder
from mtqa.judge import Evidence, judge
from mtqa.pack.base import Pack
from mtqa.pack.load import find_pack


class Looked(NamedTuple):
    """Rows of one pair of languages, the pack for it, and the evidence about each of them."""

    rows: Sequence[int]
    pack: Pack | None
    evidence: Sequence[Evidence]


def looked(segments: Sequence[Segment], encoder: Encoder | None = None) -> Iterator[Looked]:
    """All rows by pair of languages, in the order in which those are met; ``encoder`` goes before the pack's own."""
    pairs: dict[tuple[str, str], list[int]] = {}
    for row, segment in enumerate(segments):
        pairs.setdefault((segment.source_lang, segment.target_lang), []).append(row)
    for langs, rows in pairs.items():
        pack = find_pack(*langs)
        some = [segments[row] for row in rows]
        yield Looked(rows, pack, judge(some, pack=pack, encoder=encoder or find_encoder("", pack)))
