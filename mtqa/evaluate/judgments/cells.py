"""Cells of a judged table by column name, each with its place in the file for whoever has to mend it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mtqa.errors import ReadError
from mtqa.read.decode import LINE_END
from mtqa.read.delimited import table

DELIMITERS = "\t,;"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: our column name -> its cell, and where it stands."""

    cells: Mapping[str, str]
    name: str
    line: int

    def text(self, column: str) -> str:
        """The cell; empty where there is no such column."""
        return self.cells.get(column, "")

    def number(self, column: str) -> float | None:
        """The cell as a number, ``None`` where it is empty; :class:`ReadError` for anything else."""
        cell = self.text(column).strip()
        if not cell:
            return None
        try:
            value = float(cell)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise ReadError(self.name, f"expected a number for {column}, found {cell[:30]!r}; correct it.", self.line)
        return value


def header(text: str) -> frozenset[str]:
    """The column names of a table as :func:`plain` writes them; ``{`` for JSON Lines."""
    if text.lstrip().startswith("{"):
        return frozenset({"{"})
    first = LINE_END.split(text.lstrip("\n\r"), maxsplit=1)[0]
    return frozenset(plain(cell) for cell in first.split(delimiter(first)))


def delimiter(line: str) -> str:
    """The delimiter that a header has most of."""
    return max(DELIMITERS, key=line.count)


def plain(cell: str) -> str:
    """A column name in lower case, words joined by ``_``."""
    return "_".join(cell.strip().strip('"').lower().replace("-", " ").replace("_", " ").split())


def rows(text: str, name: str, synonyms: Mapping[str, Sequence[str]], needed: Sequence[str]) -> Iterator[Row]:
    """The rows of a table with quoting as in CSV; ``synonyms``: our column name -> the headers that stand for it."""
    cells = table(text, delimiter(LINE_END.split(text, maxsplit=1)[0]), name)
    places = placed(cells.rows[0], synonyms, needed, name)
    for row, line in zip(cells.rows[1:], cells.lines[1:], strict=True):
        yield Row({ours: row[place] for ours, place in places.items()}, name, line)


def placed(
    first: Sequence[str], synonyms: Mapping[str, Sequence[str]], needed: Sequence[str], name: str
) -> dict[str, int]:
    """Our column name -> its place in the header; :class:`ReadError` where one of ``needed`` is not there."""
    there = [plain(cell) for cell in first]
    places = {ours: there.index(one) for ours, names in synonyms.items() for one in reversed(names) if one in there}
    missing = [ours for ours in needed if ours not in places]
    if missing:
        raise ReadError(
            name,
            f"expected the columns {', '.join(needed)}, found {', '.join(there[:9])}; add {', '.join(missing)}.",
            1,
        )
    return places


COMMON: dict[str, tuple[str, ...]] = {
    "source": ("source", "src", "original"),
    "target": ("target", "mt", "hypothesis", "translation", "tgt", "hyp"),
    "reference": ("reference", "ref"),
    "system": ("system", "model", "engine"),
    "document": ("document", "doc", "doc_id", "document_id"),
    "segment": ("segment", "seg_id", "segment_id", "id"),
}
"""Columns that several formats share, and the headers that stand for them; the first that a table has is taken."""
