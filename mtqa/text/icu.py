"""The skeleton of ICU MessageFormat: ``{count, plural, one {# file} other {# files}}``.

The words inside the branches are language; the head, the branch names, the braces and ``#`` are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range

HEAD = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,\s*(?:offset:\d+\s*)?")
BRANCH = re.compile(r"\s*(?:=\d+|\w+)\s*\{")
END = re.compile(r"\s*\}")


def icu_parts(text: str) -> list[Range]:
    """The ranges of the skeleton's pieces, in order; none where the text has no complete plural or select message."""
    parts: list[Range] = []
    for head in HEAD.finditer(text):
        if not parts or head.start() >= parts[-1][1]:
            parts += _message(text, head) or []
    return sorted(parts)


def _message(text: str, head: re.Match[str]) -> list[Range] | None:
    """The pieces of the message that begins with ``head``, those of nested ones included; None if it does not end."""
    parts, position = [(head.start(), head.end())], head.end()
    while branch := BRANCH.match(text, position):
        close = _closing(text, branch.end())
        if close is None:
            return None
        parts += [branch.span(), *_inside(text, branch.end(), close), (close, close + 1)]
        position = close + 1
    end = END.match(text, position)
    return [*parts, end.span()] if end and len(parts) > 1 else None


def _closing(text: str, start: int) -> int | None:
    depth = 1
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return None


def _inside(text: str, start: int, end: int) -> Iterator[Range]:
    nested = [(start + low, start + high) for low, high in icu_parts(text[start:end])]
    yield from nested
    for match in re.finditer("#", text[start:end]):
        place = start + match.start()
        if not any(low <= place < high for low, high in nested):
            yield place, place + 1


class Message(NamedTuple):
    """A plural or select message: its variable, its kind, its head's place, and its branches as (key, text's place)."""

    variable: str
    kind: str
    head: Range
    branches: tuple[tuple[str, Range], ...]


def messages(text: str) -> list[Message]:
    """The complete messages of a text, each before those inside its branches."""
    out: list[Message] = []
    position = 0
    while head := HEAD.search(text, position):
        branches, position = _branches(text, head.end()), head.end()
        if branches:
            variable, kind, *_ = NAMES.findall(head.group())
            out.append(Message(variable, kind, head.span(), branches))
    return out


NAMES = re.compile(r"\w+")


def _branches(text: str, position: int) -> tuple[tuple[str, Range], ...]:
    found = []
    while branch := BRANCH.match(text, position):
        close = _closing(text, branch.end())
        if close is None:
            return ()
        found.append((branch.group().strip("{ \t\r\n"), (branch.end(), close)))
        position = close + 1
    return tuple(found) if END.match(text, position) else ()
