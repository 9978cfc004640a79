"""XLIFF 2.0, 2.1 and 2.2."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.limits import LIMITS, xml_limits
from mtqa.read.staying import staying, translate
from mtqa.read.table import pairs, transposed
from mtqa.read.xml import child, inline_terms, local, notes, units, xliff_version

if TYPE_CHECKING:
    from lxml.etree import _Element

Row = dict[str, Any]


def read_xliff2(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:  # noqa: ARG001
    """A row per segment; without a target its ``target`` is empty. What a file calls ignorable is no row.

    Raises:
        ReadError: where the file is no XLIFF, or has no segment.
    """
    rows = [staying(row) for unit in units(data, name, "xliff", "unit") for row in _rows(unit, name)]
    if not rows:
        raise ReadError(name, "expected segments, found none; name an XLIFF file that has some.")
    if len({row["document"] for row in rows}) == 1:
        rows = [row | {"document": ""} for row in rows]
    return pairs(
        *transposed(rows, extra=("note", "state", "translate", "syntax", "source_terms", "target_terms", *LIMITS)), name
    )


def _rows(unit: _Element, name: str) -> Iterator[Row]:
    about = _about(unit)
    segments = [one for one in unit if local(one) == "segment"]
    for number, segment in enumerate(segments, 1):
        own = segment.get("id", str(number)) if len(segments) > 1 or "id" in segment.attrib else ""
        source, source_markup, source_terms = inline_terms(child(segment, "source"), name)
        target, target_markup, target_terms = inline_terms(child(segment, "target"), name)
        yield about | {
            "id": "/".join(filter(None, (about["id"], own))), "state": segment.get("state", ""),
            "source": source, "source_markup": source_markup, "target": target, "target_markup": target_markup,
            "source_terms": source_terms, "target_terms": target_terms,
        }  # fmt: skip


def _about(unit: _Element) -> Row:
    file = next(unit.iterancestors("{*}file"), None)
    root = next(unit.iterancestors("{*}xliff"), None)
    return {
        "id": unit.get("id", ""),
        "document": "" if file is None else file.get("original") or file.get("id", ""),
        "source_lang": "" if root is None else root.get("srcLang", ""),
        "target_lang": "" if root is None else root.get("trgLang", ""),
        "note": notes(unit), "translate": translate(unit), "syntax": "xliff", **xml_limits(file, unit),
    }  # fmt: skip


def _claims(head: bytes) -> bool:
    return xliff_version(head) == "2"


XLIFF2 = Reader(
    name="xliff2",
    suffixes=(".xlf", ".xliff"),
    kind="pair",
    read=read_xliff2,
    summary="XLIFF 2.0 to 2.2; inline codes are kept and masked.",
    claims=_claims,
)
