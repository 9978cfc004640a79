"""ACC025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range


def _has_terms(unit: Unit) -> bool:
    """Whether anything must not be translated."""
    return bool(unit.segment.source_terms)


@check(
    "ACC025",
    category="accuracy/do-not-translate",
    severity=Severity.MAJOR,
    when=_has_terms,
    needs=("source",),
    priority=75,
    examples=[
        Example("Open Paint now", "Jetzt Paint öffnen", given={"source_terms": ((5, 10),)}),
        Example("Paint's menu", "das Menü von Paint", given={"source_terms": ((0, 5),)}),
        Example("Open Paint now", "Jetzt Farbe öffnen", note="nothing says that it must stay"),
        Example("Öffnen Sie Ordner", "Open Ordner", "de", "en", given={"source_terms": ((11, 17),)}),
        Example("Open ⟦Paint⟧ now", "Jetzt Farbe öffnen", given={"source_terms": ((5, 10),)}),
        Example("⟦<mrk>Paint</mrk>⟧ now", "Farbe jetzt", given={"source_terms": ((5, 10),), "source_markup": ((0, 5), (10, 16))},
                note="with its marker"),
        Example("⟦Word⟧ and Word", "Wort und Word", given={"source_terms": ((0, 4), (9, 13))}, note="one of two"),
        Example("Öffnen Sie ⟦Ordner⟧", "Open Folder", "de", "en", given={"source_terms": ((11, 17),)}),
    ],
)  # fmt: skip
def protected_text(unit: Unit) -> Iterator[Hit]:
    """Words that the file marks as not to be translated are missing from the target.

    A product's name, a command, a code. XLIFF marks them with `<mrk mtype="protected">` or `translate="no"`.
    """
    terms = unit.segment.source_terms
    if not terms:
        return
    text = unit.segment.source
    left: dict[str, int] = {}
    for start, end in terms:
        term = text[start:end]
        left[term] = left.get(
            term, unit.segment.target.count(term) - sum(text[low:high] == term for low, high in terms)
        )
        if left[term] < 0:
            left[term] += 1
            message = f"The target lacks {term}, which must not be translated."
            yield Hit(Span(*_with_marker(unit, start, end), "source"), message, confidence=0.9)


def _with_marker(unit: Unit, start: int, end: int) -> Range:
    """The place of a term; where the marker around it is lost as well, that of both, for it is one loss."""
    text, codes = unit.segment.source, unit.segment.source_markup
    before = next((low for low, high in codes if high == start), start)
    after = next((high for low, high in codes if low == end), end)
    lost = before < start and end < after and text[before:start] not in unit.segment.target
    return (before, after) if lost else (start, end)
