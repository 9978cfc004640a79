"""The charts' geometry; the template draws it as SVG. Widths are percentages, so type keeps its size on any screen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtqa.mqm import CATEGORIES
from mtqa.report.bands import Band, band_of
from mtqa.report.summary import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROW = 31
CATEGORIES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A coloured stretch of a bar: where it begins and how long it is, in percent."""

    x: float
    width: float
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled bar of one or more parts; ``y`` in pixels."""

    label: str
    value: int
    y: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and what it says in words, for those who do not see it."""

    name: str
    title: str
    description: str
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the histogram: segments with a quality from ``low`` to ``low + 10``."""

    low: int
    count: int
    height: float
    tone: str


def severity_chart(counts: Mapping[str, int]) -> Chart:
    """A bar for each severity, the worst on top."""
    most = max([1, *counts.values()])
    bars = [
        Bar(severity.capitalize(), count, ROW * row, (Part(0.0, _share(count, most), severity),))
        for row, (severity, count) in enumerate(counts.items())
    ]
    said = ", ".join(f"{count} {severity}" for severity, count in counts.items())
    return Chart("severity", "Findings by severity", f"{said}.", ROW * len(bars), tuple(bars))


def category_chart(found: Iterable[tuple[str, str]]) -> Chart:
    """A bar for each category of the (category, severity) pairs, divided by severity, the most frequent on top.

    Categories after the fourth are drawn as one bar that says how many they are.
    """
    tally: dict[str, Counter[str]] = {}
    for category, severity in found:
        tally.setdefault(category, Counter())[severity] += 1
    ranked = sorted(tally.items(), key=lambda item: (-item[1].total(), item[0]))
    rows = [(category_name(category), counts) for category, counts in _folded(ranked)]
    most = max([1, *(counts.total() for _, counts in rows)])
    bars = [Bar(name, counts.total(), ROW * row, _parts(counts, most)) for row, (name, counts) in enumerate(rows)]
    said = ", ".join(f"{bar.label} {bar.value}" for bar in bars) or "no findings"
    return Chart("category", "Findings by category", f"{said}.", ROW * len(bars), tuple(bars))


def _folded(ranked: Sequence[tuple[str, Counter[str]]]) -> list[tuple[str, Counter[str]]]:
    if len(ranked) <= CATEGORIES_SHOWN + 1:
        return list(ranked)
    rest = ranked[CATEGORIES_SHOWN:]
    return [*ranked[:CATEGORIES_SHOWN], (f"{len(rest)} other categories", sum((c for _, c in rest), Counter()))]


def _parts(counts: Counter[str], most: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    x = 0.0
    for severity in WORST_FIRST:
        if counts[severity]:
            parts.append(Part(round(x, 2), _share(counts[severity], most), severity))
            x += parts[-1].width
    return tuple(parts)


def _share(count: int, most: int) -> float:
    return round(100.0 * count / most, 2)


def histogram(qualities: Iterable[float | None], scale: tuple[Band, ...]) -> tuple[Column, ...]:
    """Ten columns of segment quality from 0 to 100, each in the tone of the band its middle lies in."""
    tally = Counter(min(9, int(quality // 10)) for quality in qualities if quality is not None)
    most = max([1, *tally.values()])
    return tuple(
        Column(low * 10, tally[low], round(100.0 * tally[low] / most, 2), _tone(low * 10.0 + 5.0, scale))
        for low in range(10)
    )


def _tone(quality: float, scale: tuple[Band, ...]) -> str:
    band = band_of(quality, scale)
    return band.tone if band else "plain"


def category_name(category: str) -> str:
    """``accuracy/mistranslation`` as a reader says it: Mistranslation; a text that is no category stays.

    What two branches have gets its branch: Terminology inconsistent, Style inconsistent.
    """
    branch, slash, kind = category.rpartition("/")
    if not slash:
        return category
    shared = sum(one.rpartition("/")[2] == kind for one in CATEGORIES) > 1
    return (f"{branch} {kind}" if shared else kind).replace("-", " ").capitalize()
