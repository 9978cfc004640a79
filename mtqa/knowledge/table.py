"""Reading a knowledge table: TSV with ``#`` comment lines above the header."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from mtqa.errors import PackError

FOLDER = "mtqa.knowledge"


def table_path(pair: str, name: str) -> Traversable:
    """Where the table ``name`` of the pair (``en-de``) or language (``de``) lies; it may not exist."""
    return files(FOLDER) / pair / f"{name}.tsv"


def read_table(pair: str, name: str) -> list[dict[str, str]]:
    """The rows of a table by column name; empty where there is no such table.

    Raises:
        PackError: for a row with another number of cells than the header, naming its line.
    """
    path = table_path(pair, name)
    if not path.is_file():
        return []
    header: list[str] = []
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = list(map(str.strip, line.split("\t")))
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise PackError(
                f"{pair}/{name}.tsv:{number}: expected {len(header)} cells, found {len(cells)}; correct the line."
            )
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return rows


def alternatives(cell: str) -> list[str]:
    """The parts of a cell between ``|``, without empty ones."""
    return [part.strip() for part in cell.split("|") if part.strip()]
