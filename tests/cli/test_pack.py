from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mtqa.cli.pack import Progress, command
from mtqa.errors import PackError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def trained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack trained from the command line, in a folder that MTQA_PACKS names."""
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("a house\tein Haus\tmine\nthe house\tdas Haus\tmine\na dog\tein Hund\tyours\n", encoding="utf-8")
    (tmp_path / "licences.json").write_text('{"mine": {"licence": "CC0-1.0"}}')
    monkeypatch.setenv("MTQA_PACKS", str(tmp_path / "packs"))
    options = ["--source", "en", "--target", "de", "--parallel", pairs, "--licences", tmp_path / "licences.json"]
    more = ["--weight", "yours=0.5", "--no-encoder", "--name", "mini", "--out", tmp_path / "packs" / "mini"]
    result = CliRunner().invoke(command, ["train", *map(str, [*options, *more])], catch_exceptions=False)
    assert result.exit_code == 0
    assert "en ↔ de, from 3 pairs (6 en and 6 de tokens)" in result.stdout
    assert result.stderr == ""
    return tmp_path / "packs" / "mini"


def test_list_names_the_packs_that_are_found(trained: Path) -> None:
    result = CliRunner().invoke(command, ["list"], catch_exceptions=False)
    assert f"mini\ten ↔ de\t{trained}" in result.stdout


@pytest.mark.parametrize("by", ["name", "folder"])
def test_info_says_what_is_in_a_pack_and_under_which_licences(trained: Path, by: str) -> None:
    result = CliRunner().invoke(command, ["info", "mini" if by == "name" else str(trained)], catch_exceptions=False)
    assert "lexicon/words/columns.npy" in result.stdout
    assert "* mine: CC0-1.0" in result.stdout


def test_info_verifies_checksums(trained: Path) -> None:
    assert "as the manifest says" in CliRunner().invoke(command, ["info", "mini", "--verify"]).stdout
    path = trained / "ngrams" / "en" / "words.txt.gz"
    path.write_bytes(path.read_bytes()[::-1])
    result = CliRunner().invoke(command, ["info", "mini", "--verify"])
    assert isinstance(result.exception, PackError)
    assert "ngrams/en/words.txt.gz" in str(result.exception)


@pytest.mark.parametrize("text", ["mine", "=1", "mine=much", "mine=-1", "mine=nan", "mine=inf"])
def test_a_weight_that_is_none_is_refused(trained: Path, text: str) -> None:
    pairs = str(trained.parent.parent / "pairs.tsv")
    options = ["train", "--source", "en", "--target", "de", "--parallel", pairs, "--out", "x", "--weight", text]
    result = CliRunner().invoke(command, options)
    assert result.exit_code == 2
    assert "expected ORIGIN=NUMBER with a number from 0" in result.stderr


def test_progress_draws_a_line_a_stage_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress.shown = True
    progress("reading", 5000, 0)
    progress("aligning", 1, 2)
    progress("aligning", 2, 2)
    progress.end()
    drawn = capsys.readouterr().err
    assert "reading                  5,000\n" in drawn
    assert f"aligning                 [{'#' * 30}] 2/2\n" in drawn


def test_progress_is_silent_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress("reading", 5000, 0)
    progress.end()
    assert capsys.readouterr().err == ""
