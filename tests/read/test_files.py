"""Files that the user names."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from mtqa.errors import ReadError
from mtqa.read.files import File, Paths, find


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files in two languages, which is the working folder."""
    for name in (
        "de/b.txt",
        "de/a.txt",
        "de/x/c.tsv",
        "en/a.txt",
        "de/.hidden.txt",
        "de/.git/d.txt",
        "de/e.docx",
        "one.de.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(paths: Paths) -> str:
    with pytest.raises(ReadError) as error:
        [file.load() for file in find(paths)]
    return str(error.value)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ("one.de.txt", [("one.de.txt", "one.de.txt")]),
        (Path("one.de.txt"), [("one.de.txt", "one.de.txt")]),
        ("de", [("de/a.txt", "a.txt"), ("de/b.txt", "b.txt"), ("de/x/c.tsv", "x/c.tsv")]),
        ("*/a.txt", [("de/a.txt", "de/a.txt"), ("en/a.txt", "en/a.txt")]),
        ("de/*.txt", [("de/a.txt", "a.txt"), ("de/b.txt", "b.txt")]),
        ("de/**/*.tsv", [("de/x/c.tsv", "x/c.tsv")]),
        (["en/a.txt", "de/a.txt"], [("en/a.txt", "en/a.txt"), ("de/a.txt", "de/a.txt")]),
        (["de/a.txt", "de/b.txt", "de/a.txt"], [("de/a.txt", "a.txt"), ("de/b.txt", "b.txt")]),
        ("-", [("-", "stdin")]),
        ([], []),
    ],
)
def test_paths_folders_and_patterns_are_files_in_one_order(paths: Paths, found: list[tuple[str, str]]) -> None:
    assert [(file.path, file.relative) for file in find(paths)] == found


def test_what_is_found_does_not_depend_on_where_the_folder_lies(folder: Path) -> None:
    assert [file.relative for file in find(folder / "de")] == [file.relative for file in find("de")]
    assert [file.relative for file in find(str(folder / "de" / "*.txt"))] == ["a.txt", "b.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder: Path) -> None:
    (folder / "a[1].txt").write_text("x")
    assert [file.path for file in find("a[1].txt")] == ["a[1].txt"]


def test_only_files_that_were_named_are_chosen() -> None:
    assert [file.chosen for file in find(["one.de.txt", "-", "en", "en/*.txt"])] == [True, True, False]


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\r\nb")))
    assert File("-", "stdin").load() == b"a\r\nb"
    assert File("-", "stdin").name == "<stdin>"


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ("one.de.text", "one.de.text: expected a file, found none; did you mean 'one.de.txt'?"),
        ("qqqq", "qqqq: expected a file, found none; check the path."),
        ("nowhere/a.txt", "nowhere/a.txt: expected a file, found none; there is no folder 'nowhere'."),
        ("*.xyz", "*.xyz: expected files that match the pattern, found none; correct it."),
        ("a\0b", "a\0b: expected a path, found one with embedded null byte; check it."),
        ("x" * 400, f"{'x' * 300}…: expected a readable file, found File name too long; check the path."),
    ],
)
def test_a_path_that_leads_nowhere_gets_one_sentence(paths: Paths, message: str) -> None:
    assert refused(paths) == message


def test_a_folder_without_files_to_read_gets_one_sentence(folder: Path) -> None:
    (folder / "empty").mkdir()
    message = refused("empty")
    assert message.startswith("empty: expected files to read (.csv, ")
    assert message.endswith("), found none; name another folder.")


def test_a_file_without_permission_gets_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused("one.de.txt") == "one.de.txt: expected a readable file, found one without permission; grant it."
