"""Rows whose texts lie in a file: for tables of which no more than some numbers a row may be in memory."""

from __future__ import annotations

import tempfile
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mtqa.flag.consistency.base import Row

if TYPE_CHECKING:
    from mtqa.data import Segment

HELD = 1 << 20
"""Bytes of texts that are held before they are written."""


class Spool:
    """Texts in a nameless file, 28 bytes of memory a row; to be closed, and then gone."""

    def __init__(self, folder: Path) -> None:
        """Have the file in ``folder``, which must have room for all texts."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by close()
        self._held = bytearray()
        self._written = 0
        self._ends = array("q")  # of target and source of each row
        self._names: dict[tuple[str, str, str], int] = {}
        self._kinds: list[tuple[str, str, str]] = []
        self._kind = array("i")
        self._numbers = array("q")
        self._starts: dict[int, tuple[int | None, int | None]] = {}
        self._last = ("", "")  # of the row at hand, of which collectors ask first

    def close(self) -> None:
        """Close the file, and so remove it."""
        self._file.close()

    def row(self, segment: Segment, order: int, target_start: int | None, source_start: int | None) -> Row:
        """Keep the segment, the next one; the row reads its texts when it is asked for them."""
        self._last = segment.target, segment.source
        for text in self._last:
            self._held += text.encode("utf-8", "surrogatepass")
            self._ends.append(self._written + len(self._held))
        if len(self._held) >= HELD:
            self._flush()
        kind = segment.document, segment.target_lang, segment.source_lang
        if kind not in self._names:
            self._names[kind] = len(self._kinds)
            self._kinds.append(kind)
        self._kind.append(self._names[kind])
        self._numbers.append(segment.number)
        if target_start is not None or source_start is not None:
            self._starts[order] = target_start, source_start
        return cast("Row", _Spooled(self, order))

    def _flush(self) -> None:
        self._file.seek(self._written)
        self._file.write(self._held)
        self._written += len(self._held)
        self._held.clear()

    def text(self, place: int) -> str:
        """The text that was kept as number ``place``: two a row."""
        if place >= len(self._ends) - 2:
            return self._last[place % 2]
        if self._held:
            self._flush()
        start = self._ends[place - 1] if place else 0
        self._file.seek(start)
        return self._file.read(self._ends[place] - start).decode("utf-8", "surrogatepass")

    def number(self, order: int) -> int:
        """The segment's number in its document."""
        return self._numbers[order]

    def kind(self, order: int) -> tuple[str, str, str]:
        """Document, target and source language."""
        return self._kinds[self._kind[order]]

    def starts(self, order: int) -> tuple[int | None, int | None]:
        """Where the target and the source stand in their documents."""
        return self._starts.get(order, (None, None))


class _Spooled:
    """A :class:`mtqa.flag.consistency.base.Row` for whoever asks it."""

    __slots__ = ("_spool", "order")

    def __init__(self, spool: Spool, order: int) -> None:
        self._spool = spool
        self.order = order

    @property
    def target(self) -> str:
        return self._spool.text(2 * self.order)

    @property
    def source(self) -> str:
        return self._spool.text(2 * self.order + 1)

    @property
    def number(self) -> int:
        return self._spool.number(self.order)

    @property
    def document(self) -> str:
        return self._spool.kind(self.order)[0]

    @property
    def target_lang(self) -> str:
        return self._spool.kind(self.order)[1]

    @property
    def source_lang(self) -> str:
        return self._spool.kind(self.order)[2]

    @property
    def target_start(self) -> int | None:
        return self._spool.starts(self.order)[0]

    @property
    def source_start(self) -> int | None:
        return self._spool.starts(self.order)[1]
