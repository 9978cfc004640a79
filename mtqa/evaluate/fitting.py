"""``calibrate``: a team's judgments in, a calibration of ``score.quality`` out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from mtqa.calibration.base import Calibration
from mtqa.calibration.features import features
from mtqa.calibration.fit import Judged, fitted
from mtqa.config import Settings
from mtqa.errors import CalibrationError
from mtqa.evaluate.base import Judgment, Judgments
from mtqa.evaluate.checked import checked
from mtqa.evaluate.judgments.read import read_judgments
from mtqa.evaluate.pairs import numbered
from mtqa.lang.base import short
from mtqa.text.words import count_words

ENOUGH_DOCUMENTS = 8
"""Documents that make folds; with fewer, source segments are kept together instead."""


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def calibrate(
    judgments: str | Path | Judgments,
    *,
    name: str = "",
    form: str = "",
    settings: Settings | None = None,
    progress: Callable[[str, int, int], None] = _silent,
    **options: Any,
) -> Calibration:
    """The calibration that fits ``score.quality`` to people's judgments of one pair of languages.

    Args:
        judgments: a file, as :func:`mtqa.evaluate` reads it, or judgments that were read.
        name: what reports call the calibration; the file's name where it is empty.
        form: the name of the file's format; where it is empty the columns tell.
        settings: see :class:`mtqa.config.Settings`; its own calibration is left out.
        progress: called as work proceeds.
        **options: single settings by name, which replace those of ``settings``.

    Raises:
        CalibrationError: for fewer than 50 judged translations, or several pairs of languages.
        MtqaError: for input or options that are wrong.
    """
    settings = replace((settings or Settings()).with_options(**options), calibration="")
    judged = judgments if isinstance(judgments, Judgments) else read_judgments(judgments, form)
    segments, findings, about = checked(judged, settings, progress)
    scores = judged_scores(judged, segments, findings, judged.name)  # what goes wrong is the fault of that file
    found = fitted(replace(scores, mode=settings.mode, pack=str(about["pack"].get("sha256", ""))))
    return replace(found, name=name or judged.name.partition(".")[0])


def judged_scores(judged: Judgments, segments: pd.DataFrame, findings: pd.DataFrame, name: str) -> Judged:
    """What a fit takes: the translations by systems that people scored and mtqa could."""
    quality = segments["score.quality"].to_numpy(np.float64)
    if np.isnan(quality).all():
        raise CalibrationError(
            f"{name}: expected translations that mtqa can score, found none; name or build a language pack for the pair."
        )
    scored = [row.score is not None and row.scale == judged.scale and not row.human_system for row in judged.rows]
    kept = np.array(scored) & ~np.isnan(quality)
    rows = [row for row, keep in zip(judged.rows, kept, strict=True) if keep]
    grouped_by, groups = _groups(rows)
    human = np.array([np.nan if row.score is None else row.score for row in rows])
    points = np.array([np.nan if row.points is None else row.points for row in rows])
    return Judged(
        name=name,
        langs=_langs(segments, name),
        scale=judged.scale,
        grouped_by=grouped_by,
        quality=quality[kept],
        features={key: values[kept] for key, values in features(segments, findings).items()},
        human=human,
        points=points,
        words=np.array([float(max(1, count_words(row.target))) for row in rows]),
        groups=groups,
        units=numbered([f"{row.document}\t{row.system}" for row in rows]),
    )


def _groups(rows: Sequence[Judgment]) -> tuple[str, np.ndarray]:
    documents = numbered([row.document for row in rows])
    if len(np.unique(documents)) >= ENOUGH_DOCUMENTS:
        return "document", documents
    return "source", numbered([row.source for row in rows])


def _langs(segments: pd.DataFrame, name: str) -> tuple[str, str]:
    pairs = sorted(
        {
            (short(source), short(target))
            for source, target in zip(segments["source_lang"], segments["target_lang"], strict=True)
        }
    )
    if len(pairs) > 1:
        shown = " and ".join("-".join(pair) for pair in pairs[:3])
        raise CalibrationError(
            f"{name}: expected one pair of languages, found {shown}; give --source-lang and --target-lang."
        )
    return pairs[0]
