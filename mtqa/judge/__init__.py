"""The judge: what speaks for and against each word of a translation, gathered once for scores and checks alike."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.data import Segment
from mtqa.encode.base import Encoder
from mtqa.judge.evidence import Evidence, gather
from mtqa.pack.base import Pack

__all__ = ["Evidence", "judge"]


def judge(segments: Sequence[Segment], *, pack: Pack | None = None, encoder: Encoder | None = None) -> list[Evidence]:
    """The evidence about each of ``segments``, with the risk of each word where the pack can tell it.

    All of one pair of languages.
    """
    rows = gather(segments, pack=pack, encoder=encoder)
    if pack is not None:
        from mtqa.judge.model import quality_model

        model = quality_model(pack)
        model.judge(rows)
        for row in rows:
            row.model = model
    return rows
