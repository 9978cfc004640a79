"""The evaluation for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mtqa.evaluate.bootstrap import Estimate
from mtqa.evaluate.evaluation import Difference, Evaluation, ScoreLine
from mtqa.evaluate.reliability import Bin

SCHEMA = "mtqa.evaluation/1"
DECIMALS = 6


def encode(found: Evaluation) -> str:
    """JSON, the same text for the same evaluation; what cannot be told is ``null``."""
    return json.dumps(_plain(values(found)), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def values(found: Evaluation) -> dict[str, Any]:
    """The evaluation as plain values."""
    return {
        "schema": SCHEMA,
        "judgments": {"name": found.name, "format": found.form, "scale": found.scale, "n": found.count,
                      "compared": found.compared, "systems": found.systems},
        "source_lang": found.langs[0],
        "target_lang": found.langs[1],
        "bootstrap": found.resamples,
        "scores": {one.name: {"peer": one.peer, **_line(one)} for one in found.scores},
        "quality_minus": {one.name: _line(one) for one in found.differences},
        "findings": _measures(found.spans),
        "confidence": [_bin(one) for one in found.confidence],
        "quality": [_bin(one) for one in found.quality],
        "notes": list(found.notes),
        "about": dict(found.about),
    }  # fmt: skip


def _line(one: ScoreLine | Difference) -> dict[str, Any]:
    return {"n": one.count, **_measures(one.measures)}


def _measures(measures: Mapping[str, Estimate]) -> dict[str, Any]:
    out = {}
    for name, one in measures.items():
        low, high = one.interval or (None, None)
        out[name] = {"value": one.value, "low": low, "high": high}
    return out


def _bin(one: Bin) -> dict[str, Any]:
    low, high = one.interval
    return {"from": one.low, "to": one.high, "n": one.count, "promised": one.promised, "kept": one.kept,
            "kept_low": low, "kept_high": high, "chance": one.chance}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0 if value == value else None
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
