"""Tags as checks compare them: HTML and XML in the text, inline codes of XLIFF and TMX, tags numbered by a CAT tool."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mtqa.data import Span
from mtqa.flag.base import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtqa.text.mask import Part

TAG = re.compile(
    r"<\s*(/?)\s*([A-Za-z][\w:.-]*|[a-z]{0,2}\d{1,3})\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)\s*>", re.DOTALL
)
CAT = re.compile(r"\{([a-z\d]{1,3})>|<([a-z\d]{1,3})\}")
IDENTITY = re.compile(r"\b(?:rid|id|i)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
VOID = frozenset("br hr img input meta link col wbr area base embed param track x ph it ut sc ec cp bx ex".split())
HALVES = {"bpt": ("pair", False), "ept": ("pair", True), "bx": ("pair", False), "ex": ("pair", True),
          "sc": ("pair", False), "ec": ("pair", True)}  # fmt: skip
"""Elements that are halves of a pair by themselves: (name of the pair, whether it closes)."""


class Tag(NamedTuple):
    """A tag at its place. ``kind``: ``open``, ``close`` or ``empty``; ``identity`` its ``id`` or number, if it has one."""

    part: Part
    name: str
    kind: str
    identity: str
    attributes: str

    @property
    def key(self) -> str:
        """What must be the same on both sides."""
        return f"{self.kind} {self.name} {self.identity}"

    @property
    def pair(self) -> str:
        """What an opening tag and its closing one have in common."""
        return f"{self.name} {self.identity}" if self.name == "pair" else self.name


def tags(parts: Iterable[Part]) -> list[Tag]:
    """The tags among masked parts, in order."""
    found = (_tag(part) for part in parts if part.kind == "markup" and part.text[0] in "<{")
    return [tag for tag in found if tag]


def _tag(part: Part) -> Tag | None:
    if cat := CAT.fullmatch(part.text):
        return Tag(part, cat[1] or cat[2], "open" if cat[1] else "close", "", "")
    match = TAG.match(part.text)
    if not match or (match.end() < len(part.text) and part.family != "inline"):
        return None
    closing, name, attributes, empty = match.groups()
    identity = IDENTITY.search(attributes)
    said = "" if identity is None else identity[1] or identity[2] or ""
    return _known(part, name, closing, said, attributes, empty)


def _known(part: Part, name: str, closing: str, identity: str, attributes: str, empty: str) -> Tag:
    lower = name.lower()
    if lower in HALVES:
        pair, closes = HALVES[lower]
        return Tag(part, pair, "close" if closes else "open", identity, attributes)
    kind = "close" if closing else "empty" if empty or lower in VOID else "open"
    return Tag(part, lower, kind, identity, attributes)


def unpaired(found: Iterable[Tag]) -> list[tuple[Tag, str]]:
    """Tags that break the nesting, with the pair that is still open there; an open one at the end with an empty text."""
    stack: list[Tag] = []
    wrong: list[tuple[Tag, str]] = []
    for tag in found:
        if tag.kind == "open":
            stack.append(tag)
        elif tag.kind == "close":
            if stack and stack[-1].pair == tag.pair:
                stack.pop()
            elif any(one.pair == tag.pair for one in stack):
                wrong.append((tag, stack[-1].part.text))
                del stack[max(at for at, one in enumerate(stack) if one.pair == tag.pair)]
            else:
                wrong.append((tag, ""))
    return [*wrong, *((tag, "") for tag in stack)]


def with_partners(found: Iterable[Tag]) -> list[tuple[Tag, Tag | None]]:
    """The tags in order, an opening one together with the one that closes it, where that is among them."""
    out: list[tuple[Tag, Tag | None]] = []
    for tag in found:
        at = next((at for at in reversed(range(len(out))) if _closed_by(*out[at], tag)), None)
        if at is None:
            out.append((tag, None))
        else:
            out[at] = (out[at][0], tag)
    return out


def _closed_by(opening: Tag, closing: Tag | None, tag: Tag) -> bool:
    return closing is None and (opening.kind, tag.kind) == ("open", "close") and opening.pair == tag.pair


def unlike(missing: Iterable[Tag], extra: Iterable[Tag]) -> Iterator[Hit]:
    """What a check says of the tags that the target lacks and of those that the source has not; a pair is one finding."""
    for tag, partner in with_partners(extra):
        yield Hit(Span(tag.part.start, tag.part.end), f"The source has no {_shown(tag, partner)} here.", confidence=0.9)
    for tag, partner in with_partners(missing):
        span = Span(tag.part.start, tag.part.end, "source")
        yield Hit(span, f"The target lacks {_shown(tag, partner)}.", confidence=0.9)


def _shown(tag: Tag, partner: Tag | None) -> str:
    texts = [one.part.text for one in (tag, partner) if one]
    return " and ".join(text if len(text) <= 40 else f"{text[:39]}…" for text in texts)
