"""Segments to findings: each check looks at each segment, and what they saw is resolved to one finding a place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mtqa.data import Finding
from mtqa.flag.base import Unit
from mtqa.flag.confidence import confidence
from mtqa.flag.resolve import Candidate, candidate, resolve
from mtqa.flag.roughness import tell_roughness, tell_suspicions
from mtqa.mqm import penalty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mtqa.data import Segment
    from mtqa.flag.base import Check
    from mtqa.judge.evidence import Evidence
    from mtqa.pack.base import Pack


def findings_of(
    segments: Iterable[Segment], checks: Sequence[Check], *, pack: Pack | None = None,
    evidence: Sequence[Evidence] | None = None, thorough: bool = False,
) -> Iterator[list[Finding]]:  # fmt: skip
    """The findings of each segment, in order of side and place; ``evidence`` has an entry a segment.

    What is sure runs first and tells how rough each document is; what is doubtful, and checks that need to know the
    roughness, have their say then. ``thorough`` lets them speak about every document.
    """
    units = [
        Unit(segment, pack=pack, evidence=evidence[number] if evidence is not None else None, thorough=thorough)
        for number, segment in enumerate(segments)
    ]
    found = seen(units, [check for check in checks if "roughness" not in check.needs])
    tell_roughness(units, found)
    last = [check for check in checks if "roughness" in check.needs]
    if last:
        tell_suspicions(units, thorough=thorough)
        for candidates, more in zip(found, seen(units, last), strict=True):
            candidates.extend(more)
    for unit, candidates in zip(units, found, strict=True):
        believed = [one for one in candidates if not one.hit.doubtful or unit.rough or thorough]
        yield [_finding(unit.segment, one) for one in (resolve(believed) if believed else [])]


def seen(units: Sequence[Unit], checks: Sequence[Check]) -> list[list[Candidate]]:
    """What the checks see in each unit."""
    pairs: dict[tuple[str, str], _Asked] = {}
    out = []
    for unit in units:
        pair = (unit.segment.target_lang, unit.segment.source_lang)
        if pair not in pairs:
            pairs[pair] = _Asked([check for check in checks if check.knows(*pair)])
        asked = pairs[pair].about(unit)
        out.append([candidate(check, hit) for check in asked if check.ready(unit) for hit in check.hits(unit)])
    return out


class _Asked:
    """Which of some checks to ask about a unit: those that any text may concern, and those that one of its words does."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self.checks = checks
        self.always = [number for number, check in enumerate(checks) if not check.triggers]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for number, check in enumerate(checks):
            for word in check.triggers:
                self.by_word[word].append(number)

    def about(self, unit: Unit) -> Iterator[Check]:
        """The checks to ask, in their order."""
        numbers = set(self.always)
        for word in self.by_word.keys() & unit.target.words:
            numbers.update(self.by_word[word])
        return (self.checks[number] for number in sorted(numbers))


def _finding(segment: Segment, one: Candidate) -> Finding:
    span, check = one.hit.span, one.check
    text = segment.target if span.side == "target" else segment.source
    return Finding(
        document=segment.document, segment=segment.number, check=check.name, code=check.code, category=one.category,
        severity=one.severity, side=span.side, start=span.start, end=span.end, text=text[span.start : span.end],
        message=one.hit.message, suggestion=one.hit.suggestion, confidence=confidence(check.code, round(one.hit.confidence, 4)),
        penalty=penalty(one.severity, one.category),
    )  # fmt: skip


def placed(finding: Finding, starts: Mapping[str, int | None]) -> Finding:
    """The finding with its place in its side's document, if ``starts`` (side -> offset of the segment) has one."""
    start = starts.get(finding.side)
    if start is None:
        return finding
    return replace(finding, document_start=start + finding.start, document_end=start + finding.end)
