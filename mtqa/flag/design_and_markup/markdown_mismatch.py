"""DES014."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("link", re.compile(r"\[[^\[\]\n]*\]\([^()\n]*\)|\[[^\[\]\n]+\]\[[^\[\]\n]*\]")),
    ("bold mark", re.compile(r"(?<!\*)\*\*(?=[^\s*/])|(?<=[^\s*/])\*\*(?!\*)")),
    ("emphasis mark", re.compile(r"(?<![\w*\\])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\w*])")),
    ("strike mark", re.compile(r"~~")),
    ("code fence", re.compile(r"```")),
    ("heading mark", re.compile(r"\A#{1,6}(?=\s+[^a-z\s])")),
)
LINK = re.compile(r"\]\s+\((?=https?:|/|#|\w+\.\w)[^()\s]+\)")
"""A space between a link's words and its address."""

STRONG = re.compile(r"(?<!\*)\*\*([^*\n]+)\*\*(?!\*)")


@check(
    "DES014",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=72,
    source_signs="*]~`#",
    examples=[
        Example("Read the [manual](guide.md).", "Lesen Sie das [Handbuch](guide.md)."),
        Example("**Note:** save first.", "**Hinweis:** Speichern Sie zuerst."),
        Example("He gave it 5* [sic].", "Er gab 5* [sic].", note="no Markdown"),
        Example("# Title", "# Titel"),
        Example("prices*", "Preise*", note="a footnote"),
        Example("Siehe [hier](a.md).", "See [here](a.md).", "de", "en"),
        Example("Read the [manual](guide.md).", "Lesen Sie das [Handbuch⟦] (guide.md)⟧."),
        Example("⟦**Note:** save first.⟧", "Hinweis: Speichern Sie zuerst."),
        Example("**Note:** save.", "⟦** Hinweis: **⟧ Speichern."),
        Example("⟦## Titel⟧", "Title", "de", "en"),
        Example("⟦Read the [manual](guide.md).⟧", "Lesen Sie das Handbuch (guide.md)."),
    ],
)
def markdown_mismatch(unit: Unit) -> Iterator[Hit]:
    """Links, emphasis, headings or code of Markdown are lost, doubled or broken.

    Readers see stars and brackets, or a link that is none. Counted by kind; a lone star is a footnote and counts only
    where the source's are in pairs.
    """
    text, source = unit.segment.target, unit.segment.source
    if not (
        "*" in source or "](" in source or "][" in source or "~~" in source or "```" in source or source[:1] == "#"
    ):
        return
    broken = [] if _broken(source) else _broken(text)
    for span in broken:
        yield Hit(span, "A space breaks this piece of Markdown.", confidence=0.9)
    if broken:
        return
    for what, pattern in FORMS:
        ours, theirs = (len(pattern.findall(_bare(side))) for side in (source, text))
        if ours != theirs and ours and not (what.endswith("mark") and what != "heading mark" and ours % 2):
            span = Span(0, len(source), "source")
            yield Hit(
                span,
                f"The source has {ours} {what}{'s' if ours > 1 else ''} of Markdown, the target {theirs}.",
                "",
                0.85,
            )
            return


def _broken(text: str) -> list[Span]:
    """Links with a space in them, and bold words with one inside both marks."""
    strong = [match for match in STRONG.finditer(text) if match[1][0].isspace() and match[1][-1].isspace()]
    return [Span(*match.span()) for match in (*LINK.finditer(text), *strong)]


def _bare(text: str) -> str:
    """The text without code spans, whose stars are code."""
    return re.sub(r"(?<!`)`[^`\n]+`(?!`)", "", text)
