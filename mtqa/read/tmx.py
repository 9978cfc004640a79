"""Translation memories: TMX 1.4 and 1.4b."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.errors import ReadError
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.names import primary
from mtqa.read.table import pairs, transposed
from mtqa.read.xml import LANG, child, inline, local, notes, units

if TYPE_CHECKING:
    from lxml.etree import _Element

Row = dict[str, Any]
Side = tuple[str, str, tuple[tuple[int, int], ...]]


def read_tmx(data: bytes, name: str, options: ReadOptions) -> pd.DataFrame:
    """A row per translation unit that has text in one of the two languages, in order.

    The languages are those of ``options``; else the source is the header's ``srclang`` and the target the other one.

    Raises:
        ReadError: where the file is no TMX, lacks a language that was given, or has more than two and none was given.
    """
    read = list(_units(data, name))
    source, target = _languages(read, name, options)
    sides = [(unit, _side(unit, source, target), _side(unit, target, source)) for unit in read]
    rows = [_row(unit, one, other) for unit, one, other in sides if one[1] or other[1]]
    if not rows:
        raise ReadError(name, "expected translation units, found none; name a TMX file that has some.")
    return pairs(*transposed(rows, extra=("note",)), name)


def _units(data: bytes, name: str) -> Iterator[Row]:
    """Per unit its id, note, source language, and the sides as (language, text, markup)."""
    header = ""
    for element in units(data, name, "tmx", "tu"):
        header = header or _header(element)
        sides = [_variant(one, name) for one in element if local(one) == "tuv"]
        srclang = element.get("srclang", header)
        yield {"id": element.get("tuid", ""), "note": notes(element), "srclang": srclang, "sides": sides}


def _header(unit: _Element) -> str:
    root = next(unit.iterancestors("{*}tmx"), None)
    header = child(root, "header") if root is not None else None
    return "" if header is None else header.get("srclang", "")


def _variant(element: _Element, name: str) -> Side:
    text, markup = inline(child(element, "seg"), name)
    return element.get(LANG) or element.get("lang") or "", text, markup


def _languages(read: list[Row], name: str, options: ReadOptions) -> tuple[str, str]:
    """The languages of the two sides as the file writes them; regions count only where all are of one language."""
    codes = list(dict.fromkeys(side[0] for unit in read for side in unit["sides"]))
    if codes and not any(codes):
        raise ReadError(name, "expected the language of each text, found no <tuv> with xml:lang; add it.")
    source, target = (_chosen(code, codes, name) for code in (options.source_lang, options.target_lang))
    if not source:
        header = next((unit["srclang"] for unit in read if _nearest(unit["srclang"], codes)), "")
        source = next((code for code in (_nearest(header, codes), *codes) if code and code != target), "")
    others = [code for code in codes if not _same(code, source, codes)]
    if not target and len({primary(code) for code in others}) > 1:
        found = ", ".join(sorted(codes))
        raise ReadError(name, f"expected two languages, found {found}; choose with --source-lang and --target-lang.")
    return source, target or next(iter(others), "")


def _chosen(wanted: str, codes: list[str], name: str) -> str:
    if wanted and not _nearest(wanted, codes):
        found = ", ".join(sorted(filter(None, codes))) or "none"
        raise ReadError(name, f"expected the language {wanted}, found {found}; choose one of the file's languages.")
    return _nearest(wanted, codes)


def _nearest(wanted: str, codes: list[str]) -> str:
    """Of ``codes`` the one that is ``wanted``, else the first of the same language."""
    same = [code for code in codes if wanted and primary(code) == primary(wanted)]
    return next((code for code in same if code.lower() == wanted.lower()), next(iter(same), ""))


def _same(one: str, other: str, codes: list[str]) -> bool:
    return one == other if len({primary(code) for code in codes}) == 1 else primary(one) == primary(other)


def _side(unit: Row, code: str, other: str) -> Side:
    sides: list[Side] = unit["sides"]
    exact = (side for side in sides if side[0] == code)
    near = (side for side in sides if code and primary(side[0]) == primary(code) and side[0] != other)
    return next(exact, next(near, (code, "", ())))


def _row(unit: Row, source: Side, target: Side) -> Row:
    return {
        "id": unit["id"], "note": unit["note"],
        "source_lang": source[0], "source": source[1], "source_markup": source[2],
        "target_lang": target[0], "target": target[1], "target_markup": target[2],
    }  # fmt: skip


def _claims(head: bytes) -> bool:
    return b"<tmx" in head.replace(b"\0", b"")


TMX = Reader(
    name="tmx",
    suffixes=(".tmx",),
    kind="pair",
    read=read_tmx,
    summary="A translation memory in TMX 1.4; inline codes are kept and masked.",
    claims=_claims,
)
