"""Evidence about segments in, a column of scores a judge out; what judges say of words becomes part of the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtqa.data import Opinion
from mtqa.estimate.base import Pair
from mtqa.text.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from mtqa.estimate.base import Estimate, Floats, Judge
    from mtqa.judge.evidence import Evidence

OUTSIDE = 10.0
"""Points beyond 0 and 100 from which a judge's numbers are on another scale; a linear head errs by less."""


def consult(judges: Sequence[Judge], rows: Sequence[Evidence]) -> dict[str, Floats]:
    """Column -> scores (len(rows),), NaN where source or target is empty; the rows' ``opinions`` are filled in.

    The judges read the texts as they are, inline codes included.
    """
    asked = {at: pair for at, row in enumerate(rows) if (pair := _pair(row))} if judges else {}
    out = {}
    for judge in judges:
        scores = np.full(len(rows), np.nan)
        for (at, pair), found in zip(asked.items(), judge.estimate(list(asked.values())), strict=True):
            scores[at] = found.score
            if found.risks:
                rows[at].opinions += (_opinion(judge, pair, found),)
        out[f"score.{judge.name}"] = scores
    return out


def _pair(row: Evidence) -> Pair | None:
    there = row.source.text.strip() and row.target.text.strip()
    return Pair(row.source.text, row.target.text, tuple(runs(row.target.tokens))) if there else None


def _opinion(judge: Judge, pair: Pair, found: Estimate) -> Opinion:
    read = [(word, risk) for word, risk in zip(pair.words, found.risks, strict=True) if risk == risk]
    return Opinion(judge.name, tuple(word for word, _ in read), tuple(risk for _, risk in read))


def left_out(judges: Sequence[Judge], segments: pd.DataFrame) -> Iterator[str]:
    """A sentence for each thing that a judge could not read, or whose number is not what the others' are."""
    texts = zip(segments["source"], segments["target"], strict=True)
    pairs = [Pair(source, target) for source, target in texts if source.strip() and target.strip()]
    for judge in judges:
        if not pairs:
            yield f"There is no pair of source and target, so the judge {judge.name} was left out."
        long = sum(judge.length(pair) > judge.limit for pair in pairs)
        if long:
            said = f"{long:,} pairs are" if long > 1 else "1 pair is"
            yield (
                f"{said} longer than the {judge.limit:,.0f} tokens that the judge {judge.name} reads: it saw no more than "
                "the beginning."
            )
        yield from _outside(judge, segments[f"score.{judge.name}"].to_numpy(np.float64))


def _outside(judge: Judge, scores: Floats) -> Iterator[str]:
    count = int(((scores < -OUTSIDE) | (scores > 100 + OUTSIDE)).sum())
    if count:
        said = (
            f"{count:,} scores of the judge {judge.name} lie"
            if count > 1
            else f"1 score of the judge {judge.name} lies"
        )
        yield f"{said} far outside 0 to 100: it counts on a scale of its own, and only its order means something."
