"""A run of mtqa opened for reading: its metadata at once, its tables when asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.runs.files import CONTRACTS, DATASETS, decode
from mtqa.runs.layout import DOCUMENT_COLUMNS, RUN, SCHEMA


@dataclass(frozen=True)
class Run:
    """A folder that ``mtqa batch`` or ``mtqa check --out`` wrote.

    ``about`` says how it was made (keys as in :class:`mtqa.report.base.Results`); ``failed`` lists the documents that could
    not be judged, as ``{"item", "reason"}``.
    """

    path: Path
    about: dict[str, Any]
    items: tuple[dict[str, Any], ...] = ()
    failed: tuple[dict[str, str], ...] = ()
    options: dict[str, Any] | None = None

    @cached_property
    def documents(self) -> pd.DataFrame:
        """A row per document: contract ``DOCUMENTS``, then ``item name system project report`` and the manifest's columns."""
        found = list(self._read("documents", None))
        frame = pd.concat(found, ignore_index=True) if len(found) > 1 else found[0]
        plain = {"item": frame["document"], "name": frame["document"]}
        missing = {name: plain.get(name, "") for name in DOCUMENT_COLUMNS if name not in frame}
        return frame.assign(**missing)

    def segments(self, documents: Iterable[str] | None = None) -> pd.DataFrame:
        """The segments (contract ``SEGMENTS``, then ``score.*`` and other columns) of all or some ``documents``, in order."""
        return self._table("segments", documents)

    def findings(self, documents: Iterable[str] | None = None) -> pd.DataFrame:
        """The findings (contract ``FINDINGS``) of all or some ``documents``, in order."""
        return self._table("findings", documents)

    def parts(self, table: str) -> Iterator[pd.DataFrame]:
        """The table a part at a time, for runs that are larger than memory."""
        yield from self._read(table, None)

    def _table(self, table: str, documents: Iterable[str] | None) -> pd.DataFrame:
        wanted = None if documents is None else set(documents)
        parts = [part if wanted is None else part[part["document"].isin(wanted)] for part in self._read(table, wanted)]
        full = [part for part in parts if not part.empty]
        if not full:
            return parts[0] if parts else CONTRACTS[table].empty()
        return pd.concat(full, ignore_index=True)

    def _read(self, table: str, wanted: set[str] | None) -> Iterator[pd.DataFrame]:
        for name in self._files(table, wanted):
            yield decode(self.path / name, table)

    def _files(self, table: str, wanted: set[str] | None) -> list[str]:
        if self.options is None:  # a check, which leaves no run.json
            return [_single(self.path, table)]
        if table == "documents":
            return [next(f"documents/{file.name}" for file in sorted((self.path / "documents").iterdir())
                         if file.suffix[1:] in DATASETS)]  # fmt: skip
        owners = None if wanted is None else set(self.documents["item"][self.documents["document"].isin(wanted)])
        chosen = [item for item in self.items if owners is None or item["item"] in owners]
        return [name for item in chosen for name in item["files"] if name.startswith(f"{table}/")]


def _single(folder: Path, table: str) -> str:
    """The file of a table that ``mtqa check`` wrote."""
    found = [f"{table}.{kind}" for kind in ("parquet", "csv") if (folder / f"{table}.{kind}").is_file()]
    if not found:
        raise ReadError(
            folder, f"expected a run of mtqa with {table}.csv or {table}.parquet, found neither; "
            "run mtqa batch, or mtqa check with --format csv.",
        )  # fmt: skip
    return found[0]


def open_run(path: str | Path) -> Run:
    """The run in the folder ``path``; :class:`mtqa.errors.ReadError` where there is none, or an unfinished one."""
    folder = Path(path)
    if not (folder / RUN).is_file():
        if (folder / ".batch").is_dir():
            raise ReadError(folder, "expected a finished run, found one that is not; go on with mtqa batch --resume.")
        _single(folder, "documents")
        return Run(folder, _report_about(folder))
    try:
        said = json.loads((folder / RUN).read_text(encoding="utf-8"))
    except ValueError as error:
        raise ReadError(folder / RUN, "expected JSON, found a mistake in it; run the batch again.") from error
    if said.get("schema") != SCHEMA:
        raise ReadError(
            folder / RUN,
            f"expected the schema {SCHEMA}, found {said.get('schema')!r}; read it with that version of mtqa.",
        )
    return Run(folder, said["about"], tuple(said["items"]), tuple(said["failed"]), said["options"])


def _report_about(folder: Path) -> dict[str, Any]:
    """How a check was made, where its JSON report is there to say so."""
    try:
        about = json.loads((folder / "report.json").read_text(encoding="utf-8")).get("about", {})
    except (OSError, ValueError):
        return {}
    return about if isinstance(about, dict) else {}
