"""A fit: it learns what there is to learn, and leaves what there is not."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.calibration.apply import on_scale
from mtqa.calibration.bands import refitted
from mtqa.calibration.fit import fitted, line
from mtqa.calibration.ridge import fit, shipped
from mtqa.errors import CalibrationError
from mtqa.summary import BANDS
from tests.calibration.cases import made, some


def test_what_judges_mind_is_learnt_and_the_rest_left_alone() -> None:
    calibration = fitted(made())
    assert calibration.prior is not None
    assert calibration.features["fluency"].weight < -0.1
    assert abs(calibration.features["words"].weight) < abs(calibration.features["fluency"].weight) / 4
    assert "major" not in calibration.features  # it never varied
    assert calibration.gain.spearman_after > calibration.gain.spearman_before + 0.1
    assert calibration.gain.error_before is not None
    assert calibration.gain.error_after is not None
    assert calibration.gain.error_after < calibration.gain.error_before


def test_where_nothing_is_to_be_learnt_the_shipped_order_stays() -> None:
    calibration = fitted(made(minded=0.0))
    assert calibration.prior is None
    assert calibration.features == {}
    assert calibration.gain.spearman_after == calibration.gain.spearman_before


def test_judges_who_give_ten_points_less_move_the_scale() -> None:
    judged = made(minded=0.0)
    calibration = fitted(judged)
    places = shipped(judged.quality).of(judged.quality, {})
    assert on_scale(places, calibration).mean() == pytest.approx(judged.points.mean(), abs=0.1)


def test_scores_without_ends_leave_the_scale() -> None:
    judged = made(minded=0.0, points=False)
    calibration = fitted(judged)
    places = shipped(judged.quality).of(judged.quality, {})
    assert calibration.kind == "shipped"
    assert on_scale(places, calibration) == pytest.approx(judged.quality, abs=1e-3)
    assert calibration.bands == {}
    assert calibration.gain.error_before is None


def test_the_same_judgments_give_the_same_calibration() -> None:
    assert fitted(made()) == fitted(made())


def test_judges_who_turn_the_order_round_are_not_believed() -> None:
    judged = made()
    assert fit(judged.quality, judged.features, -judged.quality, 1.0) == shipped(judged.quality)


def test_the_line_always_rises() -> None:
    places = np.linspace(0, 1, 50)
    assert line(places, 90 - 20 * places)[1] == 1
    assert line(places, 40 + 50 * places) == pytest.approx((40, 50))


def test_as_many_documents_are_in_each_band_as_by_the_judges() -> None:
    judged = made(600, documents=60, systems=1)
    ours = judged.quality / 2
    bands = refitted(judged.points, ours, judged.words, judged.units)
    assert list(bands) == list(BANDS)
    assert sorted(bands.values(), reverse=True) == list(bands.values())
    sizes = np.bincount(judged.units)
    means = [np.bincount(judged.units, values) / sizes for values in (judged.points, ours)]
    assert (means[0] >= BANDS["light edit"]).sum() == (means[1] >= bands["light edit"]).sum()


def test_too_few_documents_leave_the_bands() -> None:
    judged = made(100, documents=5, systems=1)
    assert refitted(judged.points, judged.quality, judged.words, judged.units) == {}


def test_too_few_judgments_and_equal_ones_are_refused() -> None:
    judged = made()
    with pytest.raises(CalibrationError, match="expected at least 50 judged translations, found 49; judge more"):
        fitted(some(judged, 49))
    alike = some(judged, 60)
    alike.human[:] = 3
    with pytest.raises(CalibrationError, match="expected scores that differ, found all alike"):
        fitted(alike)
