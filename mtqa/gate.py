"""The quality gate: limits that a document may not miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.config import COUNTS, SCORES, Settings
from mtqa.report.bands import points

if TYPE_CHECKING:
    from collections.abc import Hashable

SEVERITIES = ("critical", "major", "minor")
PER = 1000
LIMITS = (*SCORES, *COUNTS)
"""The settings that are limits of the gate."""


def missed(documents: pd.DataFrame, settings: Settings) -> list[str]:
    """A sentence for each limit that a document misses; empty when all pass."""
    return [sentence for row in documents.to_dict("records") for sentence in _document(row, settings)]


def _document(row: Mapping[Hashable, Any], settings: Settings) -> Iterator[str]:
    """The limits that a document misses; one with source and target in one language passes none.

    Nothing is compared in such a document, so that it has no findings means nothing.
    """
    found = list(_limits(row, settings))
    limited = any(getattr(settings, name) is not None for name in LIMITS)
    if not found and limited and not row["verdict"] and row["source_lang"] and row["source_lang"] == row["target_lang"]:
        found = [f"{row['document']}: source and target are in one language, so it passes no limit; is it translated?"]
    yield from found


def _limits(row: Mapping[Hashable, Any], settings: Settings) -> Iterator[str]:
    name = row["document"]
    lows = (("score.quality", settings.fail_under), ("score.adequacy", settings.min_adequacy),
            ("score.fluency", settings.min_fluency))  # fmt: skip
    for column, limit in lows:
        if limit is not None and not float(row[column]) >= limit:
            found = (
                "cannot be told, expected at least" if pd.isna(row[column]) else f"{points(row[column], 1)} is below"
            )
            yield f"{name}: {column} {found} {limit:g}."
    for severity in SEVERITIES:
        limit, rate = getattr(settings, f"max_{severity}"), getattr(settings, f"max_{severity}_per_1000")
        count = int(row[severity])
        if limit is not None and count > limit:
            findings = "finding is" if count == 1 else "findings are"
            yield f"{name}: {count} {severity} {findings} more than {limit}."
        if rate is not None and count * PER > rate * max(1, int(row["words"])):
            shown = ceil(10 * PER * count / max(1, int(row["words"]))) / 10  # up, so that it is seen to be more
            yield f"{name}: {shown:.1f} {severity} findings per 1,000 words are more than {rate:g}."
