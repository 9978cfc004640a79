"""Runs: what ``mtqa batch`` (and ``mtqa check --out``) wrote, as frames again."""

from __future__ import annotations

from mtqa.runs.run import Run, open_run

__all__ = ["Run", "open_run"]
