"""A Code Quality report (a subset of Code Climate's format), which GitLab shows in merge requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtqa.report.base import Report, Results
from mtqa.report.fingerprint import keys
from mtqa.report.places import places
from mtqa.report.tables import records

if TYPE_CHECKING:
    from pathlib import Path

SEVERITIES = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def write(results: Results, folder: Path) -> None:
    """``codequality.json`` in ``folder``."""
    text = json.dumps(values(results), ensure_ascii=False, indent=1)
    (folder / "codequality.json").write_bytes((text + "\n").encode("utf-8", "replace"))


def values(results: Results) -> list[dict[str, Any]]:
    """An issue for each finding; fingerprints are the same wherever a text has moved to."""
    rows = zip(records(results.findings), places(results), keys(results.segments, results.findings), strict=True)
    return [
        {
            "description": f"{row['message'] or row['check']}{_words(row['text'])}",
            "check_name": row["check"],
            "fingerprint": key.fingerprint,
            "severity": SEVERITIES.get(row["severity"], "minor"),
            "location": {"path": place.path, "lines": {"begin": place.line}},
        }
        for row, place, key in rows
    ]


def _words(text: str | None) -> str:
    return f" ({text})" if text and text.strip() else ""


CODEQUALITY = Report(name="codequality", files=("codequality.json",), write=write, places=True,
                     summary="Code Quality issues, for merge requests in GitLab.")  # fmt: skip
