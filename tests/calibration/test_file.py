"""The file of a calibration: what is written is read, and anything else is refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.calibration.base import Calibration
from mtqa.calibration.file import digest, encode, find_calibration, load
from mtqa.calibration.fit import fitted
from mtqa.errors import CalibrationError
from tests.calibration.cases import made


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return fitted(made())


def test_what_is_written_is_read(tmp_path: Path, calibration: Calibration) -> None:
    path = tmp_path / "team.json"
    path.write_text(encode(calibration), encoding="utf-8")
    assert load(path) == calibration
    assert encode(load(path)) == encode(calibration)
    assert json.loads(path.read_text(encoding="utf-8"))["sha256"] == digest(calibration)
    assert len(path.read_text(encoding="utf-8")) < 4000
    assert find_calibration("") is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text[:-40], "expected a calibration, found no JSON; fit it anew with `mtqa calibrate`."),
        (
            lambda text: text.replace("calibration/1", "calibration/2"),
            "expected a calibration of version 1, found version '2'; fit",
        ),
        (
            lambda text: text.replace("mtqa.calibration/1", "other/1"),
            "expected a calibration of version 1, found another kind of file",
        ),
        (lambda text: text.replace('"count": 300', '"count": 3000'), "found another checksum; fit it anew"),
        (lambda _: "[]", "expected a calibration of version 1, found another kind of file"),
    ],
)
def test_a_damaged_file_and_one_of_another_version_are_refused(
    tmp_path: Path, calibration: Calibration, change: object, said: str
) -> None:
    path = tmp_path / "team.json"
    assert callable(change)
    path.write_text(change(encode(calibration)), encoding="utf-8")
    with pytest.raises(CalibrationError) as error:
        load(path)
    assert said in str(error.value)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        CalibrationError, match="expected a calibration, found No such file or directory; check the path"
    ):
        load(tmp_path / "team.json")
