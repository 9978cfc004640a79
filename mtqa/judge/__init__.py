"""The judge: what speaks for and against each word of a translation, gathered once for scores and checks alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mtqa.data import Segment
from mtqa.encode.base import Encoder
from mtqa.judge.evidence import Evidence, gather
from mtqa.pack.base import Pack
from mtqa.text.view import key_of

__all__ = ["Evidence", "judge"]


def judge(segments: Sequence[Segment], *, pack: Pack | None = None, encoder: Encoder | None = None) -> list[Evidence]:
    """The evidence about each of ``segments``, with the risk of each word where the pack can tell it.

    All of one pair of languages. What is there several times (lists of texts repeat themselves, and so do the systems that
    a comparison holds side by side) is looked at once; each row has a record of its own.
    """
    first: dict[tuple[object, ...], int] = {}
    numbers = [first.setdefault(_said(segment), number) for number, segment in enumerate(segments)]
    rows = dict(
        zip(first.values(), _judged([segments[number] for number in first.values()], pack, encoder), strict=True)
    )
    return [rows[number] if number == at else replace(rows[number]) for at, number in enumerate(numbers)]


def _said(segment: Segment) -> tuple[object, ...]:
    """All that the judge looks at."""
    return key_of(segment, "target"), key_of(segment, "source")


def _judged(segments: Sequence[Segment], pack: Pack | None, encoder: Encoder | None) -> list[Evidence]:
    rows = gather(segments, pack=pack, encoder=encoder)
    if pack is not None:
        from mtqa.judge.model import quality_model

        model = quality_model(pack)
        model.judge(rows, pack)
        for row in rows:
            row.model = model
    return rows
