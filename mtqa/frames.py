"""Column contracts: what each frame carries between stages, checked where a stage begins and ends.

The names are public (design: "the way the data walks"). Other columns may be added and are carried through.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import pandas as pd

from mtqa.data import Finding, Limits, Segment
from mtqa.errors import FrameError

_NOTHING: dict[str, Any] = {"object": "", "float64": float("nan"), "Int64": pd.NA, "int64": 0}
"""What stands in a column that no row gave."""


@dataclass(frozen=True, slots=True)
class Contract:
    """The columns a frame must have, in their public order, with the dtype each is stored in."""

    name: str
    columns: dict[str, str]

    def check(self, frame: pd.DataFrame, *, wants: Iterable[str] | None = None) -> pd.DataFrame:
        """The same frame, if it has the columns ``wants`` (all of the contract's when not given)."""
        missing = [column for column in (wants or self.columns) if column not in frame.columns]
        if missing:
            raise FrameError(
                f"{self.name} frame: expected the columns {', '.join(wants or self.columns)}, "
                f"found {', '.join(map(str, frame.columns)) or 'none'}; add {', '.join(missing)}."
            )
        return frame

    def empty(self) -> pd.DataFrame:
        """A frame with the columns and dtypes and no row."""
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in self.columns.items()})

    def build(self, rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
        """A frame of ``rows`` with the contract's columns first and in order, missing ones filled with nothing."""
        found = list(rows)
        if not found:
            return self.empty()
        rest = dict.fromkeys(name for row in found for name in row if name not in self.columns)
        data = {name: _column(found, name, _NOTHING[dtype]) for name, dtype in self.columns.items()}
        data |= {name: _numeric(_column(found, name, None)) for name in rest}
        return pd.DataFrame(data).astype(self.columns)


DOCUMENTS_READ = Contract("read", {
    "document": "object", "kind": "object", "target": "object", "source": "object", "reference": "object",
    "target_lang": "object", "source_lang": "object",
})  # fmt: skip
"""After reading. ``kind``: ``text`` (a row is a running text, all sides whole documents) or ``pair`` (a row is a ready
segment; its number within the table is column ``segment``). Optional columns: ``segment id path target_markup
source_markup`` (markup: a tuple of (start, end) ranges)."""

SENTENCES = Contract("sentences", {
    "document": "object", "side": "object", "index": "int64", "start": "int64", "end": "int64", "text": "object",
    "paragraph": "int64",
})  # fmt: skip
"""After segmenting. ``start end`` are offsets into the document's text on ``side``; ``paragraph`` counts from 0."""

SEGMENTS = Contract("segments", {
    "document": "object", "segment": "int64", "target": "object", "source": "object", "reference": "object",
    "target_lang": "object", "source_lang": "object", "bead": "object", "alignment": "float64",
    "document_start": "Int64", "document_end": "Int64", "source_start": "Int64", "source_end": "Int64",
    "moved": "int64",
})  # fmt: skip
"""After aligning. ``bead``: ``1-2`` (n source, m target sentences), ``pair`` for ready pairs. ``document_*`` are offsets
of the segment's target in the document's target text, ``source_*`` of its source in the source text; empty for tables.
``moved`` counts the segments of a passage that stands elsewhere in the target than in the source, from 1; 0 elsewhere."""

FINDINGS = Contract("findings", {
    "document": "object", "segment": "int64", "check": "object", "code": "object", "category": "object",
    "severity": "object", "side": "object", "start": "int64", "end": "int64", "text": "object",
    "document_start": "Int64", "document_end": "Int64", "message": "object", "suggestion": "object",
    "confidence": "float64", "penalty": "float64",
})  # fmt: skip
"""After flagging. ``document_*`` are offsets into the text of the document on the finding's ``side``."""

SUPPRESSED = Contract("suppressed", {**FINDINGS.columns, "reason": "object", "by": "object"})
"""Findings that are not reported. ``by``: ``comment`` and/or ``entry N`` of the file, joined by commas; ``reason``: of the
first of them."""

DOCUMENTS = Contract("documents", {
    "document": "object", "source_lang": "object", "target_lang": "object", "segments": "int64", "words": "int64",
    "score.quality": "float64", "score.adequacy": "float64", "score.fluency": "float64", "mqm": "float64",
    "critical": "int64", "major": "int64", "minor": "int64", "neutral": "int64", "suppressed": "int64",
    "penalty": "float64", "verdict": "object",
})  # fmt: skip
"""A row per document; ``mqm`` is :func:`mtqa.mqm.mqm_score`; ``suppressed`` counts findings that are not reported."""


def _column(rows: Sequence[dict[str, Any]], name: str, nothing: Any) -> pd.Series[Any]:
    """Values as they are: pandas' own text type cannot hold half a surrogate pair, which a program's text may have."""
    return pd.Series([row.get(name, nothing) for row in rows], dtype=object)


def _numeric(column: pd.Series[Any]) -> pd.Series[Any]:
    """The column as numbers, where it has nothing else."""
    kind = pd.api.types.infer_dtype(column, skipna=True)
    return pd.Series(column.tolist()) if kind in {"integer", "floating", "mixed-integer-float", "boolean"} else column


def segments_of(frame: pd.DataFrame) -> Iterator[Segment]:
    """The rows of a segments frame as values, in order; empty cells become empty texts."""
    names = {
        "target": "target", "source": "source", "reference": "reference", "target_lang": "target_lang",
        "source_lang": "source_lang", "document": "document", "segment": "number", "alignment": "alignment",
        "bead": "bead", "moved": "moved", "target_markup": "target_markup", "source_markup": "source_markup",
        "target_terms": "target_terms", "source_terms": "source_terms", "syntax": "syntax", "state": "state",
        "forms": "forms", "plural": "form",
    }  # fmt: skip
    columns = {field: frame[column].tolist() for column, field in names.items() if column in frame}
    for field in ("source", "reference", "target"):
        if field in columns:
            columns[field] = [text if isinstance(text, str) else "" for text in columns[field]]
    columns |= {name: [_as(kind, value) for value in columns[name]] for name, kind in KINDS.items() if name in columns}
    limits = _limits(frame)
    for row, values in enumerate(zip(*columns.values(), strict=True)):
        segment = Segment(**dict(zip(columns, values, strict=True)))
        yield replace(segment, limits=limits[row]) if limits else segment


def staying(frame: pd.DataFrame) -> list[bool]:
    """Whether each row of a segments frame is one that must not be translated."""
    if "source_terms" not in frame:
        return [False] * len(frame)
    return [segment.stays for segment in segments_of(frame)]


def segment_names(frame: pd.DataFrame) -> list[str]:
    """What people call each row's segment: its ``id`` in the file, or its number where it has none."""
    numbers = frame["segment"].tolist()
    ids = frame["id"].tolist() if "id" in frame else [""] * len(numbers)
    return [_id(one) or str(number) for one, number in zip(ids, numbers, strict=True)]


def names_of(frame: pd.DataFrame, places: Collection[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The names of the segments at ``places`` (document and number), of those that the frame has."""
    found = zip(frame["document"].tolist(), frame["segment"].tolist(), strict=True)
    rows = [row for row, place in enumerate(found) if place in places]
    some = frame.iloc[rows]
    return dict(
        zip(zip(some["document"].tolist(), some["segment"].tolist(), strict=True), segment_names(some), strict=True)
    )


def _id(value: Any) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


KINDS: dict[str, type] = {
    "syntax": str, "state": str, "forms": tuple, "form": int, "moved": int, "target_markup": tuple, "source_markup": tuple,
    "target_terms": tuple, "source_terms": tuple,
}  # fmt: skip
"""What cells of optional columns must be; a table's own column of that name may hold anything, and counts as empty."""

LIMITS: dict[str, tuple[str, type]] = {
    "max_chars": ("chars", int), "max_bytes": ("size", int), "max_lines": ("lines", int), "encoding": ("encoding", str),
    "line_break": ("line_break", str),
}  # fmt: skip
"""Column -> field of :class:`mtqa.data.Limits` and its type."""


def _as(kind: type, value: Any) -> Any:
    if kind is int and isinstance(value, float):
        return int(value) if math.isfinite(value) else 0
    if kind is tuple and isinstance(value, list):  # as JSON has it
        return tuple(tuple(one) if isinstance(one, list) else one for one in value)
    return value if isinstance(value, kind) and not isinstance(value, bool) else kind()


def _limits(frame: pd.DataFrame) -> list[Limits]:
    """The limits of each row; empty where the frame has no column of any."""
    there = [(LIMITS[column], frame[column].tolist()) for column in LIMITS if column in frame]
    rows = zip(*(values for _, values in there), strict=True)
    known = [[(name, _as(kind, value)) for ((name, kind), _), value in zip(there, row, strict=True)] for row in rows]
    return [Limits(**{name: value for name, value in row if value}) for row in known]


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """The findings as a frame, in their order."""
    names = [one.name for one in fields(Finding)]
    rows = ({name: getattr(finding, name) for name in names} for finding in findings)
    return FINDINGS.build(row | {"severity": row["severity"].value} for row in rows)
