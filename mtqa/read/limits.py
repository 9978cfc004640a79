"""How much room a file gives a translation: columns ``max_chars max_bytes max_lines encoding line_break``, if any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

Row = dict[str, Any]
LIMITS = ("max_chars", "max_bytes", "max_lines", "encoding", "line_break")
"""The columns, each empty where there is no limit."""

NOTHING: Row = dict.fromkeys(LIMITS, "")
WRITTEN = re.compile(r"\bmax(?:imum)?[-_ ]?(?:length|chars|characters|size|len)\s*[:=]\s*(\d+)", re.IGNORECASE)
BREAKS = {"cr": "\r", "lf": "\n", "crlf": "\r\n", "nel": "\x85"}
UNITS = {"char": "max_chars", "byte": "max_bytes"}


def written_limits(*texts: str) -> Row:
    """The limit that a flag or a comment states (``max-length:40``, as Weblate's users write it)."""
    found = next((match for text in texts if (match := WRITTEN.search(text))), None)
    return NOTHING | ({"max_chars": int(found[1])} if found else {})


def xml_limits(*elements: _Element | None) -> Row:
    """What XLIFF's ``maxwidth`` and ``maxbytes``, its size restriction module and ITS's storage size say.

    Later elements are nearer to the text and count more. A ``maxwidth`` in pixels needs a font and is left out.
    """
    out = dict(NOTHING)
    for element in elements:
        if element is not None:
            said = {str(name).rpartition("}")[2]: str(value) for name, value in element.items()}
            out |= {name: value for name, value in _limits(said).items() if value}
    return out


def _limits(said: dict[str, str]) -> Row:
    unit = UNITS.get(said.get("size-unit", "pixel"))
    found: Row = {"max_bytes": _number(said.get("maxbytes", ""))}
    if unit and "maxwidth" in said:
        found[unit] = _number(said["maxwidth"])
    if "sizeRestriction" in said:  # "20" or "5,20"
        found["max_chars"] = _number(said["sizeRestriction"].rpartition(",")[2])
    if "storageSize" in said:
        found |= {
            "max_bytes": _number(said["storageSize"]), "encoding": said.get("storageEncoding", "UTF-8"),
            "line_break": BREAKS.get(said.get("lineBreakType", "lf").lower(), "\n"),
        }  # fmt: skip
    return found


def _number(text: str) -> int | str:
    return int(text) if text.strip().isascii() and text.strip().isdigit() else ""
