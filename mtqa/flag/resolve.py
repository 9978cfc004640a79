"""One place, one finding, the best explained.

What a reviewer wants to read at a place: the check that knows the reason rather than the general judgement, the graver
rather than the lesser finding, the surer, the longer. A long general finding (a garbled phrase) around a short precise
one (its misplaced hyphen) stays beside it, as long as most of it is not yet explained. A suspicion about the whole
segment goes where a finding on the other side names its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtqa.data import Severity
    from mtqa.flag.base import Check, Hit

EXPLAINED = 0.5
"""The share of a finding's characters that better findings must cover for it to be dropped."""

SUSPICION = 20
"""A check of this priority or less judges the whole, not a place."""


class Candidate(NamedTuple):
    """A hit of a check, with the severity and category that count."""

    check: Check
    hit: Hit
    severity: Severity
    category: str


def candidate(check: Check, hit: Hit) -> Candidate:
    """The hit with its own severity and category, or the check's."""
    return Candidate(check, hit, hit.severity or check.severity, hit.category or check.category)


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those of one segment that stay, by side and place."""
    kept: list[Candidate] = []
    for one in sorted(candidates, key=_merit):
        if not _explained(one, kept):
            kept.append(one)
    return sorted(kept, key=_place)


def _merit(one: Candidate) -> tuple[object, ...]:
    span = one.hit.span
    return (-one.check.priority, -one.severity.rank, -one.hit.confidence, span.start - span.end, *_place(one))


def _place(one: Candidate) -> tuple[object, ...]:
    span = one.hit.span
    return (span.side != "target", span.start, span.end, one.check.code, one.hit.message)


def _explained(one: Candidate, kept: list[Candidate]) -> bool:
    span = one.hit.span
    if any(other.hit.span.side != span.side and _says_the_same(one, other) for other in kept):
        return True
    over = [other.hit.span for other in kept if other.hit.span.overlaps(span) or other.hit.span == span]
    if not over:
        return False
    if any(other.check.code == one.check.code and other.hit.span.overlaps(span) for other in kept):
        return True
    covered = {place for other in over for place in range(max(other.start, span.start), min(other.end, span.end))}
    return len(covered) >= EXPLAINED * (span.end - span.start)


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    """Whether ``other`` names the place of what ``one`` only suspects: an omission, and a target that is too short."""
    return one.category == other.category and one.check.priority <= SUSPICION < other.check.priority
