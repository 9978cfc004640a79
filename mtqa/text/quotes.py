"""Quotations: what stands between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.data import Range
    from mtqa.text.view import View

PAIRS = re.compile(
    '„[^„“”"]{1,400}[“”"]|“[^“”„"]{1,400}”|»[^»«]{1,400}«|«[^»«]{1,400}»|"[^"]{1,400}"|‚[^‚‘’„]{1,200}[‘’]'
    "|(?<!\\w)[‘'][^‘’'\\n]{1,200}[’'](?!\\w)"
)
MARKS = re.compile("[„“»«\"‚‘']")


def quotations(view: View) -> list[Range]:
    """The ranges of quotations, their marks included, in order."""
    text = view.masked
    return [match.span() for match in PAIRS.finditer(text)] if MARKS.search(text) else []


def quoted(view: View, at: int) -> Range | None:
    """The quotation that the character at ``at`` stands in, or None."""
    return next(((start, end) for start, end in quotations(view) if start <= at < end), None)
