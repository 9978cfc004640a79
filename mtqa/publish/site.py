"""``publish``: runs in, a folder of pages out that works from a disk and from any web server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from mtqa.errors import ReadError, SettingsError
from mtqa.publish.data import documents, encode, index
from mtqa.publish.manifest import Said, read_manifest
from mtqa.publish.page.render import assets, index_page, run_page
from mtqa.publish.records import Published, published
from mtqa.publish.when import date_in
from mtqa.report.folder import check_folder, put_whole
from mtqa.runs.find import find_runs
from mtqa.runs.layout import slug

REPORTS = ("copy", "link", "none")
"""What becomes of the documents' reports: part of the site, linked where they lie, or left out."""
TITLE = "Translation quality"
Progress = Callable[[str, int, int], None]


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def _unsaid(sentence: str) -> None:
    """Say nothing."""


def publish(
    *runs: str | Path,
    out: str | Path,
    manifest: str | Path | None = None,
    title: str = TITLE,
    reports: str = "copy",
    progress: Progress = _silent,
    say: Callable[[str], None] = _unsaid,
) -> Path:
    """Write a site over ``runs`` into the folder ``out``, all or nothing; the same runs give the same bytes.

    Args:
        *runs: folders of runs (``mtqa check --out``, ``mtqa batch``), or folders that hold such folders.
        out: replaced if it is mtqa's own.
        manifest: a table that gives runs dates, systems and projects (:func:`mtqa.publish.manifest.read_manifest`).
        title: what the site is called.
        reports: one of :data:`REPORTS`.
        progress: called as work proceeds.
        say: called with a sentence for each run that is left out, because nothing in it could be judged.

    Raises:
        MtqaError: with one sentence, where a run cannot be read, none has a document, or the site cannot be written.
    """
    if reports not in REPORTS:
        raise SettingsError(f"--reports: expected {', '.join(REPORTS)}, found {reports!r}; choose one.")
    check_folder(out)
    found = ordered(_judged(list(_read(find_runs(runs), manifest, progress)), say))
    place = Path(out).resolve()

    def fill(fresh: Path) -> Iterable[str]:
        return list(_write(found, fresh, place, title, reports, progress))

    return put_whole(out, fill)


def _read(paths: Sequence[Path], manifest: str | Path | None, progress: Progress) -> Iterator[Published]:
    said = read_manifest(manifest, paths) if manifest else {}
    for number, (path, name) in enumerate(zip(paths, names(paths), strict=True)):
        progress("reading runs", number, len(paths))
        yield published(path, name, date_in(name), said.get(path, Said()))


def _judged(runs: Sequence[Published], say: Callable[[str], None]) -> list[Published]:
    """The runs that have documents; a page of one without any would be empty."""
    for run in runs:
        if not run.documents:
            say(f"{run.path}: left out, because nothing in it could be judged.")
    found = [run for run in runs if run.documents]
    if not found:
        raise ReadError(runs[0].path, "expected a run with documents, found none that could be judged; name others.")
    return found


def names(paths: Sequence[Path]) -> list[str]:
    """What each run is called: its path below the folder that all share."""
    places = [path.resolve() for path in paths]
    root = os.path.commonpath([place.parent for place in places])
    return [Path(os.path.relpath(place, root)).as_posix() for place in places]


def ordered(runs: Sequence[Published]) -> list[Published]:
    """By date; runs without one come first, and equal ones stay in the order given."""
    return sorted(runs, key=lambda run: run.date)


def _write(
    runs: Sequence[Published], fresh: Path, place: Path, title: str, reports: str, progress: Progress
) -> Iterator[str]:
    pages = {run.name: f"runs/{slug(run.name)}.html" for run in runs}
    (fresh / "runs").mkdir()
    (fresh / "data").mkdir()
    (fresh / "assets").mkdir()
    for name, text in assets().items():
        _put(fresh / "assets" / name, text)
    data = encode(index(runs, pages))
    _put(fresh / "data" / "runs.json", data + "\n")
    _put(fresh / "index.html", index_page(title, data))
    for number, run in enumerate(runs):
        progress("writing pages", number, len(runs))
        links = _reports(run, fresh, place, reports)
        before, after = (runs[at].label if 0 <= at < len(runs) else "" for at in (number - 1, number + 1))
        around = [(label, Path(pages[runs[at].name]).name) if label else ("", "") for label, at in
                  ((before, number - 1), (after, number + 1))]  # fmt: skip
        _put(fresh / pages[run.name], run_page(title, run, encode(documents(run, links)), around))
    yield from ("index.html", "runs", "data", "assets")
    if (fresh / "reports").is_dir():
        yield "reports"


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))


def _reports(run: Published, fresh: Path, place: Path, reports: str) -> dict[str, str]:
    """For each report of the run its address from the run's page."""
    links: dict[str, str] = {}
    for report in dict.fromkeys(document.report for document in run.documents if document.report):
        path, mark, anchor = report.partition("#")
        if reports == "link":
            links[report] = _address(Path(os.path.relpath((run.path / path).resolve(), place / "runs"))) + mark + anchor
        elif reports == "copy":
            below = Path("reports", slug(run.name), path.removeprefix("reports/"))
            if not (fresh / below).exists():
                (fresh / below).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(run.path / path, fresh / below)
            links[report] = f"../{_address(below)}{mark}{anchor}"
    return links


def _address(path: Path) -> str:
    from urllib.parse import quote

    return quote(path.as_posix())
