"""The three frames as every tabular report writes them: public columns first and in order, values in plain types."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS, Contract

if TYPE_CHECKING:
    from mtqa.report.base import Results

DECIMALS = 4
"""How many decimals a number has in text formats: enough for sacrebleu's scores, and the same on every machine."""


def tables(results: Results) -> dict[str, pd.DataFrame]:
    """``segments``, ``findings`` and ``documents``, each with its contract's columns first and all others after."""
    return {
        "segments": _ordered(results.segments, SEGMENTS),
        "findings": _ordered(results.findings, FINDINGS),
        "documents": _ordered(results.documents, DOCUMENTS),
    }


def _ordered(frame: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    contract.check(frame)
    rest = [column for column in frame.columns if column not in contract.columns]
    return frame[[*contract.columns, *rest]]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries of plain values: ``None`` for every kind of missing, floats rounded."""
    columns = [str(column) for column in frame.columns]
    values = [[plain(value) for value in frame[column].tolist()] for column in frame.columns]
    return [dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)]


def plain(value: Any) -> Any:
    """A value as JSON knows it: text, whole number, rounded float, boolean, list, dictionary or ``None``."""
    if isinstance(value, float):
        return rounded(value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if value is pd.NA or value is pd.NaT:
        return None
    return plain(value.item()) if hasattr(value, "item") else str(value)


def rounded(value: float) -> float | None:
    """The float with :data:`DECIMALS` decimals, never a negative zero; ``None`` where it is no finite number."""
    return round(value, DECIMALS) + 0.0 if math.isfinite(value) else None


def compact(value: Any) -> str:
    """A list or dictionary in one cell, as JSON."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
