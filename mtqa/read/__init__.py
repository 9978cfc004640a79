"""Reading: files of any format that a reader knows become one frame of documents and ready pairs."""

from __future__ import annotations

from mtqa.callable import make_callable
from mtqa.read.base import READERS, Reader, ReadOptions
from mtqa.read.reading import read

__all__ = ["READERS", "ReadOptions", "Reader", "read"]

make_callable(__name__)
