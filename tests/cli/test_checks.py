"""``mtqa checks`` and ``mtqa explain``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import cli
from mtqa.errors import UnknownUnitError
from mtqa.flag.base import CHECKS
from mtqa.flag.catalogue import WIDTH
from mtqa.flag.explain import NOTE, explained, pages
from mtqa.mqm import BRANCHES


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


def test_the_catalogue_lists_every_check_within_80_columns() -> None:
    lines = run("checks").output.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == [check.code for check in CHECKS]
    assert max(map(len, lines)) <= WIDTH


def test_the_catalogue_can_be_narrowed() -> None:
    lines = run("checks", "LOC00", "repeated-word", "--format", "tsv").output.splitlines()
    codes = [line.split("\t")[0] for line in lines[1:]]
    assert {"LIN007", "LOC001"} <= set(codes)
    assert {code[:5] for code in codes} == {"LIN00", "LOC00"}
    for name, prefix in BRANCHES.items():
        if any(check.code.startswith(prefix) for check in CHECKS):
            found = [one["code"] for one in json.loads(run("checks", "--branch", name, "--format", "json").output)]
            assert found == [check.code for check in CHECKS if check.code.startswith(prefix)]
    english = {one["name"] for one in json.loads(run("checks", "--language", "en", "--format", "json").output)}
    assert "repeated-word" in english
    assert "verb-second" not in english


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["wrong-sens"], "'wrong-sens': did you mean wrong-sense"),
        (["LOC", "wrong-sens"], "'wrong-sens': did you mean wrong-sense"),
        (["--language", "zzzz"], "--language: expected a language code such as de or en-GB, found 'zzzz'; correct it."),
    ],
)
def test_what_names_no_check_or_language_is_refused(args: list[str], said: str) -> None:
    assert said in str(run("checks", *args).exception)


def test_every_format_says_the_same_of_every_check() -> None:
    records = json.loads(run("checks", "--format", "json").output)
    by_comma = list(csv.DictReader(io.StringIO(run("checks", "--format", "csv").output)))
    by_tab = list(csv.DictReader(io.StringIO(run("checks", "--format", "tsv").output), delimiter="\t"))
    assert by_comma == by_tab
    assert [row["code"] for row in by_comma] == [one["code"] for one in records] == list(CHECKS.units)
    assert list(records[0]) == list(by_comma[0])
    assert len(run("checks", "--format", "md").output.splitlines()) == len(CHECKS) + 2


def test_a_profile_shows_what_runs_with_it_and_what_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtqa.toml").write_text(
        '[profiles.acme]\nbase = "ui-strings"\nignore = ["all"]\nselect = ["LIN00", "length-outlier"]\n'
        '[profiles.acme.checks.length-outlier]\nz = 9.5\n', encoding="utf-8",
    )  # fmt: skip
    output = run("checks", "--profile", "acme").output
    codes = [line.split()[0] for line in output.splitlines() if not line.startswith(" ")]
    assert "ACC009" in codes
    assert {code[:5] for code in codes} == {"ACC00", "LIN00"}
    assert "z=9.5" in output
    assert run("checks", "--profile", "default", "--format", "csv").output.count("\n") == 1 + sum(
        check.default for check in CHECKS
    )


def test_the_committed_pages_are_those_that_the_checks_make() -> None:
    folder = Path(__file__).parents[2] / "docs" / "checks"
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    made = pages(list(CHECKS))
    remedy = "run `mtqa checks --write docs/checks`"
    assert sorted(found) == sorted(made), remedy
    assert [name for name in made if found[name] != made[name]] == [], remedy


def test_pages_are_written_anew_and_only_our_own_outdated_ones_removed(tmp_path: Path) -> None:
    (tmp_path / "gone.md").write_text(NOTE + "# gone\n", encoding="utf-8")
    (tmp_path / "mine.md").write_text("# mine\n", encoding="utf-8")
    run("checks", "--write", str(tmp_path))
    assert not (tmp_path / "gone.md").exists()
    assert (tmp_path / "mine.md").exists()
    assert len(list(tmp_path.glob("*.md"))) == len(CHECKS) + 2


@pytest.mark.parametrize("name", ["LIN007", "lin007", "repeated-word"])
def test_a_check_is_explained_by_code_or_name_with_its_flagged_words_marked(name: str) -> None:
    output = run("explain", name).output
    assert "LIN007  repeated-word" in output
    assert "⟦rechtzeitig rechtzeitig⟧" in output
    assert "\x1b" not in output


@pytest.mark.parametrize("code", list(CHECKS.units))
def test_every_explanation_fits_80_columns(code: str) -> None:
    assert max(map(len, explained(CHECKS[code]).splitlines())) <= WIDTH


def test_flagged_words_are_set_off_where_the_terminal_can() -> None:
    assert "<⟦in in⟧>" in explained(CHECKS["LIN007"], bold=lambda text: f"<{text}>")


@pytest.mark.parametrize("arguments", [("explain", "LIN07"), ("checks", "LIX")])
def test_a_name_that_nobody_knows_is_an_error_with_the_nearest_one(arguments: tuple[str, str]) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, UnknownUnitError)
    assert arguments[1] in str(result.exception)


def test_an_example_that_waits_for_a_document_with_other_errors_says_so() -> None:
    waits = "(only where the document has other errors, or in thorough mode)"
    text = run("explain", "negation-mismatch").output
    flagged, good = text.split("Not flagged:")
    assert flagged.count(waits) == 3
    assert waits not in good
    assert "only" not in run("explain", "number-mismatch").output.split("Flagged:")[1].split("Not flagged:")[0]
    assert "(only where the document has other errors)" in run("explain", "relative-order").output
