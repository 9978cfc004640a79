"""Segments to findings: each check looks at each segment, and what they saw is resolved to one finding a place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from mtqa.data import Finding
from mtqa.flag.base import Unit
from mtqa.flag.resolve import Candidate, candidate, resolve
from mtqa.mqm import penalty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mtqa.data import Segment
    from mtqa.flag.base import Check
    from mtqa.judge.evidence import Evidence, Floats
    from mtqa.pack.base import Pack


PRIOR = 5
"""Segments without an error that every document is given before its roughness is taken: a few rows prove nothing."""

ROUGH = 0.1
"""The roughness from which what is doubtful is believed: of good documents of eleven segments one in fifty reaches it."""

USUAL = 0.2
"""The roughness of the texts that the judge of rough texts learned from."""

LEAST, MOST = -1.0, 0.5
"""How far, in log-odds, the roughness of a document may move the chance that a word is wrong."""


def findings_of(
    segments: Iterable[Segment], checks: Sequence[Check], *, pack: Pack | None = None,
    evidence: Sequence[Evidence] | None = None, thorough: bool = False,
) -> Iterator[list[Finding]]:  # fmt: skip
    """The findings of each segment, in order of side and place; ``evidence`` has an entry a segment.

    What is sure runs first and tells how rough each document is; what is doubtful, and checks that need to know the
    roughness, have their say then. ``thorough`` takes every document for a rough one.
    """
    units = [
        Unit(segment, pack=pack, evidence=evidence[number] if evidence is not None else None)
        for number, segment in enumerate(segments)
    ]
    found = _seen(units, [check for check in checks if "roughness" not in check.needs])
    _tell_roughness(units, found, thorough=thorough)
    last = [check for check in checks if "roughness" in check.needs]
    if last:
        _suspect(units, pack)
        for candidates, more in zip(found, _seen(units, last), strict=True):
            candidates.extend(more)
    for unit, candidates in zip(units, found, strict=True):
        believed = [one for one in candidates if not one.hit.doubtful or unit.roughness >= ROUGH]
        yield [_finding(unit.segment, one) for one in (resolve(believed) if believed else [])]


def _seen(units: Sequence[Unit], checks: Sequence[Check]) -> list[list[Candidate]]:
    """What the checks see in each unit."""
    pairs: dict[tuple[str, str], list[Check]] = {}
    out = []
    for unit in units:
        pair = (unit.segment.target_lang, unit.segment.source_lang)
        if pair not in pairs:
            pairs[pair] = [check for check in checks if check.knows(*pair)]
        out.append([candidate(check, hit) for check in pairs[pair] if check.ready(unit) for hit in check.hits(unit)])
    return out


def _tell_roughness(units: Sequence[Unit], found: Sequence[Sequence[Candidate]], *, thorough: bool) -> None:
    """Give each unit the share of its document's segments that have a sure finding worth a penalty point or more."""
    segments = Counter(unit.segment.document for unit in units)
    rough = Counter(
        unit.segment.document for unit, candidates in zip(units, found, strict=True)
        if any(not one.hit.doubtful and penalty(one.severity, one.category) >= 1 for one in candidates)
    )  # fmt: skip
    for unit in units:
        name = unit.segment.document
        unit.roughness = 1.0 if thorough else rough[name] / (segments[name] + PRIOR)


def _suspect(units: Sequence[Unit], pack: Pack | None) -> None:
    """Tell the units of rough documents which words are suspicious, all at once."""
    rough = [(unit, unit.evidence) for unit in units if unit.roughness >= ROUGH and unit.evidence is not None]
    models = [row.model for _, row in rough if row.model is not None]
    if pack is None or not models:
        return
    found = models[0].suspicions([row for _, row in rough], pack)
    for (unit, _), chances in zip(rough, found, strict=True):
        unit.suspicion = _moved(chances, 0.0 if unit.roughness == 1.0 else log(unit.roughness / USUAL))


def _moved(chances: Floats, by: float) -> Floats:
    """The chances after their log-odds moved: where more is wrong, each word is likelier wrong (Saerens et al. 2002)."""
    odds = chances / np.maximum(1e-6, 1 - chances) * np.float32(exp(min(MOST, max(LEAST, by))))
    return np.asarray(odds / (1 + odds), np.float32)


def _finding(segment: Segment, one: Candidate) -> Finding:
    span, check = one.hit.span, one.check
    text = segment.target if span.side == "target" else segment.source
    return Finding(
        document=segment.document, segment=segment.number, check=check.name, code=check.code, category=one.category,
        severity=one.severity, side=span.side, start=span.start, end=span.end, text=text[span.start : span.end],
        message=one.hit.message, suggestion=one.hit.suggestion, confidence=round(one.hit.confidence, 4),
        penalty=penalty(one.severity, one.category),
    )  # fmt: skip


def placed(finding: Finding, starts: Mapping[str, int | None]) -> Finding:
    """The finding with its place in its side's document, if ``starts`` (side -> offset of the segment) has one."""
    start = starts.get(finding.side)
    if start is None:
        return finding
    return replace(finding, document_start=start + finding.start, document_end=start + finding.end)
