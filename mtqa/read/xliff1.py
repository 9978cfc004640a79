"""XLIFF 1.2, with the segmentation that CAT tools write into it (``seg-source``, ``mrk mtype="seg"``)."""

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


def read_xliff1(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:  # noqa: ARG001
    """A row per translation unit, or per segment of a segmented one; without a target its ``target`` is empty.

    Raises:
        ReadError: where the file is no XLIFF, or has no unit.
    """
    rows = [staying(row) for unit in units(data, name, "xliff", "trans-unit") for row in _rows(unit, name)]
    if not rows:
        raise ReadError(name, "expected translation units, found none; name an XLIFF file that has some.")
    if len({row["document"] for row in rows}) == 1:
        rows = [row | {"document": ""} for row in rows]
    return pairs(
        *transposed(
            rows, extra=("note", "state", "approved", "translate", "syntax", "source_terms", "target_terms", *LIMITS)
        ),
        name,
    )


def _rows(unit: _Element, name: str) -> Iterator[Row]:
    target, source = child(unit, "target"), child(unit, "source")
    about = _about(unit, target)
    segments = _segments(child(unit, "seg-source"))
    translated = _segments(target)
    if segments and (target is None or list(translated) == list(segments)):
        for mid, segment in segments.items():
            yield about | {"id": f"{about['id']}/{mid}"} | _sides(segment, translated.get(mid), name)
    else:
        yield about | _sides(source, target, name)


def _sides(source: _Element | None, target: _Element | None, name: str) -> Row:
    (text, markup, terms), (target_text, target_markup, target_terms) = (
        inline_terms(source, name),
        inline_terms(target, name),
    )
    return {
        "source": text, "source_markup": markup, "source_terms": terms,
        "target": target_text, "target_markup": target_markup, "target_terms": target_terms,
    }  # fmt: skip


def _about(unit: _Element, target: _Element | None) -> Row:
    file = next(unit.iterancestors("{*}file"), None)
    said = {} if file is None else {str(key): str(value) for key, value in file.items()}
    return {
        "id": unit.get("id", ""), "document": said.get("original", ""),
        "source_lang": said.get("source-language", ""), "target_lang": said.get("target-language", ""),
        "note": notes(unit), "state": "" if target is None else target.get("state", ""),
        "approved": unit.get("approved", ""), "translate": translate(unit),
        "syntax": f"xliff, {said['datatype']}" if said.get("datatype") else "xliff", **xml_limits(file, unit, target),
    }  # fmt: skip


def _segments(element: _Element | None) -> dict[str, _Element]:
    """The segments in an element by their ``mid``; none where there is text besides them, which must not get lost."""
    if element is None:
        return {}
    found = {one.get("mid", ""): one for one in element.iter("{*}mrk") if one.get("mtype") == "seg"}
    return {} if "".join(_bare(element)).strip() else found


def _bare(element: _Element) -> Iterator[str]:
    """What stands in an element outside its segments."""
    yield element.text or ""
    for one in element:
        if not (local(one) == "mrk" and one.get("mtype") == "seg"):
            yield from _bare(one)
        yield one.tail or ""


def _claims(head: bytes) -> bool:
    return xliff_version(head) == "1"


XLIFF1 = Reader(
    name="xliff1",
    suffixes=(".xlf", ".xliff", ".sdlxliff", ".mqxliff"),
    kind="pair",
    read=read_xliff1,
    summary="XLIFF 1.2, also segmented as CAT tools do; inline codes are kept and masked.",
    claims=_claims,
)
