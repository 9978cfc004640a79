"""The evaluation as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mtqa.evaluate.bootstrap import LEVEL, Estimate
from mtqa.evaluate.evaluation import SPANS, Evaluation
from mtqa.evaluate.said import facts, number, percent, sentences, told, with_interval
from mtqa.report.cells import clip, line
from mtqa.report.pen import Pen

SHOWN = ("pearson", "spearman", "kendall", "acc_eq")
HEADS = ("Pearson", "Spearman", "Kendall", "acc_eq")
NAME = 12
CELL = 17
WIDTH = 80


def render(found: Evaluation, *, width: int = 80, colour: bool = False, out_folder: str | Path | None = None) -> str:
    """The lines to print after an evaluation, none wider than ``width`` columns (80 at least) but for a long path."""
    pen = Pen(max(width, 80), colour=colour)
    blocks = [
        [
            pen.paint(f"EVALUATION  {clip(line(found.name), pen.width - 12)}", "bold"),
            *pen.wrap(facts(found), style="dim"),
        ],
        [row for text in sentences(found) for row in pen.wrap(text, indent="  ", first="")],
        list(_scores(found)),
        list(_differences(found)),
        list(_systems(found, pen)),
        list(_spans(found, pen)),
        list(_confidence(found)),
        [row for text in found.notes for row in pen.wrap(f"Note: {line(text)}", indent="  ", first="")],
        [f"Report: {line(str(Path(out_folder) / 'evaluation.html'))}"] if out_folder is not None else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _row(name: str, cells: Sequence[str]) -> str:
    """A name and its cells; a name that is too long for its column has a line of its own."""
    lines = f"{clip(name, WIDTH)}\n{'':<{NAME}}" if len(name) >= NAME else f"{name:<{NAME}}"
    return (lines + "".join(f"{cell:<{CELL - 1}} " for cell in cells)).rstrip()


def _scores(found: Evaluation) -> Iterator[str]:
    yield _row("", HEADS)
    for one in found.scores:
        yield _row(one.label, [with_interval(one.measures[name]) for name in SHOWN])
    for one in found.scores:
        if 0 < one.count < found.compared:
            yield f"{one.label}: on {one.count:,} of {found.compared:,} translations."
    if found.resamples:
        yield f"In brackets: {LEVEL} % intervals of {found.resamples:,} bootstrap resamples."


def _differences(found: Evaluation) -> Iterator[str]:
    if found.differences:
        yield "Quality minus its peers, on the same translations"
    for one in found.differences:
        yield _row(
            f"  {one.label}", [with_interval(one.measures[name]) if name in one.measures else "" for name in SHOWN]
        )


def _systems(found: Evaluation, pen: Pen) -> list[str]:
    known = [(one.label, one.measures["systems"]) for one in found.scores]
    said = ", ".join(f"{label} {with_interval(one)}" for label, one in known if told(one))
    return pen.wrap(f"Pairs of systems ranked as people rank them: {said}.", indent="  ", first="") if said else []


def _spans(found: Evaluation, pen: Pen) -> Iterator[str]:
    known: list[tuple[str, Estimate]] = [(SPANS[name][0], one) for name, one in found.spans.items() if told(one)]
    if known:
        yield pen.paint("Findings against judges", "bold")
    for label, one in known:
        yield f"{label:<26}{with_interval(one, 3)}"


def _confidence(found: Evaluation) -> Iterator[str]:
    if found.confidence:
        yield f"{'Confidence':<14}{'findings':>9}{'promised':>10}{'marked':>8}   {'95 %':<15}{'by chance':>9}"
    for one in found.confidence:
        low, high = one.interval
        cells = f"{one.count:>9,}{percent(one.promised):>10}{percent(one.kept):>8}   {percent(low) + ' to ' + percent(high):<15}"
        yield f"{number(one.low, 1)} to {number(one.high, 1):<7}{cells}{percent(one.chance):>9}"
