"""The comparison for programs."""

from __future__ import annotations

import json
from typing import Any

from mtqa.compare.base import Comparison, Duel, Pair, Scored
from mtqa.compare.correction import LEVEL, is_significant
from mtqa.report.tables import plain

SCHEMA = "mtqa.comparison/1"


def encode(found: Comparison) -> str:
    """JSON, the same text for the same comparison; what cannot be told is ``null``."""
    return json.dumps(plain(values(found)), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def values(found: Comparison) -> dict[str, Any]:
    """The comparison as plain values; systems are named, never numbered."""
    names = found.names
    return {
        "schema": SCHEMA,
        "systems": names,
        "source_lang": found.langs[0],
        "target_lang": found.langs[1],
        "segments": len(found.units),
        "words": dict(zip(names, found.words, strict=True)),
        "resamples": {"bootstrap": found.resamples[0], "randomisation": found.resamples[1], "seed": found.seed},
        "level": LEVEL,
        "ranked_by": found.ranked_by,
        "ranking": [{"system": names[one.system], "cluster": one.cluster, "ranks": [one.best, one.worst]}
                    for one in found.ranking],
        "scores": {one.name: _scored(one, names) for one in found.scores},
        "segment_wins": [_duel(one, names) for one in found.duels],
        "profile": [{"category": row.category, "per_1000_words": dict(zip(names, row.rates, strict=True)),
                     "findings": dict(zip(names, row.counts, strict=True))} for row in found.profile],
        "notes": list(found.notes),
        "about": dict(found.about),
    }  # fmt: skip


def _scored(one: Scored, names: list[str]) -> dict[str, Any]:
    systems = {
        name: {"value": own.value, "low": own.low, "high": own.high}
        for name, own in zip(names, one.systems, strict=True)
    }
    signature = {"signature": one.signature} if one.signature else {}
    return {"higher_is_better": one.better > 0, **signature, "systems": systems,
            "pairs": [_pair(pair, names) for pair in one.pairs]}  # fmt: skip


def _pair(pair: Pair, names: list[str]) -> dict[str, Any]:
    return {"first": names[pair.first], "second": names[pair.second], "difference": pair.difference,
            "p_bootstrap": pair.bootstrap, "p_randomisation": pair.randomisation, "p_holm": pair.adjusted,
            "significant": is_significant(pair)}  # fmt: skip


def _duel(one: Duel, names: list[str]) -> dict[str, Any]:
    return {
        "first": names[one.first],
        "second": names[one.second],
        "wins": one.wins,
        "losses": one.losses,
        "ties": one.ties,
    }
