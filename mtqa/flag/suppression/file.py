"""Suppression files: ``[[suppress]]`` tables in TOML, or a row each in CSV."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from mtqa.errors import SettingsError
from mtqa.flag.suppression.entry import Entry, entry_of

TABLE = "suppress"


def read_entries(path: Path) -> list[Entry]:
    """The entries of the file in order; the suffix ``.csv`` makes it a table, anything else is TOML.

    Raises:
        SettingsError: where the file cannot be read, is not what it should be, or has a wrong entry (named by number or line).
        UnknownUnitError: where an entry names a check that nobody knows.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(
            f"{path}: expected a file of suppressions, found: {error.strerror}; correct --suppressions."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: expected UTF-8, found another encoding; save the file anew.") from error
    rows = _csv(text, path) if path.suffix.lower() == ".csv" else _toml(text, path)
    return [entry_of(values, number, where) for number, (where, values) in enumerate(rows, 1)]


def _toml(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: expected TOML, found a mistake in it ({error}); correct it.") from error
    tables = data.get(TABLE, [])
    if data.keys() - {TABLE} or not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        found = ", ".join(sorted(data.keys() - {TABLE})) or repr(tables)[:40]
        raise SettingsError(f"{path}: expected [[{TABLE}]] tables and nothing else, found {found}; correct it.")
    for number, table in enumerate(tables, 1):
        yield f"{path}: entry {number}", table


def _csv(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            where = f"{path}:{reader.line_num}"
            if None in row or None in row.values():
                raise SettingsError(
                    f"{where}: expected as many cells as the header has, found another number; correct it."
                )
            yield where, row
    except csv.Error as error:
        raise SettingsError(
            f"{path}:{reader.line_num}: expected CSV, found a mistake in it ({error}); correct it."
        ) from error
