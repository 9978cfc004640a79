"""Systems side by side: which translates better, how sure that is, and where they differ."""

from __future__ import annotations

from mtqa.callable import make_callable
from mtqa.compare.run import compare

__all__ = ["compare"]

make_callable(__name__)
