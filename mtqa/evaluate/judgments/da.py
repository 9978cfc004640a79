"""Direct assessment (Graham et al. 2013): a table with a person's score for each translation."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from mtqa.errors import ReadError
from mtqa.evaluate.base import Judgment, Judgments, Scale
from mtqa.evaluate.judgments.base import JudgmentReader
from mtqa.evaluate.judgments.cells import COMMON, Row, rows

STANDARDISED = ("z", "z_mean", "z_score")
SCORES = ("score", "da", "da_mean", "raw", "raw_score", "rating", *STANDARDISED)
MOST = 100
UNLIKELY = 10
"""No score that is standardised (mean 0, deviation 1) is so high."""
FEW = 0.2
"""A smaller share of scores beyond 0-100 is taken for mistakes."""
COLUMNS = {**COMMON, "score": SCORES, "language_pair": ("lp", "language_pair")}


def read(text: str, name: str) -> Judgments:
    """A judgment for each translation, in the order of the first rows; several rows about one are averaged.

    Scores within 0-1 are taken for hundredths, within 0-100 for direct assessment; with negative ones, or beyond 100, for
    standardised scores. A few beyond 0-100 among others that can only be points are mistakes, and refused.
    """
    together: dict[tuple[str, ...], list[tuple[Row, float | None]]] = {}
    for row in rows(text, name, COLUMNS, ("source", "target", "score")):
        key = tuple(row.text(column) for column in ("document", "segment", "system", "source", "target"))
        together.setdefault(key, []).append((row, row.number("score")))
    if not together:
        raise ReadError(name, "expected at least one judged translation, found none; name a table that has some.")
    _refuse_stray([found for several in together.values() for found in several], name)
    means = {key: _mean([score for _, score in found]) for key, found in together.items()}
    scale, factor = _scale([score for score in means.values() if score is not None])
    judged = [_judgment(found[0][0], means[key], scale, factor) for key, found in together.items()]
    return Judgments(name, "da", judged, _langs(next(iter(together.values()))[0][0]))


def _mean(scores: Sequence[float | None]) -> float | None:
    there = [score for score in scores if score is not None]
    return fmean(there) if there else None


def _refuse_stray(found: Sequence[tuple[Row, float | None]], name: str) -> None:
    """Refuse a few scores beyond 0-100 among points: they would make standardised scores of all."""
    scores = [(score, row.line) for row, score in found if score is not None]
    stray = [(line, score) for score, line in scores if not 0 <= score <= MOST]
    points = any(UNLIKELY < score <= MOST for score, _ in scores)
    if points and 0 < len(stray) < FEW * len(scores):
        line, score = min(stray)
        raise ReadError(name, f"expected a score from 0 to 100, as most others are, found {score:g}; correct it.", line)


def _scale(scores: Sequence[float]) -> tuple[Scale, float]:
    """The scale of the scores, and what they are multiplied by to be points."""
    if not scores or min(scores) < 0 or max(scores) > MOST:
        return "z", 1.0
    return "da", 100.0 if max(scores) <= 1 else 1.0


def _judgment(row: Row, score: float | None, scale: Scale, factor: float) -> Judgment:
    document = row.text("document")
    return Judgment(
        source=row.text("source"),
        target=row.text("target"),
        reference=row.text("reference"),
        document=document,
        group=f"{document}\t{row.text('segment') or row.text('source')}",
        system=row.text("system"),
        score=score,
        points=score * factor if score is not None and scale == "da" else None,
        scale=scale,
    )


def _langs(row: Row) -> tuple[str, str]:
    source, dash, target = row.text("language_pair").partition("-")
    return (source, target) if dash else ("", "")


def claims(header: frozenset[str]) -> bool:
    """A score and no post-edit."""
    return not header.isdisjoint(SCORES) and header.isdisjoint({"post_edit", "pe", "severity"})


DA = JudgmentReader(
    "da", claims, read, "A table with the columns source, target and score (0-100, 0-1 or standardised)."
)
