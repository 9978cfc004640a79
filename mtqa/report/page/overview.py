"""The index of a batch: a row per document with its verdict, scores and a link to its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mtqa.report.bands import SCORES, WORST_TONES, tone
from mtqa.report.cells import counted
from mtqa.report.page.render import stylesheet
from mtqa.report.tables import records

if TYPE_CHECKING:
    import pandas as pd

ROWS_SHOWN = 2000
"""Rows that a browser shows without getting slow; the worst come first, and all are in the documents table."""
LONG = ".documents .scroll { max-height: none; }"
"""The style of a table that is what the page is for."""
SEVERITIES = ("critical", "major", "minor")


@dataclass(frozen=True, slots=True)
class Line:
    """A document's row."""

    name: str
    system: str
    link: str
    verdict: str
    tone: str
    scores: tuple[float | None, ...]
    mqm: float | None
    counts: tuple[int, ...]
    words: int


def overview(documents: pd.DataFrame, failed: Sequence[tuple[str, str]]) -> str:
    """The page as text. ``documents``: contract ``DOCUMENTS`` with ``system`` and ``report``; ``failed``: names and reasons."""
    from mtqa.report.page.render import environment

    lines = sorted(map(_line, records(documents)), key=_worst_first)
    style, style_hash = stylesheet(LONG)
    shown = lines[:ROWS_SHOWN]
    page = environment().get_template("overview.html").render(
        title=counted(len(lines), "document"), lines=shown, left=len(lines) - len(shown), failed=failed,
        tally=_tally(lines), words=sum(line.words for line in lines), style=style, style_hash=style_hash,
        heads=[label for label, _ in SCORES.values()], severities=SEVERITIES, systems=any(line.system for line in lines),
    )  # fmt: skip
    return page if page.endswith("\n") else page + "\n"


def _line(row: dict[str, Any]) -> Line:
    verdict = row["verdict"] or ""
    return Line(
        name=row["document"], system=row["system"] or "", link=quote(row["report"] or ""), verdict=verdict, tone=tone(verdict),
        scores=tuple(row[column] for column in SCORES), mqm=row["mqm"],
        counts=tuple(int(row[severity]) for severity in SEVERITIES), words=int(row["words"]),
    )  # fmt: skip


def _worst_first(line: Line) -> tuple[int, float, str]:
    return WORST_TONES.index(line.tone), 101.0 if line.scores[0] is None else line.scores[0], line.name


def _tally(lines: Sequence[Line]) -> list[tuple[str, str, int]]:
    """Verdict, tone, number; the worst verdict first."""
    found = Counter((line.verdict or "not judged", line.tone) for line in lines)
    return [(verdict, shade, number) for (verdict, shade), number in found.items()]
