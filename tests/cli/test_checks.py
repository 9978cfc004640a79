"""``mtqa checks`` and ``mtqa explain``."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import cli
from mtqa.errors import UnknownUnitError
from mtqa.flag.base import CHECKS
from mtqa.flag.catalogue import WIDTH, explained


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


def test_the_catalogue_lists_every_check_within_80_columns() -> None:
    lines = run("checks").output.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == [check.code for check in CHECKS]
    assert max(map(len, lines)) <= WIDTH


def test_the_catalogue_can_be_narrowed_and_cut_into_columns() -> None:
    lines = run("checks", "LOC", "repeated-word", "--format", "tsv").output.splitlines()
    assert lines[0].split("\t") == ["code", "name", "severity", "category", "summary"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["LIN007", *(f"LOC00{number}" for number in range(1, 7))]


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
