"""A run's folder read back: the three frames that its reports hold, as they were when they were written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS, Contract
from mtqa.report.base import Results
from mtqa.report.cells import unguard
from mtqa.report.folder import MARKER

TABLES: dict[str, Contract] = {"segments": SEGMENTS, "findings": FINDINGS, "documents": DOCUMENTS}
NUMBERS = frozenset({"float64", "Int64", "int64"})


def is_run(folder: str | Path) -> bool:
    """Whether ``folder`` is one that a run of mtqa wrote its tables into."""
    place = Path(folder)
    return (place / MARKER).is_file() and any(
        _file(place, "documents", suffix) for suffix in ("parquet", "csv", "json")
    )


def load(folder: str | Path) -> Results:
    """The results that lie in ``folder`` as Parquet, CSV or JSON, the most exact of them first.

    Raises:
        ReadError: where the folder holds no such tables, or damaged ones.
    """
    return Results(load_table(folder, "segments"), load_table(folder, "findings"), load_table(folder, "documents"),
                   about_of(folder))  # fmt: skip


def load_table(folder: str | Path, name: str) -> pd.DataFrame:
    """One table of the run: ``segments``, ``findings`` or ``documents``; see :func:`load`."""
    place, contract = Path(folder), TABLES[name]
    for suffix, reader in (("parquet", _parquet), ("csv", _csv), ("json", _json)):
        if path := _file(place, name, suffix):
            try:
                frame = reader(path, name)
            except (OSError, ValueError, KeyError) as error:
                raise ReadError(
                    path, f"expected a table of mtqa, found something else; check anew into {folder}."
                ) from error
            return _typed(frame, contract, path)
    raise ReadError(folder, f"expected a finished run with {name}.csv, .parquet or report.json, found none; "
                            "run mtqa check with --out and --format csv.")  # fmt: skip


def about_of(folder: str | Path) -> dict[str, Any]:
    """How the run was made, as far as its report.json says; empty without one."""
    path = Path(folder) / "report.json"
    if not path.is_file():
        return {}
    try:
        about = json.loads(path.read_text(encoding="utf-8"))["about"]
    except (ValueError, KeyError, TypeError) as error:
        raise ReadError(path, "expected a report of mtqa, found something else; check anew.") from error
    return about if isinstance(about, dict) else {}


def _file(place: Path, name: str, suffix: str) -> Path | None:
    path = place / ("report.json" if suffix == "json" else f"{name}.{suffix}")
    return path if path.is_file() else None


def _csv(path: Path, name: str) -> pd.DataFrame:  # noqa: ARG001 - one signature for all
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, lineterminator="\n", encoding="utf-8")
    return frame.map(unguard)


def _parquet(path: Path, name: str) -> pd.DataFrame:  # noqa: ARG001
    return pd.read_parquet(path)


def _json(path: Path, name: str) -> pd.DataFrame:
    rows = json.loads(path.read_text(encoding="utf-8"))[name]
    return pd.DataFrame(rows) if rows else TABLES[name].empty()


def _typed(frame: pd.DataFrame, contract: Contract, path: Path) -> pd.DataFrame:
    missing = [column for column in contract.columns if column not in frame]
    if missing:
        raise ReadError(path, f"expected the columns of a run of mtqa, found no {', '.join(missing)}; check anew.", 1)
    return frame.assign(**{str(column): _column(frame[column], contract.columns.get(str(column))) for column in frame})


def _column(column: pd.Series[Any], dtype: str | None) -> pd.Series[Any]:
    if dtype in NUMBERS:
        numbers: pd.Series[Any] = pd.to_numeric(column, errors="coerce")
        return numbers.astype(dtype)  # type: ignore[call-overload, no-any-return]
    if str(column.name).startswith("score."):
        return pd.to_numeric(column, errors="coerce").astype("float64")
    texts = ["" if value is None or value != value else value for value in column.tolist()]
    return pd.Series(texts, column.index, dtype=object)
