"""The findings that matter most, with the words around them, for reports that show only a few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mtqa.data import Severity
from mtqa.frames import names_of
from mtqa.report.cells import clip, line
from mtqa.report.tables import records

if TYPE_CHECKING:
    from mtqa.report.base import Results

LONGEST = 160
"""How many characters of a finding's own words an excerpt holds; the rest is cut out of their middle."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words on one line with what stands before and after them; … where the text goes on."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding to be shown; ``other`` is what stands about there on the other side, ``segment`` the segment's name."""

    row: dict[str, Any]
    segment: str
    excerpt: Excerpt
    other_side: str
    other: str


def worst(results: Results, limit: int, around: int) -> list[Shown]:
    """The ``limit`` most severe findings, the costliest and surest first, with ``around`` characters on each side."""
    ranks = {severity.value: severity.rank for severity in Severity}
    found = results.findings
    keys = list(zip(found["severity"], found["penalty"], found["confidence"], strict=True))
    order = sorted(range(len(found)), key=lambda i: (-ranks[keys[i][0]], -keys[i][1], -keys[i][2], i))[:limit]
    rows = records(found.iloc[order])
    wanted = {(row["document"], row["segment"]) for row in rows}
    places = zip(results.segments["document"].tolist(), results.segments["segment"].tolist(), strict=True)
    texts = {place: index for index, place in enumerate(places) if place in wanted}
    names = names_of(results.segments, wanted)
    return [
        _shown(row, names.get(place, str(place[1])), _texts(results, texts.get(place)), around)
        for row in rows
        for place in [(row["document"], row["segment"])]
    ]


def _texts(results: Results, index: int | None) -> dict[str, str]:
    if index is None:
        return {}
    row = results.segments.iloc[index]
    return {side: row[side] if isinstance(row[side], str) else "" for side in ("target", "source", "reference")}


def _shown(row: dict[str, Any], name: str, texts: dict[str, str], around: int) -> Shown:
    other = "target" if row["side"] == "source" else "source" if texts.get("source") else "reference"
    text = texts.get(row["side"]) or row["text"] or ""
    opposite = _opposite(texts.get(other, ""), (row["start"] + row["end"]) / max(2 * len(text), 1), around)
    return Shown(row, name, excerpt(text, row["start"], row["end"], around), other, opposite)


def _opposite(text: str, share: float, around: int) -> str:
    """The part of the other side's text that stands as far into it as the finding into its own, as a rough guide."""
    if len(text) <= 2 * around:
        return line(text)
    middle = min(max(round(len(text) * share), around), len(text) - around)
    found = excerpt(text, middle, middle, around)
    return (found.before + found.after).strip()


def excerpt(text: str, start: int, end: int, around: int) -> Excerpt:
    """The words at ``start`` to ``end`` of ``text`` with up to ``around`` characters on each side, at word borders."""
    before, words, after = text[:start], text[start:end], text[end:]
    return Excerpt(_tail(_inner(before), around), _middle(_inner(words)), _head(_inner(after), around))


def _inner(text: str) -> str:
    """The text on one line, with a single space kept at either end where there was one."""
    inner = line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"


def _middle(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2
    return f"{words[:half].rstrip()} […] {words[-half:].lstrip()}"


def _head(text: str, limit: int) -> str:
    return text if len(text) <= limit else clip(text, limit)


def _tail(text: str, limit: int) -> str:
    return text if len(text) <= limit else clip(text[::-1], limit)[::-1]
