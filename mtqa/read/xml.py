"""XML read with suspicion: no entity is resolved, no DTD or network loaded, no bomb unpacked.

A unit is forgotten when the next is read. The text of an element keeps its inline codes as they are written, and says
where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mtqa.data import Range
from mtqa.errors import ReadError
from mtqa.read.decode import refuse_binary

if TYPE_CHECKING:
    from lxml.etree import _Element

NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut", "sub"})
"""Inline elements of TMX and XLIFF 1.2 whose content is native code, not text."""
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
XLIFF = re.compile(rb"<(?:\w+:)?xliff\b[^>]*?\sversion\s*=\s*[\"'](\d)")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def units(data: bytes, name: str, root: str, unit: str) -> Iterator[_Element]:
    """Each element ``unit`` below a document element ``root``, in any namespace; emptied when the next is asked for.

    Raises:
        ReadError: where the file is no XML, has another document element, or declares entities; names the line.
    """
    from lxml import etree

    refuse_binary(data, name)
    events: Any = etree.iterparse(
        BytesIO(data), events=("start", "end"), tag=None, resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, attribute_defaults=False, remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip
    started = False
    try:
        for event, element in events:
            if not started:
                started = True
                _check_root(element, name, root)
            elif event == "end" and local(element) == unit:
                yield element
                _forget(element)
    except etree.XMLSyntaxError as error:
        first = next(iter(events.error_log), None)  # the error's own message may be about what followed from it
        reason, line = (first.message, first.line) if first is not None else (str(error.msg), error.lineno)
        reason = re.sub(r",? line \d+, column \d+.*$", "", reason).strip().rstrip(".")
        raise ReadError(name, f"expected XML, found a mistake in it ({reason}); correct it.", line) from error


def _check_root(element: Any, name: str, root: str) -> None:
    dtd = element.getroottree().docinfo.internalDTD
    if dtd is not None and (names := [entity.name for entity in dtd.iterentities()]):
        raise ReadError(
            name, f"expected no entities of its own, found the declaration of {names[0]!r}; remove the DOCTYPE.",
            element.sourceline,
        )  # fmt: skip
    if local(element) != root:
        raise ReadError(
            name, f"expected <{root}>, found <{local(element)}>; check what the file is.", element.sourceline
        )


def _forget(element: _Element) -> None:
    """Free the unit and what stands before it, except what later units may ask of their parents."""
    element.clear()
    while (before := element.getprevious()) is not None and local(before) == local(element):
        before.getparent().remove(before)  # type: ignore[union-attr]


def local(element: _Element) -> str:
    """The element's name without namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: _Element, name: str) -> _Element | None:
    """The first child of that name, whatever its namespace."""
    return next((one for one in element if local(one) == name), None)


def notes(element: _Element) -> str:
    """The texts of the element's notes, a line each."""
    return "\n".join("".join(map(str, note.itertext())).strip() for note in element.iter("{*}note") if note.text)


def xliff_version(head: bytes) -> str:
    """The first digit of the version that the beginning of an XLIFF file names; empty for any other file."""
    found = XLIFF.search(head.replace(b"\0", b""))
    return found[1].decode() if found else ""


def inline(element: _Element | None, name: str) -> tuple[str, tuple[Range, ...]]:
    """The text of an element and the ranges in it that are inline codes, written as in the file.

    Of an element whose content is native code (``ph``) all is code; of one that formats text (``g``) only its tags.
    """
    text, markup, _ = inline_terms(element, name)
    return text, markup


def inline_terms(element: _Element | None, name: str) -> tuple[str, tuple[Range, ...], tuple[Range, ...]]:
    """The same, and the ranges that a marker says must not be translated."""
    if element is None:
        return "", (), ()
    if not len(element):
        return element.text or "", (), ()
    writer = _Writer(name)
    writer.content(element)
    return "".join(writer.parts), tuple(writer.ranges), tuple(writer.terms)


class _Writer:
    """Collects text and codes and remembers where the codes stand."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: list[str] = []
        self.ranges: list[Range] = []
        self.terms: list[Range] = []
        self.length = 0

    def content(self, element: _Element) -> None:
        self._add(element.text or "")
        for one in element:
            if not isinstance(one.tag, str):
                raise ReadError(self.name, f"expected characters, found the entity {one.text}, which nothing "
                                           "declares; write the character itself.", one.sourceline)  # fmt: skip
            if local(one) in NATIVE:
                self._code(_written(one))
            else:
                self._code(_opening(one))
                start = self.length
                self.content(one)
                if _protected(one) and not any(low >= start for low, _ in self.ranges) and self.length > start:
                    self.terms.append((start, self.length))
                self._code(_closing(one))
            self._add(one.tail or "")

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _code(self, text: str) -> None:
        if text:
            self.ranges.append((self.length, self.length + len(text)))
            self._add(text)


def _protected(element: _Element) -> bool:
    """Whether a marker's words must not be translated (XLIFF 1.2 ``mtype="protected"``, 2.x ``translate="no"``)."""
    return local(element) == "mrk" and (element.get("translate") == "no" or element.get("mtype") == "protected")


def _written(element: _Element) -> str:
    inner = "".join(_written(one) + _escaped(one.tail or "") for one in element)
    return _opening(element) + _escaped(element.text or "") + inner + _closing(element)


def _opening(element: _Element) -> str:
    names = {uri: prefix for prefix, uri in element.nsmap.items()} | {LANG[1:-5]: "xml"}
    attributes = "".join(
        f' {_qualified(key, names)}="{_escaped(str(value), more=True)}"' for key, value in element.items()
    )
    return f"<{_qualified(element.tag, names)}{attributes}{'' if _has_content(element) else '/'}>"


def _closing(element: _Element) -> str:
    names = {uri: prefix for prefix, uri in element.nsmap.items()}
    return f"</{_qualified(element.tag, names)}>" if _has_content(element) else ""


def _has_content(element: _Element) -> bool:
    return bool(element.text) or len(element) > 0


def _qualified(tag: Any, prefixes: dict[str, str | None]) -> str:
    uri, _, name = str(tag).rpartition("}")
    prefix = prefixes.get(uri[1:]) if uri else None
    return f"{prefix}:{name}" if prefix else name


def _escaped(text: str, *, more: bool = False) -> str:
    escapes = ESCAPES if more else {char: ESCAPES[char] for char in "&<>"}
    return "".join(escapes.get(char, char) for char in text)
