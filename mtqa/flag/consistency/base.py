"""A check of a whole text: a collector that is shown each segment once and says at the end what disagrees.

    @document_check("TER101", category="terminology/inconsistent", severity=Severity.MINOR, examples=[...])
    def inconsistent_target(words: int) -> Collector:
        '''The same source is translated in two ways. ...'''

It is a :class:`mtqa.flag.base.Check` for everything that lists, selects or explains checks. In its examples each line is a
segment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

from mtqa.data import Segment, Severity, Span
from mtqa.flag.base import Check, Example, Hit, Unit
from mtqa.judge.evidence import gather

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A segment that collectors may keep: its texts and where it stands; ``order`` counts the rows of the run."""

    order: int
    document: str
    number: int
    target: str
    source: str
    target_lang: str
    source_lang: str
    target_start: int | None = None
    source_start: int | None = None


class Collector(Protocol):
    """What a check remembers of the rows of one text; in linear time, and no more than the findings need."""

    def add(self, row: Row, unit: Unit) -> None:
        """See a row; ``unit`` is gone after the call."""

    def hits(self) -> Iterator[tuple[Row, Hit]]:
        """What is wrong, when all rows were seen."""


@dataclass(frozen=True, slots=True)
class DocumentCheck(Check):
    """A check whose function makes a :class:`Collector` of its options; ``forced``: its severity is that of all it finds."""

    forced: bool = False

    def graded(self, severity: Severity) -> DocumentCheck:
        """The check with one severity for all that it finds."""
        return replace(self, severity=severity, forced=True)

    def ready(self, unit: Unit) -> bool:  # noqa: ARG002
        """Never: one segment alone agrees with itself."""
        return False

    def collector(self) -> Collector:
        """A fresh collector for one text."""
        made: Any = self.function(**self.options)
        collector: Collector = made
        return collector

    def fits(self, unit: Unit) -> bool:
        """Whether the unit has what the check needs, and its languages."""
        return self.needs <= unit.has and self.knows(unit.segment.target_lang, unit.segment.source_lang)

    def __call__(self, unit: Unit) -> list[Hit]:
        """What the check sees in a text of which each line is a segment."""
        collector, lines = self.collector(), list(_lines(unit.segment))
        evidence = gather([segment for segment, _ in lines], pack=unit.pack)
        for order, (segment, (at, source_at)) in enumerate(lines):
            one = Unit(segment, pack=unit.pack, evidence=evidence[order])
            if self.fits(one):
                collector.add(row_of(segment, order, at, source_at), one)
        return sorted((_moved(row, hit) for row, hit in collector.hits()), key=lambda hit: hit.span)


def row_of(segment: Segment, order: int, target_start: int | None = None, source_start: int | None = None) -> Row:
    """The row of a segment."""
    return Row(order, segment.document, segment.number, segment.target, segment.source, segment.target_lang,
               segment.source_lang, target_start, source_start)  # fmt: skip


def _lines(segment: Segment) -> Iterator[tuple[Segment, tuple[int, int]]]:
    targets, sources = segment.target.split("\n"), segment.source.split("\n")
    at = source_at = 0
    for number, target in enumerate(targets):
        source = sources[number] if number < len(sources) else ""
        yield replace(segment, target=target, source=source, number=number), (at, source_at)
        at, source_at = at + len(target) + 1, source_at + len(source) + 1


def _moved(row: Row, hit: Hit) -> Hit:
    start = (row.target_start if hit.span.side == "target" else row.source_start) or 0
    return replace(hit, span=Span(hit.span.start + start, hit.span.end + start, hit.span.side))


CollectorFactory = Callable[..., Collector]


def document_check(
    code: str, *, category: str, severity: Severity, examples: Sequence[Example], needs: Iterable[str] = (),
    target_langs: Iterable[str] = (), default: bool = True, options: dict[str, Any] | None = None,
) -> Callable[[CollectorFactory], DocumentCheck]:  # fmt: skip
    """Make a :class:`DocumentCheck` of the decorated factory of collectors; see :func:`mtqa.flag.base.check`."""

    def decorate(function: CollectorFactory) -> DocumentCheck:
        made: Any = function
        return DocumentCheck(
            code=code, name=made.__name__.replace("_", "-"), category=category, severity=severity, function=made,
            examples=tuple(examples), needs=frozenset(needs), target_langs=frozenset(target_langs), default=default,
            options=dict(options or {}),
        )  # fmt: skip

    return decorate


def digest(text: str) -> int:
    """64 bits that stand for a text, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def spaced(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def ranked(counts: dict[T, int], first: dict[T, int]) -> list[T]:
    """The variants, the most frequent first; of equals the one that came first in the text."""
    return sorted(counts, key=lambda one: (-counts[one], first[one]))


def sureness(majority: int, minority: int) -> float:
    """How likely the minority is a slip: a half where both are as frequent, up to 0.8 where nearly all agree."""
    return round(0.5 + 0.3 * (majority - minority) / (majority + minority + 1), 2)


def times(count: int) -> str:
    """``once``, ``twice``, ``5 times``."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def shown(text: str, most: int = 80) -> str:
    """The text in one line, shortened for a message."""
    line = spaced(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
