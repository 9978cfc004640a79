"""Profiles: which checks they run, how, and from where on findings are reported."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from mtqa.data import Severity
from mtqa.errors import SettingsError, UnknownUnitError
from mtqa.flag import flag
from mtqa.flag.base import CHECKS
from mtqa.flag.profile import lineage, shipped, thresholds
from mtqa.flag.select import chosen

ACME: dict[str, Any] = {
    "acme": {"base": "prose", "select": ["DES"], "ignore": ["LIN1", "wrong-sense"], "min-severity": "minor",
             "checks": {"length-outlier": {"z": 3.0}, "LOC001": {"severity": "major"}}},
    "acme-ui": {"base": "acme", "select": ["wrong-sense"], "min-confidence": 0.5, "checks": {"DES002": {"enabled": False}}},
}  # fmt: skip


def codes(profile: str, own: dict[str, Any] | None = None, **choice: Any) -> list[str]:
    return [check.code for check in chosen(profiles=lineage(profile, own), **choice)]


@pytest.mark.parametrize("name", list(shipped()))
def test_every_shipped_profile_says_what_it_is_for_and_names_checks_that_there_are(name: str) -> None:
    assert shipped()[name].summary.endswith(".")
    assert codes(name)


def test_the_default_profile_is_what_runs_without_one() -> None:
    assert codes("default") == [check.code for check in chosen()]


def test_the_strict_one_runs_what_is_off_by_default(quiet_length: None) -> None:
    assert "ACC009" not in codes("default")
    assert codes("strict") == list(CHECKS.units)


def test_prose_has_no_variables_and_strings_no_sentences() -> None:
    prose = set(codes("prose"))
    assert not {"ACC010", "DES001", "DES005", "DES006", "DES018", "LOC021"} & prose
    assert {code for code in CHECKS.units if code.startswith("LOC")} - {"LOC021"} <= prose
    assert {"LIN001"} == {"LIN001", "LIN041", "LIN047"} - set(codes("ui-strings"))


def test_a_profile_of_a_team_changes_the_one_it_builds_on() -> None:
    assert [profile.name for profile in lineage("acme-ui", ACME)] == ["default", "prose", "acme", "acme-ui"]
    acme, ui = codes("acme", ACME), codes("acme-ui", ACME)
    assert {"DES001", "DES002"} <= set(acme)
    assert not {"LIN101", "ACC101", "ACC010"} & set(acme)
    assert set(ui) == {*acme, "ACC101"} - {"DES002"}


def test_options_and_thresholds_of_the_last_profile_count_and_those_of_the_user_before_all() -> None:
    line = lineage("acme-ui", ACME)
    by_code = {check.code: check for check in chosen(profiles=line)}
    assert (by_code["ACC009"].options, by_code["LOC001"].severity) == ({"z": 3.0}, Severity.MAJOR)
    explicit = chosen(options={"length-outlier": {"z": 1.0}}, profiles=line)
    assert next(check for check in explicit if check.code == "ACC009").options == {"z": 1.0}
    assert thresholds(line) == (Severity.MINOR, 0.5)
    assert thresholds(line, "neutral", 0.0) == (Severity.NEUTRAL, 0.0)
    assert thresholds(lineage("default")) == (Severity.NEUTRAL, 0.0)


def test_what_the_user_selects_and_ignores_goes_before_the_profile() -> None:
    assert codes("acme", ACME, select=["LIN101"]) == ["LIN101"]
    assert "DES001" not in codes("acme", ACME, ignore=["DES"])
    assert "ACC101" in codes("acme", ACME, options={"wrong-sense": {"enabled": True}})


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"a": {"selct": []}}, "profiles.a: expected a key of a profile, found 'selct'; did you mean 'select'"),
        ({"a": {"select": "LIN"}}, "profiles.a.select: expected a list of texts, found 'LIN'"),
        ({"a": {"base": 3}}, "profiles.a.base: expected a text, found 3"),
        ({"a": {"checks": {"LIN007": 3}}}, "profiles.a.checks: expected a table with a table for each check"),
        ({"a": {"min-severity": "grave"}}, "profiles.a.min-severity: expected one of neutral, minor, major, critical, found 'g"),
        ({"a": {"min-confidence": 80}}, "profiles.a.min-confidence: expected a number from 0 to 1, found 80"),
        ({"a": {"base": "b"}, "b": {"base": "a"}}, "profiles.b: expected a base that does not build on this profile, found 'a'"),
        ({"strict": {}}, "profiles.strict: expected a name of your own"),
    ],
)  # fmt: skip
def test_a_table_that_is_no_profile_is_one_sentence_that_names_it(own: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError) as error:
        lineage(next(iter(own)), own)
    assert message in str(error.value)


@pytest.mark.parametrize(("name", "own"), [("strikt", {}), ("a", {"a": {"base": "strikt"}})])
def test_a_name_that_nobody_knows_is_an_error_with_the_nearest_one(name: str, own: dict[str, Any]) -> None:
    with pytest.raises(UnknownUnitError, match="found 'strikt'; did you mean 'strict'"):
        lineage(name, own)


@pytest.mark.parametrize(("limits", "left"), [({}, 2), ({"min_severity": "major"}, 1), ({"min_confidence": 1.0}, 0)])
def test_findings_under_a_threshold_are_not_reported(limits: dict[str, Any], left: int) -> None:
    frame = pd.DataFrame({
        "document": "a", "segment": [0], "source": ["Pay 25 euros."], "target": ["Bitte zahlen zahlen Sie 52 Euro."],
        "source_lang": "en", "target_lang": "de",
    })  # fmt: skip
    assert len(flag(frame, **limits)) == left
