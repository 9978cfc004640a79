"""The pages of docs: their commands exist, their CI files are valid and do what they say."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from mtqa.config import Settings

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = ("batch.md", "compare.md", "publish.md", "ci.md")


def blocks(page: str, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall((DOCS / page).read_text(encoding="utf-8")) if kind == language]


def commands(page: str) -> Iterator[list[str]]:
    text = (DOCS / page).read_text(encoding="utf-8")
    for line in re.findall(r"^\s*(?:- (?:run: )?)?(mtqa .*)$", text, re.MULTILINE):
        yield shlex.split(line)[1:]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_one_that_mtqa_takes(page: str) -> None:
    found = list(commands(page))
    assert found
    for words in found:
        assert taken(cli, words) is not None


def taken(command: click.Command, words: list[str]) -> click.Context:
    """The command with these words, its options parsed but nothing done."""
    if not isinstance(command, click.Group):
        return command.make_context(command.name, list(words))
    _, chosen, rest = command.resolve_command(click.Context(command), list(words))
    assert chosen is not None
    return taken(chosen, rest)


def test_the_settings_of_the_page_are_settings(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text(blocks("ci.md", "toml")[0], encoding="utf-8")
    assert Settings.load(tmp_path, "manual").baseline == str(tmp_path / "manual-known.json")
    assert Settings.load(tmp_path, "website").fail_under == 60


def scripts(node: Any) -> Iterator[str]:
    """Every command of a CI file, whatever its dialect."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "run" and isinstance(value, str):
                yield value
            elif key == "script":
                yield from value
            else:
                yield from scripts(value)
    elif isinstance(node, list):
        for item in node:
            yield from scripts(item)


def test_the_ci_files_are_yaml_and_their_commands_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    yaml = pytest.importorskip("yaml")
    github, gitlab = map(yaml.safe_load, blocks("ci.md", "yaml"))
    assert set(github["jobs"]["check"]) == {"runs-on", "steps"}
    report = gitlab["translations"]["artifacts"]["reports"]["codequality"]
    monkeypatch.chdir(tmp_path)
    for lang, text in (("en", "It is late. We are going home."), ("de", "Es ist ist spät. Wir gehen nach Hause.")):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "a.txt").write_text(text + "\n", encoding="utf-8")
    for words in list(commands("ci.md"))[1:4]:  # the baseline of the page
        assert CliRunner().invoke(cli, [*words, *langs(words)], catch_exceptions=False).exit_code == 0
    (tmp_path / "run").rename(tmp_path / "runs")
    for line in [*scripts(github), *scripts(gitlab)]:
        words = shlex.split(line)
        assert words[0] in {"pip", "mtqa"}
        if words[0] == "mtqa":
            assert CliRunner().invoke(cli, [*words[1:], *langs(words[1:])], catch_exceptions=False).exit_code == 0, line
    assert json.loads((tmp_path / report).read_text(encoding="utf-8")) == []
    assert (tmp_path / "public" / "index.html").is_file()


def langs(words: list[str]) -> list[str]:
    """So few words do not tell a language."""
    return ["--source-lang", "en", "--target-lang", "de"] if words[0] == "check" else []


def test_a_batch_of_our_own_corpora_prints_what_its_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS.parent)
    run = CliRunner().invoke(cli, ["batch", "corpora/*/*.txt", "--out", str(tmp_path / "run")], catch_exceptions=False)
    shown = next(text for text in blocks("batch.md", "") if "The worst" in text)
    assert run.stdout.replace(str(tmp_path / "run"), "runs/2026-47") == shown
