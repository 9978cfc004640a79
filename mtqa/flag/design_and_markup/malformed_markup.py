"""DES012."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = re.compile(
    r"<\s+/?\s*(?:a|b|br|div|em|i|li|p|span|strong|u|ul)\b[^<>]{0,80}>"  # < b>, < / b>
    r"|</\s+[a-z]+\s*>|<[a-z]+\s/\s+>(?<!<br / >)"
    r"|<[A-Za-z][\w:-]*\s[^<>]*=\s*[„“”»«‚‘’][^<>]*>"  # typographic quotes around an attribute
    r"|<[A-Za-z][\w:-]*(?:\s[^<>\"]*\"[^<>\"]*\")*\s[^<>\"]*\"[^<>\"]*>"  # an odd number of quotes
    r"|</?(?:a|b|div|em|i|li|p|span|strong|u|ul)(?=\s*(?:$|<|[.,;:!?](?:\s|$)))"  # no end
    r"|&\s+(?:amp|lt|gt|quot|nbsp);|&(?:amp|lt|gt|quot|nbsp|apos)\b(?!;)|&#\s?\d+\b(?!;)|&\s?#\s\d+;"
)  # fmt: skip
BARE = re.compile(r"&(?!#?\w+;)|<(?![A-Za-z/!?\d])")
ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|apos);")


@check(
    "DES012",
    category="design-and-markup/markup",
    severity=Severity.CRITICAL,
    needs=("source",),
    priority=79,
    source_signs="<&",
    examples=[
        Example('<a href="x">Help</a>', '<a href="x">Hilfe</a>'),
        Example("Terms &amp; conditions", "Geschäfts- &amp; Lieferbedingungen"),
        Example("R&D", "F&E", note="no markup: the sign is a sign"),
        Example("if a < b", "wenn a < b"),
        Example("<b>A & B</b>", "<b>A & B</b>", note="the source writes it so as well"),
        Example("<b>Ja</b>", "<b>Yes</b>", "de", "en"),
        Example('<a href="x">Help</a>', "⟦<a href=„x“>⟧Hilfe</a>", note="German quotes in a tag"),
        Example("<b>OK</b>", "⟦< b>⟧OK⟦</ b>⟧", note="spaces that an engine put in"),
        Example("Terms &amp; conditions", "Geschäfts- ⟦&⟧ Lieferbedingungen"),
        Example("Fish &amp; chips", "Fisch ⟦& amp;⟧ Pommes"),
        Example("<b>Ja</b>", "<b>Yes⟦</b⟧", "de", "en"),
    ],
)
def malformed_markup(unit: Unit) -> Iterator[Hit]:
    """A tag or an entity is broken: a space, a wrong quotation mark, a missing bracket or an unescaped character.

    No browser and no XML program can read it as the tag that it was; the file may be refused whole. Only where the
    source's markup is sound.
    """
    text, source = unit.segment.target, unit.segment.source
    if "<" not in source and "&" not in source:
        return
    taken: list[Span] = []
    if not BROKEN.search(source):
        taken = [Span(*match.span()) for match in BROKEN.finditer(text)]
        for span in taken:
            yield Hit(span, f"This is no markup: {text[span.start : span.end]}.", confidence=0.9)
    if ESCAPED.search(source) and not BARE.search(source):
        for match in BARE.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken) and not _in_code(unit, span):
                escape = {"&": "&amp;", "<": "&lt;"}[match.group()]
                yield Hit(span, f"In this text {match.group()} is written {escape}.", escape, 0.9)


def _in_code(unit: Unit, span: Span) -> bool:
    return any(part.start <= span.start < part.end for part in unit.target.mask.parts)
