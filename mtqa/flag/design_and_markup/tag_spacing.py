"""DES011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import Tag, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

INLINE = frozenset("a abbr b bdi cite code em font g i kbd mark mrk q s samp small span strong sub sup u var".split())


@check(
    "DES011",
    category="design-and-markup/markup",
    severity=Severity.MINOR,
    needs=("source",),
    priority=60,
    signs="<",
    examples=[
        Example("Press <b>OK</b> now.", "Drücken Sie jetzt <b>OK</b>."),
        Example("the <b>Save</b> button", "die <b>Speichern</b>-Schaltfläche"),
        Example("the <i>file</i> name", "der <i>Datei</i>name", note="a compound"),
        Example("(<b>new</b>)", "(<b>neu</b>)"),
        Example("H<sub>2</sub>O is wet", "H<sub>2</sub>O ist nass"),
        Example("die <b>neue</b> Datei", "the <b>new</b> file", "de", "en"),
        Example("Press <b>OK</b> now.", "Drücken Sie⟦<b>⟧OK</b> jetzt."),
        Example("Press <b>OK</b> now.", "Drücken Sie <b>⟦ ⟧OK</b> jetzt."),
        Example("Read <i>Die Zeit</i> daily.", "Er liest <i>Die Zeit</i> gern, <i>Die Welt⟦ ⟧</i> nie."),
        Example("die <b>neue</b> Datei", "the⟦<b>⟧New</b> file", "de", "en"),
    ],
)
def tag_spacing(unit: Unit) -> Iterator[Hit]:
    """A space before or after a tag got lost, or slipped inside it.

    Two words run together on the page, or a link is underlined beyond its word. Translation engines move such spaces. A
    compound (`<i>Datei</i>name`) is right.
    """
    text = unit.segment.target
    if "<" not in text or "<" not in unit.segment.source or not unit.coded:
        return
    known = _habits(unit.segment.source, tags(unit.source.mask.parts))
    for tag in tags(unit.target.mask.parts):
        if tag.name not in INLINE:
            continue
        start, end = tag.part.start, tag.part.end
        if tag.kind == "open":
            if "glued before" not in known and _glued(text[:start][-1:], text[end : end + 1]):
                yield Hit(Span(start, end), f"A space is missing before {tag.part.text}.", f" {tag.part.text}", 0.85)
            if "space inside" not in known and (inside := _spaces(text[end:])):
                yield Hit(Span(end, end + inside), f"A space slipped behind {tag.part.text}.", "", 0.85)
        elif tag.kind == "close" and "space inside" not in known:
            inside = _spaces(text[:start][::-1])
            if inside and text[start - inside - 1 : start - inside] != ">":
                yield Hit(Span(start - inside, start), f"A space slipped before {tag.part.text}.", "", 0.85)


def _habits(text: str, found: list[Tag]) -> set[str]:
    """What the source does around its own tags."""
    out = set()
    for tag in found:
        start, end = tag.part.start, tag.part.end
        if tag.kind == "open" and text[:start][-1:].isalnum():
            out.add("glued before")
        if (tag.kind == "open" and text[end : end + 1].isspace()) or (
            tag.kind == "close" and text[:start][-1:].isspace()
        ):
            out.add("space inside")
    return out


def _glued(before: str, after: str) -> bool:
    """Whether two words run together: a letter, and a capital behind the tag."""
    return before.isalpha() and after.isupper()


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" \u00a0")) if text.strip() else 0
