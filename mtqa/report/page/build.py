"""The page's values out of the results of a run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from mtqa.data import DOUBTFUL
from mtqa.frames import names_of, segment_names
from mtqa.report.alignment import alignment_notes
from mtqa.report.bands import Band, band_of, label
from mtqa.report.page.charts import category_chart, category_name, histogram, severity_chart
from mtqa.report.page.highlight import Mark, anchors, pieces, spelled
from mtqa.report.page.view import DocumentView, FindingView, Page, SegmentView, SideView, SuppressedView
from mtqa.report.summary import Summary, summary
from mtqa.report.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mtqa.report.base import Results

SEGMENTS_SHOWN = 5000
"""Above this a browser gets slow and nobody reads on; the page says what it leaves to segments.csv."""

SUPPRESSED_SHOWN = 500
"""So many findings that are not reported are listed; all stand in report.json."""

Place = tuple[str, int]


class Whole(NamedTuple):
    """What charts count: the category and severity of every finding, and the quality of every segment."""

    kinds: list[tuple[str, str]]
    qualities: list[float | None]


def page(results: Results, limit: int = SEGMENTS_SHOWN, whole: Whole | None = None) -> Page:
    """The page of ``results`` with at most ``limit`` segments: the most penalised ones, then those of least quality.

    Of results that are too large for memory ``results`` has all documents and those segments, with their findings, and
    ``whole`` what is counted over all of them.
    """
    said = summary(results)
    shown = _shown(results, limit)
    rows = records(results.segments.iloc[shown])
    numbered = _numbered(records(results.findings), rows)
    documents, findings = _walk(rows, segment_names(results.segments.iloc[shown]), numbered, said)
    kinds, qualities = whole or Whole(
        list(zip(results.findings["category"].tolist(), results.findings["severity"].tolist(), strict=True)),
        _column(results.segments, "score.quality"),
    )
    return Page(
        summary=said,
        documents=documents,
        findings=findings,
        charts=(severity_chart(said.counts), category_chart(kinds)),
        qualities=histogram(qualities, said.bands),
        choices=_choices(findings, documents),
        notes=tuple(alignment_notes(results.segments)),
        segments_left=said.segments - len(rows),
        findings_left=said.findings - len(findings),
        suppressed=tuple(_suppressed(results)),
    )


def _suppressed(results: Results) -> Iterator[SuppressedView]:
    frame = results.documents
    langs = {row["document"]: row for row in records(frame[["document", "source_lang", "target_lang"]])}
    several = len(frame) > 1
    rows = records(results.suppressed.iloc[:SUPPRESSED_SHOWN])
    names = names_of(results.segments, {(row["document"], row["segment"]) for row in rows})
    for row in rows:
        name = names.get((row["document"], row["segment"]), f"row {row['segment']}")
        place = f"{row['document']}, {name}" if several else name
        lang = langs[row["document"]]["source_lang" if row["side"] == "source" else "target_lang"] or ""
        yield SuppressedView(
            spelled(row["text"] or ""), lang, row["check"], row["code"], place, row["reason"], row["by"]
        )


def _shown(results: Results, limit: int) -> list[int]:
    frame = results.segments
    if len(frame) <= limit:
        return list(range(len(frame)))
    costs: dict[Place, float] = {}
    found = results.findings
    for document, segment, cost in zip(found["document"], found["segment"], found["penalty"], strict=True):
        costs[document, segment] = costs.get((document, segment), 0.0) + cost
    places = zip(frame["document"].tolist(), frame["segment"].tolist(), strict=True)
    qualities = [101.0 if quality is None else quality for quality in _column(frame, "score.quality")]
    keys = [(-costs.get(place, -1.0), quality) for place, quality in zip(places, qualities, strict=True)]
    return sorted(sorted(range(len(frame)), key=keys.__getitem__)[:limit])


def _column(frame: pd.DataFrame, name: str) -> list[float | None]:
    if name not in frame:
        return [None] * len(frame)
    return [None if pd.isna(value) else float(value) for value in frame[name].tolist()]


def _numbered(found: list[dict[str, Any]], rows: Iterable[Mapping[str, Any]]) -> dict[Place, list[dict[str, Any]]]:
    """The findings of each shown segment in the order of the text, with ``number`` counting from 1 over the page."""
    places: dict[Place, list[dict[str, Any]]] = {(row["document"], row["segment"]): [] for row in rows}
    for row in found:
        places.get((row["document"], row["segment"]), []).append(row)
    number = 0
    for group in places.values():
        group.sort(key=lambda row: (row["side"] != "target", row["start"], -row["end"]))
        for row in group:
            number += 1
            row["number"] = number
    return places


def _walk(
    rows: list[dict[str, Any]], names: list[str], numbered: dict[Place, list[dict[str, Any]]], said: Summary
) -> tuple[tuple[DocumentView, ...], tuple[FindingView, ...]]:
    groups: dict[str, list[SegmentView]] = {name: [] for name in dict.fromkeys(row["document"] for row in rows)}
    indices = {name: index for index, name in enumerate(groups)}
    findings: list[FindingView] = []
    for row, called in zip(rows, names, strict=True):
        name = row["document"]
        anchor = f"s{indices[name]}-{row['segment']}"
        view, found = _segment(row, called, numbered[name, row["segment"]], anchor, said.bands)
        groups[name].append(view)
        findings += found
    lines = {line.name: line for line in said.documents}
    documents = [DocumentView(f"d{indices[name]}", name, lines.get(name), tuple(groups[name])) for name in groups]
    return tuple(documents), tuple(findings)


def _segment(
    row: dict[str, Any], name: str, found: list[dict[str, Any]], anchor: str, scale: tuple[Band, ...]
) -> tuple[SegmentView, list[FindingView]]:
    sides = {side: _side(row, side, found) for side in ("source", "reference", "target")}
    places = {number: place for side in sides.values() for number, place in anchors(side.pieces).items()}
    band = band_of(row.get("score.quality"), scale)
    view = SegmentView(
        anchor=anchor,
        name=name,
        scores=tuple((label(key), row[key]) for key in row if key.startswith("score.") and row[key] is not None),
        tone=band.tone if band else "plain",
        band=band.name if band else "",
        doubt=_doubt(row),
        moved=bool(row.get("moved")),
        bead=_bead(row["bead"]),
        against=tuple(sides[side] for side in ("source", "reference") if sides[side].pieces or side == "source"),
        target=sides["target"],
    )
    return view, [_finding(item, view, sides[item["side"]], places) for item in found]


def _side(row: dict[str, Any], side: str, found: list[dict[str, Any]]) -> SideView:
    text = row[side] or ""
    marks = [
        Mark(item["start"], item["end"], item["number"], item["severity"]) for item in found if item["side"] == side
    ]
    empty = {"target": "Not translated", "source": "Nothing in the source" if row["bead"] else ""}.get(side, "")
    lang = row["source_lang"] if side == "source" else row["target_lang"]
    return SideView(side, lang or "", tuple(pieces(text, marks)), "" if text.strip() else empty)


def _doubt(row: dict[str, Any]) -> int | None:
    """The aligner's confidence in percent where it is low; ``None`` where there is no reason to warn."""
    sure = row["alignment"] is None or row["alignment"] >= DOUBTFUL or row["bead"] == "pair"
    return None if sure else round(100 * row["alignment"])


def _bead(bead: str) -> str:
    source, _, target = (bead or "").partition("-")
    return "" if bead in {"", "pair", "1-1"} or not target else f"{source} : {target} sentences"


def _finding(row: dict[str, Any], segment: SegmentView, side: SideView, places: dict[int, int]) -> FindingView:
    return FindingView(
        number=row["number"],
        severity=row["severity"],
        category=row["category"],
        group=category_name(row["category"]),
        check=row["check"],
        code=row["code"],
        side=row["side"],
        lang=side.lang,
        words=spelled(row["text"] or ""),
        message=row["message"] or "",
        suggestion=row["suggestion"] or "",
        confidence=None if row["confidence"] is None else round(100 * row["confidence"]),
        segment=segment.name,
        segment_anchor=segment.anchor,
        place=places.get(row["number"], 0),
    )


def _choices(
    findings: tuple[FindingView, ...], documents: tuple[DocumentView, ...]
) -> dict[str, tuple[tuple[str, str, int], ...]]:
    categories = {finding.category: finding.group for finding in findings}
    checks = {finding.check: finding.check.replace("-", " ").capitalize() for finding in findings}
    places = {document.anchor: document.name for document in documents}
    return {
        "category": _counted(categories, [finding.category for finding in findings]),
        "check": _counted(checks, [finding.check for finding in findings]),
        "document": _counted(places, ["d" + finding.segment_anchor[1:].partition("-")[0] for finding in findings]),
    }


def _counted(labels: dict[str, str], values: list[str]) -> tuple[tuple[str, str, int], ...]:
    tally = Counter(values)
    return tuple((value, labels[value], tally[value]) for value in labels if tally[value])
