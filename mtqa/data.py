"""The values that stages exchange: frozen, standard library only.

All offsets are half-open and count Python characters of the text as it was read.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Side = Literal["target", "source", "reference"]


class Severity(enum.StrEnum):
    """How much a finding hurts, in MQM's four steps; ordered from neutral to critical."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral … 3 for critical."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters on one side of a segment."""

    start: int
    end: int
    side: Side = "target"

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0: found {self.start}-{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character of the same side."""
        return self.side == other.side and self.start < other.end and other.start < self.end


Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge of the user's says of a target: each word's place there, and its chance of being wrong."""

    judge: str
    words: tuple[Range, ...]
    chances: tuple[float, ...]


DOUBTFUL = 0.7
"""The aligner's confidence below which a reader is warned: of such beads fewer than two in three are right."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much room a target has; 0 is no limit. ``chars`` without inline codes, ``size`` in bytes of ``encoding``.

    ``line_break``: what a line break is stored as (ITS 2.0, storage size); it counts in ``size``.
    """

    chars: int = 0
    size: int = 0
    lines: int = 0
    encoding: str = "utf-8"
    line_break: str = "\n"


def stays(text: str, ranges: Iterable[Range]) -> bool:
    """Whether the ranges hold all of the text but white space: words that must not be translated, and inline codes."""
    end = 0
    for low, high in sorted(ranges):
        if text[end:low].strip():
            return False
        end = max(end, high)
    return not text[end:].strip()


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit being judged: a target with the source and/or reference that it should say the same as.

    ``target_markup`` and ``source_markup`` are the character ranges that a reader (TMX, XLIFF) knows to be inline
    codes. ``alignment`` is the aligner's confidence in 0..1, 1 for ready pairs; ``bead`` is ``1-2`` for n source and m
    target sentences, ``pair`` for ready pairs. ``moved`` counts the segments of a passage that stands elsewhere in the
    target than in the source, from 1; 0 for one that does not.

    ``target_terms`` and ``source_terms`` are ranges that must not be translated (``<mrk translate="no">``). ``syntax``
    says what file of strings the segment is from and what the file says of its placeholders (``po c-format``); ``state``
    is the file's own word for how far the translation is (``fuzzy``, ``needs-translation``). ``forms`` are the
    translations of all plural forms, where there are several, and ``form`` is which of them this one is.
    """

    target: str
    source: str = ""
    reference: str = ""
    target_lang: str = ""
    source_lang: str = ""
    document: str = ""
    number: int = 0
    alignment: float = 1.0
    bead: str = "pair"
    target_markup: tuple[Range, ...] = ()
    source_markup: tuple[Range, ...] = ()
    target_terms: tuple[Range, ...] = ()
    source_terms: tuple[Range, ...] = ()
    syntax: str = ""
    state: str = ""
    limits: Limits = Limits()
    forms: tuple[str, ...] = ()
    form: int = 0
    moved: int = 0

    @property
    def context(self) -> Literal["prose", "pair", "strings"]:
        """Where it stands: in a running text, in a table of pairs, or in a file of software strings."""
        if self.syntax:
            return "strings"
        return "pair" if self.bead == "pair" else "prose"

    @property
    def stays(self) -> bool:
        """Whether the file says that nothing of it is to be translated."""
        return stays(self.source, (*self.source_terms, *self.source_markup)) if self.source_terms else False

    @property
    def doubtful(self) -> bool:
        """Whether source and target may not belong together."""
        return self.bead != "pair" and self.alignment < DOUBTFUL


@dataclass(frozen=True, slots=True)
class Bead:
    """n source sentences that an aligner holds against m target sentences (one side may be empty).

    ``moved`` counts the beads of a passage that stands elsewhere in the target than in the source, from 1; 0 is in order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One error that a check saw, at its place; ``start``/``end`` count within the segment's text on ``side``."""

    document: str
    segment: int
    check: str
    code: str
    category: str
    severity: Severity
    side: Side
    start: int
    end: int
    text: str
    message: str
    suggestion: str = ""
    confidence: float = 1.0
    penalty: float = 0.0
    document_start: int | None = None
    document_end: int | None = None
