"""What becomes of findings: reported or held back for a reason, and taken from the quality of their segments."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from mtqa.calibration.apply import calibrated
from mtqa.calibration.base import Calibration
from mtqa.config import Settings
from mtqa.flag import reported
from mtqa.flag.profile import thresholds
from mtqa.flag.suppression.apply import apply
from mtqa.frames import Contract
from mtqa.pipeline.units import profiles_of, suppressions


def held_back(segments: pd.DataFrame, findings: pd.DataFrame, settings: Settings) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The findings to report, and those that are suppressed for a reason; what lies below the settings' limits is neither."""
    kept, suppressed = apply(segments, findings, suppressions(settings))  # first, so that what is of use counts as used
    return reported(
        kept, *thresholds(profiles_of(settings), settings.min_severity, settings.min_confidence)
    ), suppressed


POINT = 1.0
"""Points of quality that a penalty point of the findings costs a segment.

Chosen by hand. The score has seen most of what is found by itself: on MLQE's post-edited sentences the less the better (Pearson
.41 at 0, .40 at 1, .38 at 2), on biomedical abstracts the more the better (.35, .37, .38), on news and talks it is all one.
"""


def settle(segments: pd.DataFrame, findings: pd.DataFrame, calibration: Calibration | None = None) -> pd.DataFrame:
    """The segments with what was found in them taken from their quality: :data:`POINT` a penalty point, down to 0.

    The two see different things: the score weighs all words a little, a finding knows one place for sure. A team's own
    calibration comes last.
    """
    settled = _less_found(segments, findings)
    return calibrated(settled, findings, calibration) if calibration else settled


def _less_found(segments: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    if findings.empty or "score.quality" not in segments:
        return segments
    lost = findings.groupby(["document", "segment"])["penalty"].sum()
    keys = pd.MultiIndex.from_frame(segments[["document", "segment"]])
    left = segments["score.quality"] - POINT * lost.reindex(keys).fillna(0.0).to_numpy()
    return segments.assign(**{"score.quality": left.clip(lower=0.0)})


def joined(frames: Sequence[pd.DataFrame], contract: Contract) -> pd.DataFrame:
    """The frames as one; one of no rows has the contract's columns."""
    filled = [frame for frame in frames if not frame.empty]
    return pd.concat(filled, ignore_index=True) if filled else contract.empty()
