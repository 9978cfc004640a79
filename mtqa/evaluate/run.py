"""``evaluate``: judgments in, what mtqa says of the same translations, and how far the two agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from mtqa.config import Settings
from mtqa.data import Severity
from mtqa.errors import ReadError, SettingsError
from mtqa.evaluate.base import Judgment, Judgments
from mtqa.evaluate.checked import checked, earlier
from mtqa.evaluate.columns import scores
from mtqa.evaluate.compute import Sample, differences, score_line, span_measures
from mtqa.evaluate.evaluation import Evaluation
from mtqa.evaluate.judgments.read import read_judgments
from mtqa.evaluate.reliability import confidence_bins, quality_bins, tested
from mtqa.report.cells import counted

RESAMPLES = 1000
Progress = Callable[[str, int, int], None]


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def evaluate(
    judgments: str | Path | Judgments,
    *,
    form: str = "",
    run: str | Path | None = None,
    bootstrap: int = RESAMPLES,
    settings: Settings | None = None,
    progress: Progress = _silent,
    **options: Any,
) -> Evaluation:
    """How far scores and findings agree with people's judgments.

    Args:
        judgments: a file (JSON Lines, MQM errors, direct assessment or post-edits), or judgments that were read.
        form: the name of the file's format; where it is empty the columns tell.
        run: the folder of an earlier ``mtqa check`` of the same translations in the same order; checked here without.
        bootstrap: how many resamples the 95 % intervals are made of; 0 for none.
        settings: see :class:`mtqa.config.Settings`; ``calibration`` is applied.
        progress: called as work proceeds.
        **options: single settings by name, which replace those of ``settings``.

    Raises:
        MtqaError: with one sentence, for input or options that are wrong.
    """
    settings = (settings or Settings()).with_options(**options)
    if run and settings.calibration:
        raise SettingsError(
            "expected an earlier run or a calibration, found both; leave out --run, or check with --calibration."
        )
    if run and settings.judges:
        raise SettingsError(
            "expected an earlier run or a judge, found both; leave out --run, or give --judge to mtqa check."
        )
    judged = judgments if isinstance(judgments, Judgments) else read_judgments(judgments, form)
    if not any(map(_is_judged, judged.rows)):
        raise ReadError(judged.name, "expected scores, word tags or marked spans, found none; add what people said.")
    segments, findings, about = earlier(judged, Path(run)) if run else checked(judged, settings, progress)
    return compared(judged, segments, findings, about, bootstrap)


def compared(
    judged: Judgments, segments: pd.DataFrame, findings: pd.DataFrame, about: dict[str, Any], resamples: int = RESAMPLES
) -> Evaluation:
    """The evaluation of frames whose rows are those of the judgments, in order."""
    rows = judged.rows
    sample = Sample.of(rows, resamples)
    columns = list(scores(segments, findings, rows))
    lines = {one.name: score_line(sample, one) for one in columns}
    quality = next((one for one in columns if one.name == "quality"), None)
    placed = findings[
        findings["side"].eq("target")
        & findings["severity"].ne(Severity.NEUTRAL.value)
        & (findings["end"] > findings["start"])
    ]
    peers = [one for one in columns if one.peer]
    points = np.array(
        [np.nan if row.points is None or row.human_system else row.points for row in rows], dtype=np.float64
    )
    return Evaluation(
        name=judged.name,
        form=judged.form,
        scale=judged.scale,
        langs=(str(segments["source_lang"].iloc[0]), str(segments["target_lang"].iloc[0])),
        count=sum(map(_is_judged, rows)),
        compared=int((~np.isnan(sample.human)).sum()),
        systems=len({row.system for row in rows if row.system and not row.human_system}),
        resamples=resamples,
        scores=tuple(lines.values()),
        differences=tuple(differences(sample, quality, lines, peers)) if quality else (),
        spans=span_measures(sample, rows, placed),
        confidence=confidence_bins(list(tested(rows, placed))),
        quality=quality_bins(quality.values, points) if quality else (),
        notes=tuple(_notes(rows, about)),
        about=about,
    )


def _is_judged(row: Judgment) -> bool:
    return not (row.score is None and row.bad is None and row.marked is None)


def _notes(rows: Sequence[Judgment], about: dict[str, Any]) -> Iterator[str]:
    bare = len(rows) - sum(map(_is_judged, rows))
    if bare:
        yield f"{counted(bare, 'translation')} that nobody judged {'is' if bare == 1 else 'are'} left out."
    human = sum(row.human_system for row in rows)
    if human:
        yield f"{human:,} human translations are left out of the comparison of scores; findings on them count."
    if all(row.bad is None and row.marked is None for row in rows):
        yield "Nobody marked words, so the findings could not be held against judges."
    if not any(row.reference for row in rows):
        yield "There is no reference, so BLEU and chrF could not be compared."
    yield from about.get("skipped") or ()
