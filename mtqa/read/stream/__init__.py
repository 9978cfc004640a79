"""Tables larger than memory: the same rows that the readers give, a chunk at a time."""

from __future__ import annotations

from mtqa.read.stream.table import BigTable, open_table

__all__ = ["BigTable", "open_table"]
