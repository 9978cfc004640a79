"""SARIF 2.1.0 (OASIS), which GitHub and others show beside the changed lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtqa.report.base import Report, Results
from mtqa.report.fingerprint import keys
from mtqa.report.places import Place, places
from mtqa.report.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}


def write(results: Results, folder: Path) -> None:
    """``report.sarif`` in ``folder``."""
    text = json.dumps(values(results), ensure_ascii=False, indent=1)
    (folder / "report.sarif").write_bytes((text + "\n").encode("utf-8", "replace"))


def values(results: Results) -> dict[str, Any]:
    """The SARIF log as plain values; fingerprints are the same wherever a text has moved to."""
    rows = records(results.findings)
    rules = {row["code"]: row for row in sorted(rows, key=lambda row: (row["code"], row["category"]), reverse=True)}
    driver = {"name": "mtqa", "version": str(results.about.get("version", "")),
              "rules": [_rule(rules[code]) for code in sorted(rules)]}  # fmt: skip
    places_of = zip(rows, places(results), keys(results.segments, results.findings), strict=True)
    found = [_result(row, place, key.fingerprint, results.about) for row, place, key in places_of]
    return {"$schema": SCHEMA, "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": found}]}  # fmt: skip


def _rule(row: Mapping[str, Any]) -> dict[str, Any]:
    name = str(row["check"]).replace("-", " ").capitalize()
    return {"id": row["code"], "name": "".join(part.title() for part in str(row["check"]).split("-")),
            "shortDescription": {"text": name}, "properties": {"tags": [row["category"]]}}  # fmt: skip


def _result(row: Mapping[str, Any], place: Place, fingerprint: str, about: Mapping[str, Any]) -> dict[str, Any]:
    message = " ".join(filter(None, [row["message"], f"Suggestion: {row['suggestion']}" if row["suggestion"] else ""]))
    return {
        "ruleId": row["code"],
        "level": LEVELS.get(row["severity"], "warning"),
        "message": {"text": message or row["check"]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(place.path)}, "region": _region(place)}}],
        "partialFingerprints": {"mtqaFinding/v1": fingerprint},
        **({"baselineState": "new"} if "baseline" in about else {}),
        "properties": {"severity": row["severity"], "category": row["category"], "confidence": row["confidence"],
                       "document": row["document"], "segment": row["segment"], "words": row["text"]},
    }  # fmt: skip


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path)


SARIF = Report(name="sarif", files=("report.sarif",), write=write, places=True,
               summary="SARIF 2.1.0, for GitHub and others to show beside the text.")  # fmt: skip
