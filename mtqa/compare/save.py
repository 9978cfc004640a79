"""The comparison as files in a folder, all or none."""

from __future__ import annotations

from pathlib import Path

from mtqa.compare.base import Comparison
from mtqa.compare.csv import tables
from mtqa.compare.json import encode
from mtqa.compare.page.render import to_html
from mtqa.report.folder import put_whole

SHOWN = 100
"""How many segments the page shows."""


def save(found: Comparison, folder: str | Path, shown: int = SHOWN) -> Path:
    """Write ``comparison.html``, ``.json`` and the tables into ``folder``; one that is not mtqa's own is refused (WriteError)."""
    files = {"comparison.json": encode(found).encode("utf-8", "replace"), **tables(found),
             "comparison.html": to_html(found, shown).encode("utf-8", "replace")}  # fmt: skip

    def fill(fresh: Path) -> list[str]:
        for name, data in files.items():
            (fresh / name).write_bytes(data)
        return list(files)

    return put_whole(folder, fill)
