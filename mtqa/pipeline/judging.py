"""Segments as scores and findings, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from mtqa.calibration.apply import check_fit
from mtqa.calibration.file import find_calibration
from mtqa.config import Settings
from mtqa.errors import SettingsError
from mtqa.estimate import consult
from mtqa.flag import flag
from mtqa.flag.consistency import Consistency
from mtqa.frames import segments_of
from mtqa.judge import judge
from mtqa.pack.base import Pack
from mtqa.pipeline.account import language_pairs
from mtqa.pipeline.settling import held_back, settle
from mtqa.pipeline.units import Progress, encoder_of, judges_of, pack_of, silent, terms_for
from mtqa.score import score

if TYPE_CHECKING:
    from mtqa.judge import Evidence


class Part(NamedTuple):
    """A batch of scored segments, their findings, and those of their findings that somebody suppressed."""

    segments: pd.DataFrame
    findings: pd.DataFrame
    suppressed: pd.DataFrame


def judge_all(
    segments: pd.DataFrame, settings: Settings, progress: Progress = silent, consistency: Consistency | None = None
) -> Iterator[Part]:
    """Scored segments and their findings, a batch at a time, in order; a batch has one pair of languages.

    ``consistency`` sees every batch too; what it finds it says when it is asked, after the last.
    """
    done = 0
    terms = {pair: terms_for(*pair, settings) for pair in language_pairs(segments)}
    calibration = find_calibration(settings.calibration)
    if calibration:
        check_fit(calibration, language_pairs(segments), settings.mode)
    for rows in batches(segments, settings.batch_size):
        progress("judging", done, len(segments))
        pack, evidence = look(rows, settings)
        opinions = consult(judges_of(settings), evidence)
        scored = score(rows, evidence=evidence, metrics=settings.metrics).assign(**opinions)
        findings = flag(
            scored,
            pack=pack,
            evidence=evidence,
            select=settings.select,
            ignore=settings.ignore,
            options=settings.checks,
            mode=settings.mode,
            profile=settings.profile,
            profiles=settings.profiles,
            min_severity="neutral",
            min_confidence=0.0,
            terms=terms[rows["source_lang"].iloc[0], rows["target_lang"].iloc[0]],
        )
        if consistency is not None:
            consistency.add(scored, pack=pack, evidence=evidence)
        kept, suppressed = held_back(rows, findings, settings)
        yield Part(settle(scored, kept, calibration), kept, suppressed)
        done += len(rows)
    progress("judging", len(segments), len(segments))


def look(rows: pd.DataFrame, settings: Settings) -> tuple[Pack | None, list[Evidence]]:
    """The language pack for a batch, and the evidence about each row."""
    pack = pack_of(rows["source_lang"].iloc[0], rows["target_lang"].iloc[0], settings)
    return pack, judge(list(segments_of(rows)), pack=pack, encoder=encoder_of(pack, settings))


def batches(segments: pd.DataFrame, size: int) -> Iterator[pd.DataFrame]:
    """Runs of rows of one pair of languages of about ``size`` each.

    A batch ends with a document, if one ends within another ``size`` rows: how rough a document is shows in all of it.
    """
    if size < 1:
        raise SettingsError(f"expected a batch size of at least 1, found {size}; raise it.")
    pair = segments["source_lang"].astype(str) + ">" + segments["target_lang"].astype(str)
    for _, rows in segments.groupby(pair.ne(pair.shift()).cumsum(), sort=False):
        ends = np.flatnonzero((rows["document"] != rows["document"].shift(-1)).to_numpy()) + 1
        start = 0
        while start < len(rows):
            later = ends[(ends >= start + size) & (ends <= start + 2 * size)]
            end = int(later[0]) if len(later) else start + size
            yield rows.iloc[start:end]
            start = end
