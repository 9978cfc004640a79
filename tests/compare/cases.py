"""Systems made for these tests: frames as a check gives them, with scores that chance or we decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.compare.base import System
from mtqa.compare.measures import Measure
from mtqa.data import Finding, Severity
from mtqa.frames import SEGMENTS, findings_frame
from mtqa.report.base import Results
from mtqa.summary import summarise


def system(name: str, rows: Sequence[dict[str, Any]], found: Sequence[Finding] = ()) -> System:
    """A system of rows (target, source, reference, bead, score.quality …) that are numbered from 0."""
    empty = {"document": "d", "source": "", "reference": "", "target_lang": "de", "source_lang": "en", "bead": "pair",
             "alignment": 1.0, "score.quality": 50.0, "score.adequacy": 50.0, "score.fluency": 50.0}  # fmt: skip
    segments = SEGMENTS.build({**empty, "segment": at, **row} for at, row in enumerate(rows))
    findings = findings_frame(found)
    return System(name, Results(segments, findings, summarise(segments, findings), {"version": "0"}))


def scored(name: str, qualities: Iterable[float]) -> System:
    """A table of four words a row with these qualities."""
    rows = [
        {"source": f"Sentence number {at} here.", "target": f"Satz Nummer {at} {name}.", "score.quality": float(value)}
        for at, value in enumerate(qualities)
    ]
    return system(name, rows)


def finding(
    segment: int, text: str, start: int, category: str = "accuracy/mistranslation", severity: str = "major"
) -> Finding:
    """A finding on the words ``text`` of a segment's target."""
    return Finding("d", segment, "wrong-sense", "ACC010", category, Severity(severity), "target", start, start + len(text), text,
                   f"„{text}“ is wrong.", penalty={"major": 5.0, "minor": 1.0}[severity])  # fmt: skip


def measure(values: npt.NDArray[np.float64]) -> Measure:
    """A mean over units, systems x units."""
    return Measure("quality", "Quality", "", values, np.ones_like(values))
