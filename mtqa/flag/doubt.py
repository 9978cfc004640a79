"""Findings where the alignment itself is in doubt: what compares source and target is as doubtful, and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.mqm import penalty

if TYPE_CHECKING:
    from mtqa.data import Finding, Segment
    from mtqa.flag.base import Check

LEAST = 0.01
"""The confidence that any finding keeps."""


def doubted(finding: Finding, segment: Segment, check: Check) -> Finding:
    """The finding, less sure and at most major where it holds two sides together that may not belong together."""
    compares = "source" in check.needs or finding.category.startswith("accuracy/")
    if not compares or not segment.doubtful:
        return finding
    alone = segment.bead.startswith("0-") or segment.bead.endswith("-0")
    sure = min(finding.confidence, segment.alignment) if alone else finding.confidence * segment.alignment
    severity = Severity.MAJOR if finding.severity is Severity.CRITICAL else finding.severity
    return replace(
        finding, confidence=round(max(sure, LEAST), 4), severity=severity, penalty=penalty(severity, finding.category),
        message=f"{finding.message} But the alignment is doubtful here ({segment.alignment:.0%} sure).",
    )  # fmt: skip
