"""One HTML page to read and hand on: self-contained; works from a disk, on a phone, on paper, by keyboard, by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.report.base import Report, Results

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.report.page.build import Whole


def write(results: Results, folder: Path) -> None:
    """``report.html`` in ``folder``."""
    (folder / "report.html").write_bytes(render(results).encode("utf-8", "replace"))


def render(results: Results, whole: Whole | None = None) -> str:
    """The page as text; it asks nothing of a network, and the same results give the same bytes.

    ``whole``: see :func:`mtqa.report.page.build.page`.
    """
    from mtqa.report.page.build import page
    from mtqa.report.page.render import to_html

    return to_html(page(results, whole=whole))


HTML = Report(name="html", files=("report.html",), write=write, summary="One page to read, filter, print and hand on.")
