"""What a reader is: the file names it takes, and a function from bytes to a frame (contract ``DOCUMENTS_READ``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from mtqa.registry import Registry


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user said about the input. ``columns``: our column name -> the name it has in the table."""

    source_lang: str = ""
    target_lang: str = ""
    columns: dict[str, str] = field(default_factory=dict)


def _never(head: bytes) -> bool:  # noqa: ARG001
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """``read(data, name, options)``: ``data`` the file's bytes, ``name`` what errors and the document are called.

    ``kind``: ``text`` for running text (one side; the frame has one row whose ``target`` is the decoded text) or
    ``pair``. ``claims(head)``: whether the first :data:`HEAD` bytes of a file are unmistakably of this format; asked
    where the name does not decide.
    """

    name: str
    suffixes: tuple[str, ...]
    kind: Literal["text", "pair"]
    read: Callable[[bytes, str, ReadOptions], pd.DataFrame]
    summary: str
    extra: str = ""
    claims: Callable[[bytes], bool] = _never


HEAD = 4096
"""How much of a file :attr:`Reader.claims` sees, in bytes."""

READERS: Registry[Reader] = Registry("reader", "mtqa.read", Reader)
