"""Suppressions that suppress nothing: the translation was mended, the check learned better, or somebody mistyped."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from mtqa.flag.suppression.apply import COMMENT
from mtqa.flag.suppression.comment import Comment, commented
from mtqa.flag.suppression.entry import Entry, Place

if TYPE_CHECKING:
    import pandas as pd

SHORT = 40
"""How many characters of a text a sentence quotes."""
GONE = "the check finds nothing like it any more; remove it"
ELSEWHERE = "no segment of this run has its texts; remove it, or say which document it is for"


def unused(
    segments: pd.DataFrame, suppressed: pd.DataFrame, entries: Sequence[Entry], ran: Collection[str]
) -> list[str]:
    """A sentence for each suppression that names no finding, in a run of the checks ``ran`` (codes).

    An entry is passed over where none of its checks ran or none of its documents was there.
    """
    used = {name for names in suppressed["by"] for name in names.split(", ")}
    documents = list(dict.fromkeys(segments["document"]))
    left = [
        entry for entry in entries
        if entry.name not in used and entry.codes & set(ran) and any(map(entry.is_about, documents))
    ]  # fmt: skip
    return [*_of_entries(left, segments), *_of_comments(segments, suppressed, ran)]


def _of_entries(entries: Sequence[Entry], segments: pd.DataFrame) -> Iterator[str]:
    names = ("document", "source", "target")
    columns = [segments[name].tolist() if name in segments else [""] * len(segments) for name in names]
    known = dict(zip(names, map(frozenset, columns), strict=True))
    for entry in entries:
        possible = all(text in known[side] for side, text in entry.exact.items() if side in known)
        there = possible and any(
            entry.fits(Place(*texts), ("source", "target")) for texts in zip(*columns, strict=True)
        )
        why = GONE if there else ELSEWHERE
        yield f"Suppression {entry.number} ({_described(entry)}) matches nothing: {why}."


def _described(entry: Entry) -> str:
    texts = [*entry.exact.values(), *(pattern.pattern for pattern in entry.patterns.values())]
    said = next(iter(reversed(texts)), entry.document)
    said = said if len(said) <= SHORT else said[: SHORT - 1] + "…"
    return f"{entry.check}, „{said}“" if said else entry.check


def _of_comments(segments: pd.DataFrame, suppressed: pd.DataFrame, ran: Collection[str]) -> Iterator[str]:
    """A sentence a comment; neighbours with the same comments are one unit of their file, of which one segment will do."""
    columns = [suppressed[name].tolist() for name in ("document", "segment", "code", "by")]
    used = {tuple(where) for *where, names in zip(*columns, strict=True) if COMMENT in names.split(", ")}
    places = list(zip(segments["document"].tolist(), segments["segment"].tolist(), strict=True))
    for rows, said in _runs(commented(segments), places):
        for comment in said:
            known = comment.codes & set(ran)
            if comment.codes and not known:
                continue  # its checks did not run
            if not any((*places[row], code) in used for row in rows for code in known):
                yield _of_comment(comment, *places[rows[0]])


def _runs(
    said: dict[int, list[Comment]], places: Sequence[tuple[str, int]]
) -> Iterator[tuple[list[int], list[Comment]]]:
    rows: list[int] = []
    for row in sorted(said):
        if rows and (row != rows[-1] + 1 or said[row] != said[rows[-1]] or places[row][0] != places[rows[-1]][0]):
            yield rows, said[rows[-1]]
            rows = []
        rows.append(row)
    if rows:
        yield rows, said[rows[-1]]


def _of_comment(comment: Comment, document: str, segment: int) -> str:
    why = f"{comment.selector} finds nothing there" if comment.codes else "no check has that name"
    return f"A comment in {document}, segment {segment}, ignores {comment.selector} for nothing: {why}; remove it."
