"""The align command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli.align import command
from mtqa.errors import MtqaError

ENGLISH = "Karin Holm came at 14:30. The 27 ferries waited in Rostock.\n\nNobody knew why. On 12 May she left.\n"
GERMAN = "Karin Holm kam um 14:30 Uhr.\r\n\r\nDie 27 Fähren warteten in Rostock. Am 12. Mai ging sie.\r\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    source, target = tmp_path / "en.txt", tmp_path / "de.txt"
    source.write_text(ENGLISH, encoding="utf-8", newline="")
    target.write_text(GERMAN, encoding="utf-8", newline="")
    return str(source), str(target)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(
        command, [*arguments, "--source-lang", "en", "--target-lang", "de"], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return result.output


def test_running_texts_are_parted_and_aligned(files: tuple[str, str]) -> None:
    rows = [line.split("\t") for line in run(*files).splitlines()]
    assert [row[:2] for row in rows[1:]] == [["0", "0"], ["1", "1"], ["2", ""], ["3", "2"]]
    assert rows[4][4] == "Am 12. Mai ging sie."


def test_lines_are_counted_as_they_stand(files: tuple[str, str]) -> None:
    beads = [json.loads(line) for line in run(*files, "--lines", "--format", "jsonl").splitlines()]
    assert [place for bead in beads for place in bead["source"]] == [0, 1, 2]
    assert [place for bead in beads for place in bead["target"]] == [0, 1, 2]
    assert set(beads[0]) == {"source", "target", "confidence"}


def test_a_file_is_written_and_nothing_printed(files: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "memory.tmx"
    assert run(*files, "--format", "tmx", "--out", str(out)) == ""
    assert out.read_text(encoding="utf-8").count("<tu>") == 3


def test_languages_are_detected(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(command, [*files, "--format", "tmx"], catch_exceptions=False)
    assert 'srclang="en"' in result.output
    assert 'xml:lang="de"' in result.output


def folders(tmp_path: Path) -> tuple[str, str]:
    for lang, text in (("en", ENGLISH), ("de", GERMAN)):
        (tmp_path / lang).mkdir()
        for name in ("a", "b"):
            (tmp_path / lang / f"{name}.{lang}.txt").write_text(text, encoding="utf-8")
    return str(tmp_path / "en"), str(tmp_path / "de")


def test_two_folders_are_matched_by_name(tmp_path: Path) -> None:
    source, target = folders(tmp_path)
    run(source, f"{target}/*.txt", "--format", "jsonl", "--out", str(tmp_path / "out"))
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["a.jsonl", "b.jsonl"]
    assert json.loads((tmp_path / "out" / "b.jsonl").read_text(encoding="utf-8").splitlines()[0])["target"] == [0]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        ("partner", "same name on both sides"),
        ("out", "expected a folder for the beads"),
        ("twice", "one file of that name"),
    ],
)
def test_folders_that_cannot_be_aligned_are_refused(tmp_path: Path, spoil: str, message: str) -> None:
    source, target = folders(tmp_path)
    if spoil == "partner":
        (tmp_path / "de" / "b.de.txt").unlink()
    if spoil == "twice":
        (tmp_path / "de" / "b.md").write_text("Noch einer.", encoding="utf-8")
    out = [] if spoil == "out" else ["--out", str(tmp_path / "out")]
    with pytest.raises(MtqaError, match=message):
        CliRunner().invoke(command, [source, target, *out], catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.txt", "de.txt"), "missing.txt: expected a file, found none"),
        (("en.txt", "empty.txt"), "empty.txt: expected text, found an empty file"),
        (("en.txt", "de.txt", "--out", "de.txt"), "found an input"),
        (("en.txt", "de.txt", "--out", "none/x.tsv"), "expected to write a file"),
        (("-", "-"), "expected standard input once"),
        (("en.txt", "de.txt", "--pack", "none"), "none: expected the folder or name of a language pack"),
    ],
)
def test_bad_input_is_one_sentence(
    files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").touch()
    with pytest.raises(MtqaError, match=message) as caught:
        CliRunner().invoke(command, list(arguments), catch_exceptions=False)
    assert "\n" not in str(caught.value)
    assert Path("de.txt").read_bytes().decode() == GERMAN
