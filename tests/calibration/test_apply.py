"""A calibration at work in a check: after the findings, named in every report, and only for its languages."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import mtqa
from mtqa.calibration.apply import calibrated, check_fit
from mtqa.calibration.base import Calibration
from mtqa.calibration.features import features
from mtqa.calibration.file import encode
from mtqa.calibration.fit import fitted
from mtqa.errors import CalibrationError
from mtqa.pack.load import find_pack
from mtqa.report.md import markdown
from mtqa.report.terminal import render
from tests.calibration.cases import made
from tests.report.cases import make_findings, make_segments

PAIRS = {
    "source": [
        "The harbour is closed today.",
        "The ferry leaves at six o'clock in the morning.",
        "The storm damaged two boats.",
    ],
    "target": ["Der Hafen ist heute geschlossen.", "", "Der Sturm hat zwei Boote beschädigt."],
}


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    pack = find_pack("en", "de")
    assert pack is not None
    return replace(
        fitted(made(minded=0.0)),
        pack=sha256((pack.path / "manifest.json").read_bytes()).hexdigest(),
        bands={"publishable": 60.0, "light edit": 55.0, "heavy edit": 50.0, "retranslate": 0.0},
    )


def check(path: Path | None = None, **options: Any) -> mtqa.Result:
    table = pd.DataFrame({name: pd.Series(texts, dtype=object) for name, texts in PAIRS.items()})
    return mtqa.check(table, source_lang="en", target_lang="de", calibration=str(path) if path else None, **options)


def test_quality_is_put_on_the_judges_scale_and_no_translation_stays_nothing(
    tmp_path: Path, calibration: Calibration
) -> None:
    path = tmp_path / "team.json"
    path.write_text(encode(calibration), encoding="utf-8")
    before, after = check(), check(path)
    there = [0, 2]
    expected = calibrated(before.segments, before.findings, calibration)["score.quality"]
    assert after.segments["score.quality"].tolist() == expected.tolist()
    assert (after.segments["score.quality"][there] < before.segments["score.quality"][there]).all()
    assert after.segments["score.quality"].iloc[1] == 0
    assert after.segments["score.adequacy"].equals(before.segments["score.adequacy"])
    assert after.about["bands"] == calibration.bands


def test_every_report_names_the_calibration(tmp_path: Path, calibration: Calibration) -> None:
    path = tmp_path / "team.json"
    path.write_text(encode(calibration), encoding="utf-8")
    result = check(path)
    said = "Quality is calibrated with team (n=300)."
    assert result.about["signatures"]["calibration"].startswith("team (n=300)|")
    assert said in render(result.results)
    assert said in result.html()
    assert "team (n=300)" in markdown(result.results).replace("\\", "")
    assert said not in check().html()


def test_other_languages_are_refused(tmp_path: Path, calibration: Calibration) -> None:
    path = tmp_path / "team.json"
    path.write_text(encode(replace(calibration, source_lang="de", target_lang="en")), encoding="utf-8")
    with pytest.raises(CalibrationError) as error:
        check(path)
    assert str(error.value) == (
        "team: expected texts from German into English, as this calibration was fitted on, found texts from English into German; "
        "leave --calibration out or fit another one."
    )


def test_another_mode_is_refused_and_another_pack_is_told(tmp_path: Path, calibration: Calibration) -> None:
    path = tmp_path / "team.json"
    path.write_text(encode(replace(calibration, pack="0" * 64)), encoding="utf-8")
    assert "Quality is calibrated with team (n=300), fitted with another language pack." in check(path).html()
    with pytest.raises(
        CalibrationError, match="expected --mode precise, as this calibration was fitted in, found thorough"
    ):
        check_fit(calibration, [("en", "de")], "thorough")


def test_features_count_what_was_found_by_severity() -> None:
    found = features(make_segments(), make_findings())
    assert found["minor"][4] == pytest.approx(100 * 1.1 / 5 / 25)
    assert found["major"][4] == 0
    assert found["critical"][0] == 1
    assert len(found["words"]) == len(make_segments())


def test_better_quality_stays_better(calibration: Calibration) -> None:
    segments = make_segments().assign(**{"score.quality": [0.0, 1.0, 20.0, 50.0, 70.0, 80.0, 95.0, 99.5, 100.0]})
    scores = calibrated(segments, make_findings(), calibration)["score.quality"].tolist()
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)
    assert scores[0] == 0
    assert scores[-1] <= 100


def test_a_line_through_good_translations_says_nothing_about_bad_ones(calibration: Calibration) -> None:
    steep = replace(calibration, features={}, intercept=94.0, slope=5.0)
    segments = make_segments().assign(**{"score.quality": [calibration.qualities[1] / 4] * len(make_segments())})
    assert calibrated(segments, make_findings(), steep)["score.quality"].max() < 25
