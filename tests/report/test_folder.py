from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mtqa.errors import UnknownUnitError, WriteError
from mtqa.report import folder as under_test
from mtqa.report.base import REPORTS, Report, Results
from mtqa.report.folder import MARKER, check_folder, choose, write_reports

if TYPE_CHECKING:
    from collections.abc import Callable

CSV_FILES = [MARKER, "documents.csv", "findings.csv", "segments.csv"]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """A way to let the JSON report write half of its file and then fail."""

    def breaks(error: BaseException) -> None:
        def write(results: Results, folder: Path) -> None:
            (folder / "report.json").write_text("{ half")
            raise error

        report = Report("json", ("report.json",), write, "a report that fails")
        monkeypatch.setitem(REPORTS.units, "json", report)

    return breaks


def test_a_new_folder_gets_the_files_and_nothing_else_stays(results: Results, tmp_path: Path) -> None:
    out = write_reports(results, str(tmp_path / "a" / "b" / "out"), ["csv"])
    assert out == tmp_path / "a" / "b" / "out"
    assert names(out) == CSV_FILES
    assert names(tmp_path / "a" / "b") == ["out"]


def test_an_empty_folder_is_used(results: Results, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_reports(results, tmp_path / "out", ["csv"])
    assert names(tmp_path / "out") == CSV_FILES


def test_an_earlier_report_is_replaced_whole(results: Results, tmp_path: Path) -> None:
    write_reports(results, tmp_path / "out", ["csv", "json", "html"])
    write_reports(results, tmp_path / "out", ["json"])
    assert names(tmp_path / "out") == [MARKER, "report.json"]
    assert names(tmp_path) == ["out"]


def test_a_format_given_twice_is_written_once(results: Results, tmp_path: Path) -> None:
    assert names(write_reports(results, tmp_path / "out", ["json", "json"])) == [MARKER, "report.json"]


def test_the_folder_can_be_read_by_others(results: Results, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    write_reports(results, tmp_path / "out", ["csv"])
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_replaced_folder_keeps_its_permissions(results: Results, tmp_path: Path) -> None:
    write_reports(results, tmp_path / "out", ["csv"])
    (tmp_path / "out").chmod(0o750)
    write_reports(results, tmp_path / "out", ["csv"])
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("foreign", ["notes.txt", ".git", "report.csv"])
def test_a_folder_with_anything_else_is_refused_and_left_alone(results: Results, tmp_path: Path, foreign: str) -> None:
    out = tmp_path / "out"
    write_reports(results, out, ["csv"])
    (out / foreign).write_text("mine")
    before = contents(out)
    with pytest.raises(WriteError, match=rf"expected an empty folder or an earlier report of mtqa, found {foreign}; "):
        write_reports(results, out, ["json"])
    assert contents(out) == before


def test_a_folder_that_only_looks_like_a_report_is_refused(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "segments.csv").write_text("mine")
    (out / MARKER).write_text("somebody else's marker\nsegments.csv\n")
    with pytest.raises(WriteError, match="earlier report of mtqa"):
        write_reports(results, out, ["csv"])
    assert (out / "segments.csv").read_text() == "mine"


def test_a_marker_cannot_reach_outside_its_folder(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    out = tmp_path / "out"
    write_reports(results, out, ["csv"])
    with (out / MARKER).open("a") as marker:
        marker.write("../mine.txt\n")
    monkeypatch.chdir(out)
    write_reports(results, ".", ["csv"])
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_what_file_managers_and_killed_runs_leave_is_no_obstacle(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_reports(results, out, ["csv"])
    (out / ".DS_Store").write_text("")
    (out / ".mtqa-0123456789ab").mkdir()
    write_reports(results, out, ["csv"])
    assert names(out) == CSV_FILES


def test_a_file_in_the_way_is_refused(results: Results, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(WriteError, match=r"out: expected a folder, found a file; name another folder with --out\.$"):
        write_reports(results, tmp_path / "out", ["csv"])
    assert (tmp_path / "out").read_text() == "mine"


def test_a_file_among_the_parents_is_refused(results: Results, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WriteError, match=r"expected a folder at .*file, found a file"):
        write_reports(results, tmp_path / "file" / "out", ["csv"])
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "found a full disk; free some space"),
        (PermissionError(errno.EACCES, "Permission denied"), "found no permission to write there"),
        (OSError(errno.EROFS, "Read-only file system"), "found no permission to write there"),
        (OSError(errno.EIO, "Input/output error"), "found Input/output error; name another folder"),
    ],
)
def test_a_failed_write_is_one_sentence_and_leaves_nothing(
    results: Results, tmp_path: Path, broken: Callable[[BaseException], None], error: OSError, sentence: str
) -> None:
    broken(error)
    with pytest.raises(WriteError, match=sentence) as caught:
        write_reports(results, tmp_path / "a" / "out", ["csv", "json"])
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full"), ValueError("a bug")])
def test_whatever_stops_a_run_leaves_the_earlier_report(
    results: Results, tmp_path: Path, broken: Callable[[BaseException], None], error: BaseException
) -> None:
    out = tmp_path / "out"
    write_reports(results, out, ["csv"])
    before = contents(out)
    broken(error)
    with pytest.raises((type(error), WriteError)):
        write_reports(results, out, ["json"])
    assert contents(out) == before
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "broken")])
def test_a_swap_that_fails_puts_the_earlier_report_back(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    out = tmp_path / "out"
    write_reports(results, out, ["csv"])
    before = contents(out)
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if target == out and not path.name.endswith("-old"):
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises((KeyboardInterrupt, WriteError)):
        write_reports(results, out, ["json"])
    assert contents(out) == before
    assert names(tmp_path) == ["out"]


def test_the_working_folder_is_filled_without_being_moved(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inode = tmp_path.stat().st_ino
    write_reports(results, ".", ["csv", "json"])
    write_reports(results, ".", ["csv"])
    assert names(tmp_path) == CSV_FILES
    assert Path.cwd().stat().st_ino == inode


def test_a_failure_inside_the_working_folder_brings_the_earlier_files_back(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(results, ".", ["csv"])
    before = contents(tmp_path)
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if target == tmp_path / "segments.csv" and path.parent.name != "old":
            raise OSError(errno.ENOSPC, "full")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(WriteError, match="full disk"):
        write_reports(results, ".", ["csv", "json"])
    assert contents(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_without_permission_is_refused_in_a_sentence(results: Results, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(WriteError, match="no permission to write there"):
        write_reports(results, tmp_path / "locked" / "out", ["csv"])


def test_a_folder_in_a_parent_that_cannot_be_written_is_filled_from_inside(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(os, "access", lambda path, *_: Path(path) != tmp_path)
    inode = out.stat().st_ino
    write_reports(results, out, ["csv"])
    assert names(out) == CSV_FILES
    assert out.stat().st_ino == inode


def test_checking_a_folder_makes_nothing(tmp_path: Path) -> None:
    check_folder(tmp_path / "a" / "out")
    assert names(tmp_path) == []


def test_an_unknown_format_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownUnitError, match="no report is called 'xslx': did you mean xlsx"):
        choose(["csv", "xslx"])


def test_a_format_whose_package_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "find_spec", lambda *_: None)
    with pytest.raises(WriteError, match=r'package openpyxl, found it not installed; run pip install "mtqa\[xlsx\]"'):
        choose(["xlsx"])
    assert [report.name for report in choose(["csv", "html"])] == ["csv", "html"]
