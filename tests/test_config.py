"""Settings from files and options."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtqa
from mtqa.config import Settings
from mtqa.errors import MtqaError, SettingsError
from mtqa.pipeline import configured


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert Settings.load(tmp_path) == Settings()


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.mtqa]\nfail-under = 60\n", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    assert Settings.load(tmp_path / "deep").fail_under == 60
    (tmp_path / "deep" / "mtqa.toml").write_text('target-lang = "de"\nselect = ["ACC"]\n', encoding="utf-8")
    assert Settings.load(tmp_path / "deep") == Settings(target_lang="de", select=("ACC",))


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text("max-major = 3\n", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert Settings.load(tmp_path / "deep").max_major == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail-undr = 60", "mtqa.toml: expected a setting of mtqa, found 'fail-undr'; did you mean 'fail-under'?"),
        ("max-major = 'x'", "mtqa.toml: expected a whole number for 'max-major', found 'x'; correct it."),
        ("select = 'ACC'", "mtqa.toml: expected a list of texts for 'select', found 'ACC'; correct it."),
        ("fail-under = true", "mtqa.toml: expected a number for 'fail-under', found True; correct it."),
        ("pack = 3", "mtqa.toml: expected a text for 'pack', found 3; correct it."),
        ("checks = 3", "mtqa.toml: expected a table with a table for each for 'checks', found 3; correct it."),
        ("fail-under = 200", "mtqa.toml: fail-under: expected a number from 0 to 100, found 200; correct it."),
        ("max-major = -1", "mtqa.toml: max-major: expected a number from 0 on, found -1; correct it."),
        ("mode = 'loose'", "mtqa.toml: mode: expected precise or thorough, found 'loose'; choose one."),
        (
            "[projects.x]\nmax-majr = 3",
            "mtqa.toml: projects.x: expected a setting of mtqa, found 'max-majr'; did you mean 'max-major'?",
        ),
        (
            "[projects.x]\nmin-fluency = -3",
            "mtqa.toml: projects.x: min-fluency: expected a number from 0 to 100, found -3",
        ),
        ("[", "mtqa.toml: expected TOML, found a mistake in it"),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_names_the_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        Settings.load(tmp_path)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[checks.wrong-sens]\nenabled = true",
            "no check has the name, or a code that begins with, 'wrong-sens': did you mean",
        ),
        ("[checks.length-outlier]\nzz = 3", "checks.length-outlier: expected an option of the check"),
        (
            '[[patterns]]\nsource = ".*"\ntarget = "a"',
            "patterns[1].source: expected a pattern that some text does not match",
        ),
        (
            'profile = "strickt"',
            "profile: expected one of default, prose, strict, ui-strings, found 'strickt'; did you mean",
        ),
        (
            '[profiles.x]\nselct = ["ACC"]',
            "profiles.x: expected a key of a profile, found 'selct'; did you mean 'select'?",
        ),
        ('[profiles.x]\nselect = ["QQQ"]', "no check has the name, or a code that begins with, 'QQQ'"),
        ("[profiles.x.checks.length-outlier]\nzz = 3", "checks.length-outlier: expected an option of the check"),
    ],
)
def test_what_is_wrong_with_checks_profiles_and_patterns_names_the_file(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
    with pytest.raises(MtqaError) as error:
        configured(start=tmp_path)
    assert f"mtqa.toml: {message}" in str(error.value)


def test_files_lie_where_the_file_that_names_them_does(tmp_path: Path) -> None:
    text = 'baseline = "b.json"\ncalibration = "c.json"\n[projects.x]\nbaseline = ""\n'
    (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
    (tmp_path / "deep").mkdir()
    for project, baseline in (("", str(tmp_path / "b.json")), ("x", "")):
        settings = Settings.load(tmp_path / "deep", project)
        assert (settings.baseline, settings.calibration) == (baseline, str(tmp_path / "c.json"))


def test_no_suppressions_are_none_whatever_lies_there(tmp_path: Path) -> None:
    (tmp_path / "mtqa-suppressions.toml").write_text("", encoding="utf-8")
    assert Settings.load(tmp_path).suppressions == str(tmp_path / "mtqa-suppressions.toml")
    (tmp_path / "mtqa.toml").write_text('suppressions = ""\n', encoding="utf-8")
    assert Settings.load(tmp_path).suppressions == ""


def test_an_option_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsError, match="expected a setting of mtqa, found 'proflie'; did you mean 'profile'"):
        mtqa.check("a.txt", proflie="strict")


@pytest.mark.parametrize("value", ["x", -1, float("nan"), True])
def test_a_limit_is_a_number(value: object) -> None:
    with pytest.raises(SettingsError, match="max-major: expected a number from 0 on, found"):
        Settings().with_options(max_major=value)


def test_options_replace_settings_only_where_given() -> None:
    settings = Settings(pack="mine", select=("ACC",)).with_options(pack=None, select=(), source_lang="en")
    assert settings == Settings(pack="mine", select=("ACC",), source_lang="en")


def test_glossaries_lie_where_the_file_that_names_them_does(tmp_path: Path) -> None:
    text = 'glossaries = ["terms.csv"]\nconsistency = "run"\n[[patterns]]\nsource = "a"\ntarget = "b"\n'
    (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
    settings = Settings.load(tmp_path)
    assert settings.glossaries == (str(tmp_path / "terms.csv"),)
    assert settings.patterns == ({"source": "a", "target": "b"},)
    assert settings.consistency == "run"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('consistency = "table"', "consistency: expected document or run, found 'table'"),
        ('patterns = ["a"]', "expected tables [[patterns]] for 'patterns'"),
    ],
)
def test_a_wrong_scope_or_pattern_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        Settings.load(tmp_path)
    assert message in str(error.value)
