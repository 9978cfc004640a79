"""The evaluation as tables of words, for pages to lay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.evaluate.evaluation import MEASURES, SPANS, Evaluation
from mtqa.evaluate.reliability import Bin
from mtqa.evaluate.said import number, percent, told, with_interval


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, what it says, its header, and its rows, of which the first cell is the name."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(found: Evaluation) -> Iterator[Table]:
    """The tables that have something to say, in reading order."""
    yield _scores(found)
    if found.differences:
        yield _differences(found)
    yield _spans(found)
    if found.confidence:
        yield _confidence(found)
    if found.quality:
        yield _quality(found)


def _confidence(found: Evaluation) -> Table:
    head = ("Confidence", "Findings", "Promised", "Marked by a judge", "95 %", "Spans put anywhere")
    rows = tuple((_range(one, 1), *_shares(one), percent(one.chance)) for one in found.confidence)
    note = "A finding counts as marked where it touches what any judge held to be wrong."
    return Table("How far to trust a finding’s confidence", note, head, rows)


def _quality(found: Evaluation) -> Table:
    head = ("Quality", "Translations", "Mean", "People’s mean", "95 %")
    rows = tuple((_range(one, 0), f"{one.count:,}", *_points(one)) for one in found.quality)
    note = (
        "A tenth of the translations a row, the worst first; people’s scores on 0–100 (MQM: 100 less four for each "
        "penalty point)."
    )
    return Table("What quality means on people’s scale", note, head, rows)


def _range(one: Bin, decimals: int) -> str:
    return f"{number(one.low, decimals)} to {number(one.high, decimals)}"


def _points(one: Bin) -> tuple[str, ...]:
    low, high = one.interval
    return number(one.promised, 1), number(one.kept, 1), f"{number(low, 1)} to {number(high, 1)}"


def _scores(found: Evaluation) -> Table:
    used = [name for name in MEASURES if any(told(one.measures[name]) for one in found.scores)]
    head = ("Score", "n", *(MEASURES[name][0] for name in used))
    rows = tuple(
        (one.label, f"{one.count:,}", *(with_interval(one.measures[name]) for name in used)) for one in found.scores
    )
    note = "; ".join(f"{MEASURES[name][0]}: {MEASURES[name][1]}" for name in used)
    return Table("Scores against people", f"{note}." if note else "", head, rows)


def _differences(found: Evaluation) -> Table:
    first = found.differences[0]
    used = [name for name in first.measures if any(told(one.measures[name]) for one in found.differences)]
    head = ("Quality minus", "n", *(MEASURES[name][0] for name in used))
    rows = tuple(
        (one.label, f"{one.count:,}", *(with_interval(one.measures[name]) for name in used))
        for one in found.differences
    )
    return Table(
        "Quality beside simple peers", "Where an interval leaves out 0 the difference is hardly chance.", head, rows
    )


def _spans(found: Evaluation) -> Table:
    rows = tuple(
        (SPANS[name][0], with_interval(one, 3), SPANS[name][1]) for name, one in found.spans.items() if told(one)
    )
    return Table("Findings against what judges marked", "", ("Measure", "Value", "Meaning"), rows)


def _shares(one: Bin) -> tuple[str, ...]:
    low, high = one.interval
    return f"{one.count:,}", percent(one.promised), percent(one.kept), f"{percent(low)} to {percent(high)}"
