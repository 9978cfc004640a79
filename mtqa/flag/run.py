"""Segments to findings: each check looks at each segment, and what they saw is resolved to one finding a place."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.data import Finding
from mtqa.flag.base import CHECKS, Unit
from mtqa.flag.clear import clear_spans
from mtqa.flag.confidence import confidence
from mtqa.flag.doubt import doubted
from mtqa.flag.resolve import Candidate, candidate, resolve
from mtqa.flag.roughness import tell_roughness, tell_suspicions
from mtqa.flag.trigger import Triggers
from mtqa.mqm import penalty
from mtqa.text.view import Views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mtqa.data import Segment
    from mtqa.flag.base import Check
    from mtqa.judge.evidence import Evidence
    from mtqa.pack.base import Pack
    from mtqa.terms.base import Terms


def findings_of(
    segments: Iterable[Segment], checks: Sequence[Check], *, pack: Pack | None = None,
    evidence: Sequence[Evidence] | None = None, thorough: bool = False, terms: Terms | None = None,
) -> Iterator[list[Finding]]:  # fmt: skip
    """The findings of each segment, in order of side and place; ``evidence`` has an entry a segment.

    What is sure runs first; what is doubtful, and checks that need to know how rough each document is, have their say then.
    ``thorough`` lets them speak about every document.
    """
    views = Views()
    units = [
        Unit(
            segment,
            pack=pack,
            evidence=evidence[number] if evidence is not None else None,
            thorough=thorough,
            terms=terms,
            views=views,
        )
        for number, segment in enumerate(segments)
    ]
    for one, unit in pairwise(units):
        if one.segment.document == unit.segment.document:
            unit.before = one.segment.target
    found = seen(units, [check for check in checks if "roughness" not in check.needs])
    last = [check for check in checks if "roughness" in check.needs]
    others: list[list[Candidate]] = [[] for _ in units]
    if last or any(one.hit.doubtful for candidates in found for one in candidates):
        others = _tell(units, checks, found)
    if last:
        tell_suspicions(units, thorough=thorough)
        for candidates, more in zip(found, seen(units, last), strict=True):
            candidates.extend(more)
    for unit, candidates, more in zip(units, found, others, strict=True):
        believed = _believed(candidates, unit)
        known = _believed(more, unit) if believed else []
        yield [finding_of(unit.segment, one) for one in _resolved(believed, known)]


def _tell(
    units: Sequence[Unit], checks: Sequence[Check], found: Sequence[Sequence[Candidate]]
) -> list[list[Candidate]]:
    """Tell the units how rough their documents are, by the checks that are on by default, whatever the user chose to run.

    What those see that do not run is returned.
    """
    usual = telling()
    shared = {id(check) for check in usual} & {id(check) for check in checks}
    others = seen(units, [check for check in usual if id(check) not in shared])
    ours = [[one for one in candidates if id(one.check) in shared] for candidates in found]
    tell_roughness(units, [[*some, *more] for some, more in zip(ours, others, strict=True)])
    return others


def telling() -> list[Check]:
    """The checks whose findings tell how rough a document is."""
    return [check for check in CHECKS if check.default and "roughness" not in check.needs]


def _believed(candidates: Sequence[Candidate], unit: Unit) -> list[Candidate]:
    """Those to report: what is doubtful in a rough document, and where a phrase is clearly wrong."""
    if unit.rough or unit.thorough or not any(one.hit.doubtful for one in candidates):
        return list(candidates)
    clear = clear_spans(unit)
    return [one for one in candidates if not one.hit.doubtful or any(one.hit.span.overlaps(span) for span in clear)]


def _resolved(candidates: Sequence[Candidate], known: Sequence[Candidate]) -> list[Candidate]:
    """Those that stay; a suspicion yields to what is ``known`` of its place, be that to be reported or not."""
    kept = resolve(candidates) if candidates else []
    if not known or not any("roughness" in one.check.needs for one in kept):
        return kept
    there = {id(one) for one in resolve([*candidates, *known])}
    return [one for one in kept if id(one) in there or "roughness" not in one.check.needs]


def seen(units: Sequence[Unit], checks: Sequence[Check]) -> list[list[Candidate]]:
    """What the checks see in each unit."""
    if not checks:
        return [[] for _ in units]
    pairs: dict[tuple[str, str], Asked] = {}
    out = []
    for unit in units:
        pair = (unit.segment.target_lang, unit.segment.source_lang)
        if pair not in pairs:
            pairs[pair] = Asked([check for check in checks if check.knows(*pair)])
        out.append([candidate(check, hit) for check in pairs[pair].about(unit) for hit in check.hits(unit)])
    return out


class Asked:
    """Which of some checks to ask about a unit: those that it has all for that they need."""

    def __init__(self, checks: Sequence[Check]) -> None:
        """Hold checks that know the units' languages."""
        self.checks = checks
        self.triggers = Triggers([check.trigger for check in checks])
        self._having: dict[frozenset[str], int] = {}
        self._chosen: dict[int, tuple[Check, ...]] = {}

    def about(self, unit: Unit) -> tuple[Check, ...]:
        """The checks to ask, in their order."""
        met = self._ready(unit) & self.triggers.met(unit.source, unit.target)
        met = self.triggers.so(met, unit)
        if met not in self._chosen:
            self._chosen[met] = tuple(check for number, check in enumerate(self.checks) if met >> number & 1)
        return self._chosen[met]

    def _ready(self, unit: Unit) -> int:
        """The checks that have what they need, as the bits of a number."""
        if unit.has not in self._having:
            self._having[unit.has] = sum(1 << number for number, check in enumerate(self.checks) if check.ready(unit))
        return self._having[unit.has]


def finding_of(segment: Segment, one: Candidate) -> Finding:
    """The finding that a candidate of a segment becomes."""
    span, check = one.hit.span, one.check
    text = segment.target if span.side == "target" else segment.source
    finding = Finding(
        document=segment.document, segment=segment.number, check=check.name, code=check.code, category=one.category,
        severity=one.severity, side=span.side, start=span.start, end=span.end, text=text[span.start : span.end],
        message=one.hit.message, suggestion=one.hit.suggestion, confidence=confidence(check.code, round(one.hit.confidence, 4)),
        penalty=penalty(one.severity, one.category),
    )  # fmt: skip
    return doubted(finding, segment, check)


def placed(finding: Finding, starts: Mapping[str, int | None]) -> Finding:
    """The finding with its place in its side's document, if ``starts`` (side -> offset of the segment) has one."""
    start = starts.get(finding.side)
    if start is None:
        return finding
    return replace(finding, document_start=start + finding.start, document_end=start + finding.end)
