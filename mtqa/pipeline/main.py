"""The main job: read, segment, align, judge, score, flag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from mtqa.calibration.file import find_calibration
from mtqa.collecting import collecting_rarely
from mtqa.config import Settings
from mtqa.flag.consistency import Consistency, merged
from mtqa.flag.suppression.unused import unused
from mtqa.frames import FINDINGS, SUPPRESSED
from mtqa.pipeline.account import about, copied_references
from mtqa.pipeline.aligning import align_all, read_any
from mtqa.pipeline.judging import Part, judge_all
from mtqa.pipeline.result import Result
from mtqa.pipeline.settling import held_back, joined
from mtqa.pipeline.units import Paths, Progress, judges_of, reading_of, running, silent, suppressions, terms_for
from mtqa.read.locate import locate
from mtqa.report.base import REPORTS
from mtqa.summary import summarise


@collecting_rarely()
def check(
    target: Paths | pd.DataFrame,
    source: Paths | None = None,
    reference: Paths | None = None,
    *,
    against: Paths = (),
    settings: Settings | None = None,
    progress: Progress = silent,
    **options: Any,
) -> Result:
    """Read, align, score and flag translations.

    Args:
        target: the translation: a file, folder, glob, ``-``, a list of files, or a frame with the columns ``target`` and
            ``source`` and/or ``reference`` (a row a segment; ``kind`` ``text`` makes a row a running text).
        source: the text in the other language.
        reference: a trusted translation in the target's language.
        against: files of which each is a source or a reference, told apart by their language.
        settings: see :class:`mtqa.config.Settings`.
        progress: called as work proceeds.
        **options: single settings by name, which replace those of ``settings``.

    Raises:
        MtqaError: with one sentence, for input or options that are wrong.
    """
    settings = (settings or Settings()).with_options(**options)
    judges_of(settings)  # what cannot be had, and a check that nobody knows, are told before the work begins
    consistency = Consistency(running(settings), settings.consistency)
    suppressions(settings)
    terms_for("", "", settings)
    progress("reading", 0, 1)
    documents = read_any(target, source, reference, against, settings)
    segments = align_all(documents, settings, progress)
    parts = list(judge_all(segments, settings, progress, consistency))
    return _placed(_result(parts, settings, consistency.findings()), target, settings)


def _placed(result: Result, target: Paths | pd.DataFrame, settings: Settings) -> Result:
    """The result with the files of its documents, where a report points into them."""
    pointing = [REPORTS[name] for name in settings.formats if name in REPORTS and REPORTS[name].places]
    if not pointing or isinstance(target, pd.DataFrame):
        return result
    return replace(result, files=locate(target, reading_of(settings)))


def _result(parts: Sequence[Part], settings: Settings, late: pd.DataFrame | None = None) -> Result:
    """The parts as one; ``late`` are findings that came of seeing all of them."""
    segments = pd.concat([part.segments for part in parts], ignore_index=True)
    findings = joined([part.findings for part in parts], FINDINGS)
    suppressed = joined([part.suppressed for part in parts], SUPPRESSED)
    if late is not None and not late.empty:
        kept, more = held_back(segments, late, settings)
        findings, suppressed = merged(segments, findings, kept), joined([suppressed, more], SUPPRESSED)
    calibration = find_calibration(settings.calibration)
    documents = summarise(segments, findings, calibration.bands if calibration else None, suppressed)
    said = about(segments, settings, calibration)
    said["skipped"] += copied_references(segments)
    stale = unused(segments, suppressed, suppressions(settings), [check.code for check in running(settings)])
    return Result(segments, findings, documents, said | ({"unused": stale} if stale else {}), suppressed)
