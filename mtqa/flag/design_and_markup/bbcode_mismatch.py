"""DES016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.mask import Part


@check(
    "DES016",
    category="design-and-markup/markup",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=74,
    either_signs="[",
    examples=[
        Example("[b]Note[/b] this", "Beachten Sie [b]dies[/b]"),
        Example("[url=https://a.org]Help[/url]", "[url=https://a.org]Hilfe[/url]"),
        Example("He [b]ought it", "Er [k]aufte es", note="an editor's bracket"),
        Example("[i]Neu[/i]", "[i]New[/i]", "de", "en"),
        Example("⟦[b]⟧Note[/b] this", "Beachten Sie dies[/b]"),
        Example("[b]Note[/b] this", "[b]Beachten[/b] Sie dies⟦[/i]⟧"),
        Example("⟦[url=https://a.org]⟧Help[/url]", "⟦[url=https://b.org]⟧Hilfe[/url]", note="another address"),
        Example("⟦[i]⟧Neu⟦[/i]⟧", "New [/", "de", "en"),
    ],
)  # fmt: skip
def bbcode_mismatch(unit: Unit) -> Iterator[Hit]:
    """A BBCode tag is missing, too many, or another one.

    The forum or game shows the tag itself, or formats everything that follows. Addresses in `[url=…]` must be the same.
    """
    if "[/" not in unit.segment.target and "[/" not in unit.segment.source:
        return
    ours, theirs = _tags(unit.source.mask.parts), _tags(unit.target.mask.parts)
    missing, extra = differences(ours, theirs, lambda part: part.text)
    for part in extra:
        yield Hit(Span(part.start, part.end), f"The source has no {part.text} here.", confidence=0.9)
    for part in missing:
        yield Hit(Span(part.start, part.end, "source"), f"The target lacks {part.text}.", confidence=0.9)


def _tags(parts: tuple[Part, ...]) -> list[Part]:
    return [part for part in parts if part.family == "bbcode"]
