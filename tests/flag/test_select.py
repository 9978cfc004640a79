"""Which checks run."""

from __future__ import annotations

import pytest

from mtqa.data import Segment, Severity
from mtqa.errors import SettingsError, UnknownUnitError
from mtqa.flag.base import CHECKS, Unit
from mtqa.flag.select import chosen


def codes(*args: object, **options: object) -> list[str]:
    return [check.code for check in chosen(*args, **options)]  # type: ignore[arg-type]


def test_without_a_choice_the_checks_that_are_on_by_default_run() -> None:
    assert codes() == [check.code for check in CHECKS if check.default]


def test_a_beginning_of_a_code_selects_its_branch() -> None:
    assert codes(["DES"]) == [check.code for check in CHECKS if check.code.startswith("DES")]


def test_a_name_selects_as_well_as_a_code_in_any_letter_case() -> None:
    assert codes(["repeated-word"]) == codes(["lin007"]) == ["LIN007"]


def test_the_longer_selector_wins_and_ignore_on_a_tie() -> None:
    assert codes(["LOC00"], ["LOC002", "LOC004", "LOC005", "LOC006"]) == ["LOC001", "LOC003"]
    assert codes(["LOC002"], ["LOC"]) == ["LOC002"]
    assert codes(["LOC001", "LOC002"], ["LOC001"]) == ["LOC002"]
    assert codes(["all"], ["LIN", "ACC", "DES", "STY", "TER", "AUD"]) == codes(["LOC"])


def test_a_check_that_is_off_by_default_runs_when_it_is_selected(quiet_length: None) -> None:
    assert "ACC009" not in codes()
    assert "ACC009" in codes(["ACC"])
    assert "ACC009" in codes(["length-outlier"])


def test_ignore_takes_away_from_the_default() -> None:
    assert not any(code.startswith("LIN") for code in codes(ignore=["LIN"]))


@pytest.mark.parametrize("selector", ["LIX", "repeated-wird", "LIN9999"])
def test_a_selector_that_fits_no_check_is_an_error_that_names_it(selector: str) -> None:
    with pytest.raises(UnknownUnitError, match=selector):
        chosen([selector])
    with pytest.raises(UnknownUnitError, match=selector):
        chosen(ignore=[selector])


def test_settings_change_the_options_of_a_check_by_name_or_code() -> None:
    for key in ("length-outlier", "ACC009"):
        [check] = chosen(["ACC009"], options={key: {"z": 9}})
        assert check.options == {"z": 9}
    assert CHECKS["ACC009"].options != {"z": 9}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"length-outlier": {"zz": 1.0}}, "option of the check .z, enabled, severity., found 'zz'"),
        ({"length-outlier": {"z": "big"}}, "expected float, found 'big'"),
        ({"length-outlier": {"z": True}}, "expected float, found True"),
        ({"repeated-word": {"z": 1.0}}, r".enabled, severity., found 'z'"),
        ({"repeated-word": {"enabled": "no"}}, "expected bool, found 'no'"),
        (
            {"repeated-word": {"severity": "grave"}},
            "severity: expected one of neutral, minor, major, critical, found 'grave'",
        ),
    ],
)
def test_a_wrong_option_is_an_error_that_names_the_setting(options: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        chosen(options=options)


def test_options_for_a_check_that_nobody_knows_are_an_error() -> None:
    with pytest.raises(UnknownUnitError, match="no-such-check"):
        chosen(options={"no-such-check": {}})


def test_any_check_can_be_switched_off_and_on_by_name(quiet_length: None) -> None:
    off, on = {"LIN007": {"enabled": False}}, {"length-outlier": {"enabled": True}}
    assert "LIN007" not in codes(options=off)
    assert "ACC009" in codes(options=on)
    assert "LIN007" not in codes(["LIN"], options=off)
    assert codes(["LIN007"], options=off) == ["LIN007"]
    assert "ACC009" in codes(ignore=["ACC"], options=on)
    assert codes(["LIN007"], options=on) == ["LIN007"]


def test_any_check_can_be_given_a_severity_for_all_that_it_finds() -> None:
    [check] = chosen(["LIN103"], options={"LIN103": {"severity": "critical"}})
    [hit] = check(Unit(Segment("Er kam mit der Hund.", "He came with the dog.", target_lang="de", source_lang="en")))
    assert (check.severity, hit.severity) == (Severity.CRITICAL, Severity.CRITICAL)
    assert check.doc == CHECKS["LIN103"].doc


def test_no_check_has_an_option_that_means_something_for_all() -> None:
    assert not [check.code for check in CHECKS if {"enabled", "severity"} & check.options.keys()]
