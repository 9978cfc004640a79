"""DES021."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import Tag, tags

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(
    "DES021",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=76,
    signs="<",
    examples=[
        Example("Press <b>OK</b> now.", "Drücken Sie jetzt <b>OK</b>."),
        Example('Text<i class="icon"></i> more', 'Text<i class="icon"></i> mehr', note="the source's is empty as well"),
        Example("<b><i>x</i></b>", "<b><i>x</i></b>"),
        Example("<b>Neu</b>", "<b>New</b>", "de", "en"),
        Example("Press <b>OK</b> now.", "Drücken Sie jetzt OK⟦<b></b>⟧."),
        Example('See <a href="x">help</a>.', 'Siehe Hilfe ⟦<a href="x"> </a>⟧.'),
        Example("<i>Neu</i>: Datei", "New⟦<i></i>⟧: file", "de", "en"),
    ],
)
def empty_element(unit: Unit) -> Iterator[Hit]:
    """A pair of tags holds nothing, though the source's holds words.

    The link or the emphasis is gone: the translator, or the engine, put the tags where no words are.
    """
    if ("</" not in unit.segment.target and "<ept" not in unit.segment.target) or not unit.coded:
        return
    before = sum(1 for _ in _empty(unit.segment.source, tags(unit.source.mask.parts)))
    found = list(_empty(unit.segment.target, tags(unit.target.mask.parts)))
    for opening, closing in found if len(found) > before else ():
        span = Span(opening.part.start, closing.part.end)
        yield Hit(span, f"Nothing stands between {opening.part.text} and {closing.part.text}.", confidence=0.9)


def _empty(text: str, found: list[Tag]) -> Iterator[tuple[Tag, Tag]]:
    for one, two in pairwise(found):
        pair = one.kind == "open" and two.kind == "close" and one.pair == two.pair
        if pair and not text[one.part.end : two.part.start].strip():
            yield one, two
