"""DES013."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSAFE = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|applet|base|meta|link|form)\b[^<>]*>|\bjavascript\s*:|\bdata:text/html"
    r"|(?<=\s)on(?:click|load|error|mouse\w+|focus|blur|key\w+|submit|change|input)\s*=\s*[\"'][^\"'<>]*[\"']|\bvbscript\s*:",
    re.IGNORECASE,
)


@check(
    "DES013",
    category="design-and-markup/markup",
    severity=Severity.CRITICAL,
    priority=80,
    signs="<=:",
    examples=[
        Example("<b>Help</b>", "<b>Hilfe</b>"),
        Example("Learn JavaScript: basics", "JavaScript: Grundlagen", note="a word"),
        Example('<script src="a.js"></script>', '<script src="a.js"></script>', note="the source has it too"),
        Example("Sie lernt JavaScript.", "She learns JavaScript.", "de", "en"),
        Example("Help", "Hilfe⟦<script>⟧alert(1)⟦</script>⟧"),
        Example('<a href="x">Help</a>', '<a href="⟦javascript:⟧alert(1)">Hilfe</a>'),
        Example('<img src="x">', '<img src="x" ⟦onerror="alert(1)"⟧>'),
        Example("Hilfe", "Help⟦<iframe src='//x'>⟧", "de", "en"),
    ],
)
def unsafe_markup(unit: Unit) -> Iterator[Hit]:
    """The target brings a script, a frame or an event handler that the source does not have.

    Whoever can put one into a translation can run code on the reader's machine. Texts about such code are let go as
    long as the source has the same.
    """
    text = unit.segment.target
    if not ("<" in text or '="' in text or "='" in text or "cript:" in text or "data:" in text):
        return
    source = "".join(unit.segment.source.lower().split())
    for match in UNSAFE.finditer(text):
        found = match.group()
        if "".join(found.lower().split()) not in source and (
            found[0] == "<" or "script" not in found.lower() or _runs(text, match)
        ):
            yield Hit(Span(*match.span()), f"The source has no {found}; it can run code.", confidence=0.95)


def _runs(text: str, match: re.Match[str]) -> bool:
    """Whether ``javascript:`` is an address, not a word before a colon: something follows at once, a quote precedes."""
    return text[match.end() : match.end() + 1].strip() != "" and text[: match.start()].rstrip()[-1:] in "\"'=("
