"""From judged translations to a calibration: the order, its prior chosen by cross-validation, the scale, the bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from mtqa.calibration.apply import trusted
from mtqa.calibration.bands import refitted
from mtqa.calibration.base import Calibration, Gain, Weight
from mtqa.calibration.features import Floats
from mtqa.calibration.file import rounded
from mtqa.calibration.ridge import Order, Rows, fit, shipped
from mtqa.errors import CalibrationError

FEWEST = 50
"""Judged translations below which nothing is fitted."""
PRIORS = (30.0, 100.0, 300.0, 1000.0, 3000.0, 10000.0)
FOLDS = 10
SEED = 11
RESAMPLES = 200


@dataclass(frozen=True, slots=True)
class Judged:
    """Judged translations: ``human`` is higher for better, ``points`` the same on 0-100 (NaN where it has no ends).

    ``groups`` numbers what must not be torn apart (document or source), ``units`` the document by one system. ``mode`` and
    ``pack`` say how mtqa judged them.
    """

    name: str
    langs: tuple[str, str]
    scale: str
    grouped_by: str
    quality: Floats
    features: Mapping[str, Floats]
    human: Floats
    points: Floats
    words: Floats
    groups: np.ndarray
    units: np.ndarray
    mode: str = "precise"
    pack: str = ""

    def part(self, rows: Rows) -> tuple[Floats, dict[str, Floats], Floats]:
        """Quality, features and human score of some rows."""
        return self.quality[rows], {name: values[rows] for name, values in self.features.items()}, self.human[rows]


def fitted(judged: Judged) -> Calibration:
    """The calibration of the judgments; :class:`CalibrationError` where they are too few, or all alike."""
    count = len(judged.human)
    if count < FEWEST:
        raise CalibrationError(
            f"{judged.name}: expected at least {FEWEST} judged translations, found {count}; judge more."
        )
    if not judged.human.std() or not judged.quality.std():
        raise CalibrationError(
            f"{judged.name}: expected scores that differ, found all alike; judge other translations."
        )
    folds = list(_folds(judged.groups))
    prior, after = _chosen(judged, folds)
    order = fit(judged.quality, judged.features, judged.human, prior) if prior else shipped(judged.quality)
    places = order.of(judged.quality, judged.features)
    intercept, slope = _line(judged, places)
    has_points = not np.isnan(judged.points).any()
    points = _points(order, (intercept, slope), judged.quality, judged.features)
    return rounded(
        Calibration(
            name=judged.name,
            source_lang=judged.langs[0],
            target_lang=judged.langs[1],
            count=count,
            groups=len(np.unique(judged.groups)),
            grouped_by=judged.grouped_by,
            scale=judged.scale,
            qualities=order.qualities,
            features=_told(order.features),
            kind="points" if has_points else "shipped",
            intercept=intercept,
            slope=slope,
            bands=refitted(judged.points, points, judged.words, judged.units) if has_points else {},
            prior=prior,
            gain=_gain(judged, folds, prior, after),
            mode=judged.mode,
            pack=judged.pack,
        )
    )


def _told(features: Mapping[str, Weight]) -> dict[str, Weight]:
    """The features that weigh anything."""
    return {name: one for name, one in features.items() if one.weight}


def _folds(groups: np.ndarray) -> Iterator[Rows]:
    """The rows of each fold; a group is in one fold whole."""
    names = np.unique(groups)
    number = np.random.default_rng(SEED).permutation(len(names)) % min(FOLDS, len(names))
    of_row = number[np.searchsorted(names, groups)]
    for fold in range(int(number.max()) + 1):
        yield of_row == fold


def _held_out(judged: Judged, folds: list[Rows], prior: float | None) -> Floats:
    """The order of each row, by a fit that did not see its group."""
    out = np.zeros(len(judged.human))
    for rows in folds:
        order = _order(judged, ~rows, prior)
        quality, features, _ = judged.part(rows)
        out[rows] = order.of(quality, features)
    return out


def _order(judged: Judged, rows: Rows, prior: float | None) -> Order:
    quality, features, human = judged.part(rows)
    return fit(quality, features, human, prior) if prior else shipped(quality)


def _chosen(judged: Judged, folds: list[Rows]) -> tuple[float | None, float]:
    """The best prior and the rank correlation it reaches on what it did not see; ``None`` for the shipped order.

    The shipped order is left only for a gain of more than its standard error (the one-standard-error rule of Breiman et al.
    1984), which is taken over groups drawn with replacement.
    """
    before = _correlation(judged.quality, judged.human)
    orders = {prior: _held_out(judged, folds, prior) for prior in PRIORS} if len(folds) > 1 else {}
    reached = {prior: _correlation(order, judged.human) for prior, order in orders.items()}
    best = max(reached, key=lambda prior: reached[prior], default=None)
    if best is None or not reached[best] - before > _error(judged, orders[best]):
        return None, before
    return best, reached[best]


def _error(judged: Judged, order: Floats) -> float:
    rng = np.random.default_rng(SEED)
    names, numbers = np.unique(judged.groups, return_inverse=True)
    members = [np.flatnonzero(numbers == number) for number in range(len(names))]
    gains = []
    for _ in range(RESAMPLES):
        rows = np.concatenate([members[number] for number in rng.integers(0, len(names), len(names))])
        human = judged.human[rows]
        gains.append(_correlation(order[rows], human) - _correlation(judged.quality[rows], human))
    return float(np.nanstd(gains))


def _correlation(one: Floats, other: Floats) -> float:
    """Spearman's rank correlation; NaN where a column does not vary."""
    ranks = [_mean_ranks(values) for values in (one, other)]
    if not ranks[0].std() or not ranks[1].std():
        return float("nan")
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _mean_ranks(values: Floats) -> Floats:
    _, codes, counts = np.unique(values, return_inverse=True, return_counts=True)
    out: Floats = (np.cumsum(counts) - (counts - 1) / 2)[codes]
    return out


def _line(judged: Judged, places: Floats) -> tuple[float, float]:
    """Intercept and slope from the order to points; to the spread of the shipped places where there are no points."""
    if np.isnan(judged.points).any():
        ours = shipped(judged.quality).of(judged.quality, {})
        slope = float(ours.std() / max(float(places.std()), 1e-9))
        return float(ours.mean() - slope * places.mean()), slope
    return line(places, judged.points)


def line(places: Floats, points: Floats) -> tuple[float, float]:
    """The least-squares line, which rises: judges who give all translations the same leave a slope of a point."""
    centred = places - places.mean()
    slope = max(1.0, float(centred @ points / max(float(centred @ centred), 1e-9)))
    return float(points.mean() - slope * places.mean()), slope


def _points(order: Order, drawn: tuple[float, float], quality: Floats, features: Mapping[str, Floats]) -> Floats:
    """What a calibration on points makes of the qualities."""
    intercept, slope = drawn
    out: Floats = np.clip(intercept + slope * order.of(quality, features), 0, 100)
    return out * trusted(quality, order.qualities, "points")


def _gain(judged: Judged, folds: list[Rows], prior: float | None, after: float) -> Gain:
    before = _correlation(judged.quality, judged.human)
    if np.isnan(judged.points).any() or len(folds) < 2:
        return Gain(before, after)
    out = np.zeros(len(judged.human))
    for rows in folds:
        order = _order(judged, ~rows, prior)
        quality, features, _ = judged.part(~rows)
        drawn = line(order.of(quality, features), judged.points[~rows])
        quality, features, _ = judged.part(rows)
        out[rows] = _points(order, drawn, quality, features)
    errors = [float(np.sqrt(np.square(values - judged.points).mean())) for values in (judged.quality, out)]
    return Gain(before, after, *errors)
