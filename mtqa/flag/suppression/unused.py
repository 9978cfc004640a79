"""Suppressions that suppress nothing: the translation was mended, the check learned better, or somebody mistyped."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mtqa.flag.suppression.apply import COMMENT
from mtqa.flag.suppression.comment import Comment, commented
from mtqa.flag.suppression.entry import Entry, Place
from mtqa.frames import segment_names

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
    seen = Unused(entries, ran, used_by(suppressed))
    seen.add(segments)
    return seen.sentences(suppressed)


def used_by(suppressed: pd.DataFrame) -> set[str]:
    """What suppressed something: names of entries, and comments."""
    return {name for names in suppressed["by"] for name in names.split(", ")}


class Unused:
    """Sees a run's segments, some at a time, and says which suppressions were for nothing; keeps what has comments alone."""

    def __init__(self, entries: Sequence[Entry], ran: Collection[str], used: Collection[str] = ()) -> None:
        """Look for ``entries`` other than those whose names are known to be ``used``; ``ran`` are codes of checks."""
        self.ran = frozenset(ran)
        self.entries = [entry for entry in entries if entry.name not in used and entry.codes & self.ran]
        self.concerned: set[str] = set()
        self.there: set[str] = set()
        self.comments: dict[int, list[Comment]] = {}
        self.places: dict[int, tuple[str, int]] = {}
        self.names: dict[int, str] = {}
        self.rows = 0

    def add(self, segments: pd.DataFrame) -> None:
        """See the next segments."""
        concerned = list(dict.fromkeys(segments["document"]))
        self.concerned |= {entry.name for entry in self.entries if any(map(entry.is_about, concerned))}
        self.there |= set(_there([entry for entry in self.entries if entry.name not in self.there], segments))
        said = commented(segments)
        documents, numbers = (segments[name].tolist() for name in ("document", "segment"))
        self.comments |= {self.rows + row: found for row, found in said.items()}
        self.places |= {self.rows + row: (documents[row], numbers[row]) for row in said}
        names = segment_names(segments.iloc[list(said)])
        self.names |= {self.rows + row: name for row, name in zip(said, names, strict=True)}
        self.rows += len(segments)

    def sentences(self, suppressed: pd.DataFrame) -> list[str]:
        """A sentence for each suppression that is not the reason of one of those that are ``suppressed``."""
        used = used_by(suppressed)
        left = [entry for entry in self.entries if entry.name in self.concerned and entry.name not in used]
        return [*map(self._of_entry, left), *self._of_comments(suppressed)]

    def _of_entry(self, entry: Entry) -> str:
        why = GONE if entry.name in self.there else ELSEWHERE
        return f"Suppression {entry.number} ({_described(entry)}) matches nothing: {why}."

    def _of_comments(self, suppressed: pd.DataFrame) -> Iterator[str]:
        """A sentence a comment; neighbours with the same comments are one unit of their file, of which one segment will do."""
        columns = [suppressed[name].tolist() for name in ("document", "segment", "code", "by")]
        used = {tuple(where) for *where, names in zip(*columns, strict=True) if COMMENT in names.split(", ")}
        for rows, said in _runs(self.comments, self.places):
            for comment in said:
                known = comment.codes & self.ran
                if comment.codes and not known:
                    continue  # its checks did not run
                if not any((*self.places[row], code) in used for row in rows for code in known):
                    yield _of_comment(comment, self.places[rows[0]][0], self.names[rows[0]])


def _there(entries: Sequence[Entry], segments: pd.DataFrame) -> Iterator[str]:
    """The names of the entries whose texts some segment has."""
    names = ("document", "source", "target")
    columns = [segments[name].tolist() if name in segments else [""] * len(segments) for name in names]
    known = dict(zip(names, map(frozenset, columns), strict=True))
    for entry in entries:
        possible = all(text in known[side] for side, text in entry.exact.items() if side in known)
        if possible and any(entry.fits(Place(*texts), ("source", "target")) for texts in zip(*columns, strict=True)):
            yield entry.name


def _described(entry: Entry) -> str:
    texts = [*entry.exact.values(), *(pattern.pattern for pattern in entry.patterns.values())]
    said = next(iter(reversed(texts)), entry.document)
    said = said if len(said) <= SHORT else said[: SHORT - 1] + "…"
    return f"{entry.check}, „{said}“" if said else entry.check


def _runs(
    said: dict[int, list[Comment]], places: Mapping[int, tuple[str, int]]
) -> Iterator[tuple[list[int], list[Comment]]]:
    rows: list[int] = []
    for row in sorted(said):
        if rows and (row != rows[-1] + 1 or said[row] != said[rows[-1]] or places[row][0] != places[rows[-1]][0]):
            yield rows, said[rows[-1]]
            rows = []
        rows.append(row)
    if rows:
        yield rows, said[rows[-1]]


def _of_comment(comment: Comment, document: str, segment: str) -> str:
    why = f"{comment.selector} finds nothing there" if comment.codes else "no check has that name"
    return f"A comment in {document}, segment {segment}, ignores {comment.selector} for nothing: {why}; remove it."
