"""All consistency checks of a run: rows in by batches of any size, findings out at the end.

consistency = Consistency.of(settings.select, settings.ignore, settings.checks, "document")
for batch in batches:
consistency.add(batch, pack=pack, evidence=evidence)
findings = consistency.findings()
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.data import Finding, Segment
from mtqa.flag.base import Hit, Unit
from mtqa.flag.consistency.base import Collector, DocumentCheck, Row, row_of
from mtqa.flag.resolve import candidate
from mtqa.flag.run import finding_of, placed
from mtqa.flag.select import chosen
from mtqa.flag.versions import Sources
from mtqa.frames import findings_frame, segments_of
from mtqa.lang.base import short

if TYPE_CHECKING:
    from mtqa.flag.base import Check
    from mtqa.judge.evidence import Evidence
    from mtqa.pack.base import Pack

KeepRow = Callable[[Segment, int, int | None, int | None], Row]
"""How the row of a segment is kept: :func:`mtqa.flag.consistency.base.row_of`, or where memory is short a spool's."""

Key = tuple[str, str, str]
"""A text whose rows must agree: its document (empty for the whole run) and languages."""


class Consistency:
    """Remembers what its checks need of each row; the findings do not depend on how rows were batched."""

    def __init__(self, checks: Iterable[Check], scope: str = "document", row: KeepRow = row_of) -> None:
        """Ask those of ``checks`` that are about texts; ``scope``: ``document``, or ``run`` where all documents must agree."""
        self.checks = [one for one in checks if isinstance(one, DocumentCheck)]
        self.scope = scope
        self.row = row
        self.rows = 0
        self.collectors: dict[Key, dict[str, Collector]] = {}
        self.sources: dict[Key, Sources] = defaultdict(Sources)

    @classmethod
    def of(
        cls, select: Sequence[str] = (), ignore: Sequence[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None, scope: str = "document",
    ) -> Consistency:  # fmt: skip
        """With the checks that settings choose, as :func:`mtqa.flag.select.chosen` does."""
        return cls(chosen(select, ignore, options), scope)

    def add(
        self, segments: pd.DataFrame, *, pack: Pack | None = None, evidence: Sequence[Evidence] | None = None
    ) -> None:
        """See the rows of a segments frame; ``evidence`` has an entry a row where it was gathered."""
        if not self.checks:
            return
        starts = [_places(segments, name) for name in ("document_start", "source_start")]
        for number, segment in enumerate(segments_of(segments)):
            unit = Unit(segment, pack=pack, evidence=evidence[number] if evidence is not None else None)
            self._see(self.row(segment, self.rows + number, starts[0][number], starts[1][number]), unit)
        self.rows += len(segments)

    def _see(self, row: Row, unit: Unit) -> None:
        if unit.segment.stays:
            return
        key = (row.document if self.scope == "document" else "", short(row.source_lang), short(row.target_lang))
        self.sources[key].add(row.source)
        collectors = self.collectors.setdefault(key, {})
        for check in self.checks:
            if check.fits(unit):
                if check.code not in collectors:
                    collectors[check.code] = check.collector()
                collectors[check.code].add(row, unit)

    def findings(self) -> pd.DataFrame:
        """What disagrees, as a findings frame in order of row, side and place."""
        return findings_frame(finding for _, finding in self.found())

    def found(self) -> list[tuple[int, Finding]]:
        """The same as values, each with the number of its row, counted from 0 over all that were added.

        Of a text that is there in several translations nothing is said: they need not agree.
        """
        found = []
        for key, collectors in self.collectors.items():
            if self.sources[key].are_repeated:
                continue
            for check in self.checks:
                if check.code in collectors:
                    found += [
                        (_rank(row, hit), _finding(row, hit, check)) for row, hit in collectors[check.code].hits()
                    ]
        return [(rank[0], finding) for rank, finding in sorted(found, key=lambda item: item[0])]


def _rank(row: Row, hit: Hit) -> tuple[Any, ...]:
    return row.order, hit.span.side != "target", hit.span.start, hit.span.end, hit.message


def _finding(row: Row, hit: Hit, check: DocumentCheck) -> Finding:
    segment = Segment(row.target, row.source, document=row.document, number=row.number)
    found = finding_of(segment, candidate(check, replace(hit, severity=None) if check.forced else hit))
    return placed(found, {"target": row.target_start, "source": row.source_start})


def _places(frame: pd.DataFrame, name: str) -> list[int | None]:
    if name not in frame:
        return [None] * len(frame)
    return [None if pd.isna(value) else int(value) for value in frame[name]]
