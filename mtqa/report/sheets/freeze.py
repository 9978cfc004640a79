"""A workbook as bytes that depend on its content alone: no clock, no file times."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip entry can have."""


def frozen(book: Workbook) -> bytes:
    """The bytes of ``book``; openpyxl writes the time of saving, so its writer is called without that step."""
    from openpyxl.writer.excel import ExcelWriter

    moment = datetime(*EPOCH)  # noqa: DTZ001 - the format stores a time without a zone
    book.properties.creator = "mtqa"
    book.properties.created = book.properties.modified = moment
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        ExcelWriter(book, archive).write_data()
    return _timeless(made)


def _timeless(made: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return out.getvalue()
