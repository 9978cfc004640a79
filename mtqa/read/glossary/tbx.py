"""Termbases in TBX: version 2 (ISO 30042:2008, TBX-Basic) and version 3 (ISO 30042:2019) in both styles.

Version 2 has ``martif/termEntry/langSet/tig`` (or ``ntig/termGrp``), version 3 ``tbx/conceptEntry/langSec/termSec``.
In the style DCA a data category is an attribute (``<termNote type="administrativeStatus">``), in DCT an element of its
own (``<min:administrativeStatus>``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtqa.errors import ReadError
from mtqa.read.glossary.base import GlossaryReader
from mtqa.read.xml import LANG, local, units
from mtqa.terms.base import Concept, Name, Status

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOT = re.compile(rb"<(?:\w+:)?(martif|tbx|TBX)\b")
ENTRIES = {"martif": "termEntry", "tbx": "conceptEntry", "TBX": "conceptEntry"}
LANGUAGE_SETS = frozenset({"langSet", "langSec"})
TERM_SETS = frozenset({"tig", "ntig", "termSec"})
STATUSES: dict[str, Status] = {
    "preferredterm": Status.PREFERRED, "standardizedterm": Status.REQUIRED, "regulatedterm": Status.REQUIRED,
    "legalterm": Status.REQUIRED, "admittedterm": Status.ADMITTED, "deprecatedterm": Status.FORBIDDEN,
    "supersededterm": Status.FORBIDDEN, "obsoleteterm": Status.FORBIDDEN, "forbidden": Status.FORBIDDEN,
    "donottranslate": Status.DO_NOT_TRANSLATE,
}  # fmt: skip
"""Values of administrativeStatus and normativeAuthorization, in lower case without ``-admn-sts`` and hyphens."""

STATUS_KINDS = ("administrativeStatus", "normativeAuthorization")


def read_tbx(data: bytes, name: str) -> list[Concept]:
    """A concept a term entry, with the names of all its languages.

    Raises:
        ReadError: where it is no XML, or no TBX, or an entry lacks a language or a term; names the line.
    """
    found = ROOT.search(data.replace(b"\0", b""))
    root = found[1].decode() if found else "tbx"
    return [concept for entry in units(data, name, root, ENTRIES[root]) if (concept := _concept(entry, name)).names]


def _concept(entry: _Element, name: str) -> Concept:
    names = [one for part in entry if local(part) in LANGUAGE_SETS for one in _names(part, name)]
    return Concept(tuple(names), f"{name}:{entry.sourceline}")


def _names(part: _Element, name: str) -> Iterator[Name]:
    lang = part.get(LANG) or part.get("lang") or ""
    if not lang:
        raise ReadError(name, f"expected the language of a <{local(part)}>, found none; add xml:lang.", _line(part))
    for group in part:
        if isinstance(group.tag, str) and local(group) in TERM_SETS:
            yield _name(group, lang, name)


def _name(group: _Element, lang: str, name: str) -> Name:
    term = next(group.iter("{*}term"), None)
    text = " ".join("".join(map(str, term.itertext())).split()) if term is not None else ""
    if not text:
        raise ReadError(name, f"expected a <term> in <{local(group)}>, found none; add it.", _line(group))
    data = dict(_data(group))
    return Name(text, lang, _status(data), _case(data), data.get("partOfSpeech", ""), data.get("note", ""))


def _data(group: _Element) -> Iterator[tuple[str, str]]:
    """Data category -> value, however the dialect writes it."""
    for one in group.iter():
        if isinstance(one.tag, str):
            yield one.get("type") or local(one), " ".join((one.text or "").split())


def _line(element: Any) -> int | None:
    return None if element.sourceline is None else int(element.sourceline)


def _status(data: dict[str, str]) -> Status:
    """Preferred where nothing is said: the term that an entry has is the one to use."""
    for kind in STATUS_KINDS:
        plain = data.get(kind, "").lower().removesuffix("-admn-sts").replace("-", "").replace(" ", "")
        if plain in STATUSES:
            return STATUSES[plain]
    return Status.PREFERRED


def _case(data: dict[str, str]) -> bool:
    return data.get("caseSensitive", data.get("case", "")).lower() in ("yes", "true", "1")


def _claims(head: bytes) -> bool:
    return ROOT.search(head.replace(b"\0", b"")) is not None


TBX = GlossaryReader("tbx", (".tbx", ".tbxm", ".xml"), read_tbx, "A termbase in TBX 2 or 3, DCA or DCT.", _claims)
