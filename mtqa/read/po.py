"""Gettext catalogues (PO)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.decode import decode
from mtqa.read.limits import LIMITS, written_limits
from mtqa.read.table import pairs, transposed

CHARSET = re.compile(rb"charset=([\w-]+)")
QUOTED = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?("(?:[^"\\]|\\.)*")?\s*')
"""A line of a message as it should be: a keyword and a text in quotation marks, either of which may stand alone."""


EXTRA = ("plural", "fuzzy", "flags", "note", "location", "state", "syntax", "forms", *LIMITS)


def read_po(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:  # noqa: ARG001
    """A row per message, in order; of a plural message one per form (column ``plural``, from 0).

    Obsolete messages are no rows. The target's language is the header's; ``id`` is the context, ``fuzzy`` whether the
    message is marked so.

    Raises:
        ReadError: where the file is no PO file, has no message, or polib is not installed.
    """
    try:
        import polib
    except ImportError as error:
        message = 'expected polib for PO files, found none; install it with pip install "mtqa[po]".'
        raise ReadError(name, message) from error
    text = _text(data, name)
    _refuse_open_quotes(text, name)
    try:
        catalogue = polib.pofile(text)
    except (OSError, ValueError) as error:
        found = re.search(r"\(line (\d+)\)", str(error))
        line = int(found[1]) if found else None
        raise ReadError(name, "expected a PO message, found a mistake in it; correct it.", line) from error
    target = catalogue.metadata.get("Language", "")
    rows = [row | {"target_lang": target} for entry in catalogue if not entry.obsolete for row in _rows(entry)]
    if not rows:
        raise ReadError(name, "expected messages, found none; name a PO file that has some.")
    return pairs(*transposed(rows, extra=EXTRA), name)


def _refuse_open_quotes(text: str, name: str) -> None:
    """Raise where a text lacks its closing mark: polib would cut its last letter instead, and say nothing."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.lstrip().startswith("#") and not QUOTED.fullmatch(line.strip()):
            raise ReadError(name, "expected a PO message, found a mistake in it; correct it.", number)


def _text(data: bytes, name: str) -> str:
    """The text in the encoding that the header names, where Python knows it; else in the one that is found."""
    found = CHARSET.search(data)
    try:
        return decode(data.decode(found[1].decode()).encode(), name) if found else decode(data, name)
    except (LookupError, UnicodeDecodeError):
        return decode(data, name)


def _rows(entry: Any) -> Iterator[dict[str, Any]]:
    about = _about(entry)
    if not entry.msgid_plural:
        yield about | {"source": entry.msgid, "target": entry.msgstr, "plural": "", "forms": ""}
        return
    forms = sorted((int(form), text) for form, text in entry.msgstr_plural.items())
    for form, text in forms:
        source = entry.msgid_plural if form else entry.msgid
        yield about | {"source": source, "target": text, "plural": form, "forms": tuple(text for _, text in forms)}


def _about(entry: Any) -> dict[str, Any]:
    flags = ", ".join(flag for flag in entry.flags if flag != "fuzzy")
    note = "\n".join(filter(None, (entry.comment, entry.tcomment)))
    return {
        "id": entry.msgctxt or "",
        "fuzzy": entry.fuzzy,
        "flags": flags,
        "note": note,
        "location": ", ".join(":".join(filter(None, place)) for place in entry.occurrences),
        "state": "fuzzy" if entry.fuzzy else "",
        "syntax": f"po, {flags}" if flags else "po",
        **written_limits(flags, note),
    }


def _claims(head: bytes) -> bool:
    return re.search(rb'^msgid ".*"\s+msgstr ', head, re.MULTILINE) is not None


PO = Reader(
    name="po",
    suffixes=(".po",),
    kind="pair",
    read=read_po,
    summary="A gettext catalogue; a row per message and plural form.",
    extra="po",
    claims=_claims,
)
