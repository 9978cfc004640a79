"""Many documents: planned, judged by an engine, kept so that a run that was stopped goes on."""

from __future__ import annotations

from mtqa.batch.options import BatchOptions, BatchResult
from mtqa.batch.run import run_batch

__all__ = ["BatchOptions", "BatchResult", "run_batch"]
