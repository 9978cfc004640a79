"""DES016."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.data import Severity
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.flag.tags import Tag, unlike
from mtqa.text.mask import BY_NAME, Part
from mtqa.text.parts import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

FAMILY = BY_NAME["bbcode"]
TAG = re.compile(FAMILY.pattern)
NAME = re.compile(r"\w+|\*")


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
        Example("⟦[i]⟧Neu[/i]", "New", "de", "en", note="a pair counts once"),
        Example("[i]Neu⟦[/i]⟧", "[i]New", "de", "en", note="an opening tag by itself is one beside a text that has tags"),
    ],
)  # fmt: skip
def bbcode_mismatch(unit: Unit) -> Iterator[Hit]:
    """A BBCode tag is missing, too many, or another one.

    The forum or game shows the tag itself, or formats everything that follows. Addresses in `[url=…]` must be the same. A pair
    that is lost as a whole is one finding, at its opening tag.
    """
    if "[/" not in unit.segment.target and "[/" not in unit.segment.source:
        return
    missing, extra = differences(_tags(unit.source), _tags(unit.target), lambda tag: tag.part.text)
    yield from unlike(missing, extra)


def _tags(view: View) -> list[Tag]:
    """The tags of a text; one without any closing tag is no BBCode to the mask, but may have lost them."""
    parts = [part for part in view.mask.parts if part.family == FAMILY.name]
    if not parts and "[" in view.text:
        parts = [Part(FAMILY.kind, *match.span(), match.group(), FAMILY.name) for match in TAG.finditer(view.text)]
    return [_tag(part) for part in parts]


def _tag(part: Part) -> Tag:
    name = NAME.search(part.text)
    return Tag(part, name.group() if name else "", "close" if part.text.startswith("[/") else "open", "", "")
