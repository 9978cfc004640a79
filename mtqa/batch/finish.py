"""The end of a batch: parts made alike, the documents table, the index, what vanished removed, and run.json last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pandas as pd

from mtqa import __version__
from mtqa.batch.close import about_all
from mtqa.batch.item import PROJECT, SYSTEM, Failure, Item
from mtqa.batch.key import said_options
from mtqa.batch.state import FileFacts, Record, write_record
from mtqa.batch.work import put_counted
from mtqa.calibration.file import find_calibration
from mtqa.config import Settings
from mtqa.frames import DOCUMENTS
from mtqa.report.page.overview import overview
from mtqa.runs.atomic import UNFINISHED, put
from mtqa.runs.files import CONTRACTS, SCORE, encode, stored, widened
from mtqa.runs.layout import (
    DOCUMENT_COLUMNS,
    INDEX,
    PARTS,
    REPORTS,
    RUN,
    SCHEMA,
    STATE,
    TABLES,
    closing_file,
    documents_file,
    record_file,
    report_folder,
)
from mtqa.summary import documents_of

KEPT = ("lock", "README")


def finish(folder: Path, done: Sequence[tuple[Item, list[Record], Record | None]], failed: Sequence[Failure], settings: Settings,
           dataset: str, reports: Sequence[str]) -> pd.DataFrame:  # fmt: skip
    """Put together what the items left, and return the documents frame.

    ``done``: each item with the records of its parts and, where it was judged in parts, the one that says it is complete.
    """
    done = list(_alike(folder, done))
    documents = _documents(done, settings, reports)
    table = documents_file(dataset)
    facts: FileFacts = {
        table: put_counted(folder / table, encode(stored(documents, "documents"), dataset), len(documents))
    }
    put(folder / INDEX, overview(documents, [(one.item, one.reason) for one in failed]).encode("utf-8", "replace"))
    _sweep(folder, {table, INDEX} | {name for item, parts, whole in done for name in _files(item, parts, whole)})
    put(folder / RUN, _said(done, failed, settings, facts))
    return documents


def _files(item: Item, parts: Sequence[Record], whole: Record | None) -> Iterator[str]:
    for number, record in enumerate(parts):
        yield from (*record.files, record_file(item.name, number))
    if whole:
        yield from (*whole.files, closing_file(item.name))


Parts = tuple[Item, list[Record], Record | None]


def _alike(folder: Path, done: Iterable[Parts]) -> Iterator[Parts]:
    """Give all parts of a table the columns of all; a part that lacks some is written anew."""
    items = list(done)
    wanted = {table: _union(table, [part for _, parts, _ in items for part in parts]) for table in PARTS}
    for item, parts, whole in items:
        yield item, [_as_wanted(folder, item, number, part, wanted) for number, part in enumerate(parts)], whole


def _union(table: str, records: Iterable[Record]) -> list[str]:
    """The contract's columns, then the scores, then the others, each in the order in which it is first met."""
    met = dict.fromkeys(name for record in records for name in record.columns[table])
    own = [name for name in met if name not in CONTRACTS[table].columns]
    return [*CONTRACTS[table].columns, *(name for name in own if name.startswith(SCORE)),
            *(name for name in own if not name.startswith(SCORE))]  # fmt: skip


def _as_wanted(folder: Path, item: Item, number: int, record: Record, wanted: dict[str, list[str]]) -> Record:
    files, stored_columns = dict(record.files), dict(record.stored or record.columns)
    for table in PARTS:
        name = next(name for name in files if name.startswith(f"{table}/"))
        if stored_columns[table] != wanted[table]:
            files[name] = put_counted(folder / name, widened(folder / name, wanted[table]), files[name][0])
            stored_columns[table] = wanted[table]
    if files == record.files and stored_columns == (record.stored or record.columns):
        return record
    changed = replace(record, files=files, stored=stored_columns)
    write_record(folder, record_file(item.name, number), changed)
    return changed


def _documents(done: Sequence[Parts], settings: Settings, reports: Sequence[str]) -> pd.DataFrame:
    calibration = find_calibration(settings.calibration)
    bands = calibration.bands if calibration else None
    report = "report.html" if "html" in reports else ""
    carried = {name: _free(name) for item, _, _ in done for name in item.about if name not in (SYSTEM, PROJECT)}
    rows = documents_of([_tallied([*parts, whole] if whole else parts for _, parts, whole in done)], bands)
    owners = {name: item for item, parts, _ in done for part in parts for name in part.tally.get("document", ())}
    items = [owners[name] for name in rows["document"]]
    more = {
        "item": [item.name for item in items],
        "name": [
            item.title or item.name if name == item.name else name
            for name, item in zip(rows["document"], items, strict=True)
        ],
        **{name: [item.about.get(name, "") for item in items] for name in (SYSTEM, PROJECT)},
        "report": [f"{report_folder(item.name)}/{report}" if report else "" for item in items],
        **{ours: [item.about.get(name, "") for item in items] for name, ours in carried.items()},
    }
    joined = rows.assign(**{name: pd.Series(values, rows.index, dtype=object) for name, values in more.items()})
    scores = [str(name) for name in joined if str(name).startswith(SCORE) and name not in DOCUMENTS.columns]
    return joined[[*DOCUMENTS.columns, *scores, *DOCUMENT_COLUMNS, *carried.values()]]


def _tallied(items: Iterable[Sequence[Record]]) -> pd.DataFrame:
    """The tallies of all parts in one frame: a frame each would take a millisecond a document."""
    rows = [dict(zip(part.tally, row, strict=True)) for parts in items for part in parts
            for row in zip(*part.tally.values(), strict=True)]  # fmt: skip
    return pd.DataFrame(rows)


def _free(name: str) -> str:
    """A manifest's column, called ``input.<name>`` where the name is one of ours."""
    taken = name in DOCUMENTS.columns or name in DOCUMENT_COLUMNS or name.startswith(SCORE)
    return f"input.{name}" if taken else name


def _sweep(folder: Path, kept: set[str]) -> None:
    """Remove from our own folders what no item of this batch has made."""
    for name in (*TABLES, REPORTS, STATE):
        for path in sorted((folder / name).rglob("*"), reverse=True):
            relative = path.relative_to(folder).as_posix()
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif relative not in kept and not (name == STATE and path.name in KEPT):
                path.unlink()
    for path in folder.glob(f"{UNFINISHED}*"):
        path.unlink()


def _said(done: Sequence[Parts], failed: Sequence[Failure], settings: Settings, documents: FileFacts) -> bytes:
    """run.json: how the run was made and what is in it; no time, machine or path."""
    items = []
    for item, parts, whole in done:
        files = {name: fact for part in (*parts, *([whole] if whole else [])) for name, fact in part.files.items()}
        about = whole.about if whole else parts[0].about
        items.append({"item": item.name, "parts": len(parts), "files": _facts(files), "skipped": about.get("skipped", []),
                      "corpus": about.get("corpus", {})})  # fmt: skip
    abouts = [whole.about if whole else parts[0].about for _, parts, whole in done]
    said = {
        "schema": SCHEMA,
        "version": __version__,
        "options": said_options(settings),
        "about": _about(abouts),
        "items": items,
        "documents": _facts(documents),
        "failed": [asdict(one) for one in failed],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _about(abouts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """How all were made; which suppressions match nothing is said of each document, for another may have used them."""
    said = about_all(abouts) if abouts else {}
    return {name: value for name, value in said.items() if name != "unused"}


def _facts(files: FileFacts) -> dict[str, dict[str, Any]]:
    return {name: dict(zip(("rows", "bytes", "sha256"), fact, strict=True)) for name, fact in sorted(files.items())}
