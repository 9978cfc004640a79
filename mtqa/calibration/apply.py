"""Quality as a team's judges would give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from mtqa.calibration.base import PLACES, Calibration, Weight
from mtqa.calibration.features import Floats, features
from mtqa.errors import CalibrationError
from mtqa.lang.base import language, short

BEYOND = 0.05
"""How far the place of a quality of 100 lies beyond the best judged one."""
CUT = 2.0
TAIL = 1
"""The place in ``qualities`` below which points are not taken from the line: the worst twentieth."""


def calibrated(segments: pd.DataFrame, findings: pd.DataFrame, calibration: Calibration) -> pd.DataFrame:
    """The segments with calibrated ``score.quality``; 0 and NaN stay, for there is no translation, or nothing to tell."""
    if "score.quality" not in segments or segments.empty:
        return segments
    quality = segments["score.quality"].to_numpy(np.float64)
    order = placed(quality, calibration.qualities) + weighed(features(segments, findings), calibration.features)
    points = np.clip(on_scale(order, calibration), 0.0, 100.0)
    return segments.assign(**{"score.quality": points * trusted(quality, calibration.qualities, calibration.kind)})


def placed(quality: Floats, qualities: Iterable[float]) -> Floats:
    """The place of each quality among the judged ones: 0 for the worst of them, 1 for the best, and a little more for 100."""
    known = [*_rising(qualities), 100.0 + 1e-6]
    out: Floats = np.interp(quality, known, [*PLACES, 1.0 + BEYOND])
    return np.where(np.isnan(quality), np.nan, out)


def weighed(values: Mapping[str, Floats], weights: Mapping[str, Weight]) -> Floats:
    """What the features add to the order; one that cannot be told adds nothing."""
    parts = [one.weight * standard(values[name], one) for name, one in weights.items()]
    return np.sum(parts, axis=0) if parts else np.zeros(())


def standard(values: Floats, weight: Weight) -> Floats:
    """The feature without its unit, cut at +-:data:`CUT`."""
    return np.nan_to_num(np.clip((values - weight.center) / weight.spread, -CUT, CUT))


def trusted(quality: Floats, qualities: Sequence[float], kind: str) -> Floats:
    """1 where enough was judged; below the worst twentieth falling with the quality to 0.

    Few bad translations were judged, and a line through the good ones says nothing about worse ones. On the shipped scale
    only what is worse than all judged ones has to fall.
    """
    lowest = qualities[TAIL if kind == "points" else 0]
    out: Floats = np.clip(quality / max(lowest, 1e-9), 0.0, 1.0)
    return out


def on_scale(order: Floats, calibration: Calibration) -> Floats:
    """The points of each place in the order."""
    line = calibration.intercept + calibration.slope * order
    if calibration.kind == "points":
        return line
    out: Floats = np.interp(line, [*PLACES, 1.0 + BEYOND], [*_rising(calibration.qualities), 100.0 + 1e-6])
    return out


def _rising(qualities: Iterable[float]) -> Floats:
    """The qualities as strictly rising numbers."""
    values = np.array(list(qualities))
    out: Floats = np.maximum.accumulate(values) + 1e-9 * np.arange(len(values))
    return out


def check_fit(calibration: Calibration, pairs: Iterable[tuple[str, str]], mode: str) -> None:
    """Raise :class:`CalibrationError` where texts are of another pair of languages, or judged in another mode, than then."""
    wanted = (calibration.source_lang, calibration.target_lang)
    for pair in pairs:
        if (short(pair[0]), short(pair[1])) != wanted:
            raise CalibrationError(
                f"{calibration.name}: expected texts {_named(wanted)}, as this calibration was fitted on, found texts "
                f"{_named(pair)}; leave --calibration out or fit another one."
            )
    if mode != calibration.mode:
        raise CalibrationError(
            f"{calibration.name}: expected --mode {calibration.mode}, as this calibration was fitted in, found {mode}; "
            "change it or fit another one."
        )


def _named(pair: tuple[str, str]) -> str:
    source, target = (language(code).name if code else "an unknown language" for code in pair)
    return f"from {source} into {target}"
