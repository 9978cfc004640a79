"""The end of a batch as lines for a terminal: verdicts counted, the worst documents named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mtqa.report.bands import WORST_TONES, points, tone
from mtqa.report.cells import clip, counted, line
from mtqa.report.cells import width as columns
from mtqa.report.pen import Pen
from mtqa.report.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

WORST = 5
NAME = 44


def batch_lines(
    documents: pd.DataFrame, failed: int, again: int, *, width: int = 80, colour: bool = False
) -> Iterator[str]:
    """The lines; ``documents`` as the run has them, ``failed`` could not be judged, ``again`` were not done already."""
    pen = Pen(width, colour=colour)
    yield pen.paint(", ".join(filter(None, [
        counted(len(documents), "document"), counted(int(documents["segments"].sum()), "segment"),
        f"{failed:,} not judged" if failed else "", "nothing was to do" if not again else "",
    ])), "bold")  # fmt: skip
    rows = sorted(records(documents), key=_worst_first)
    tally: dict[str, int] = {}
    for row in rows:
        tally[row["verdict"] or "not judged"] = tally.get(row["verdict"] or "not judged", 0) + 1
    if tally:
        yield ", ".join(f"{pen.paint(f'{number:,} {verdict}', tone(verdict))}" for verdict, number in tally.items())
    worst = [row for row in rows if tone(row["verdict"] or "") in {"bad", "poor", "fair"}][:WORST]
    if worst:
        yield ""
        yield f"{'The worst':<{NAME}}  {'quality':>7}  {'MQM':>4}  major"
        yield from (_row(row, pen) for row in worst)


def _worst_first(row: dict[str, Any]) -> tuple[int, float, str]:
    quality = row["score.quality"]
    return WORST_TONES.index(tone(row["verdict"] or "")), 101.0 if quality is None else quality, row["document"]


def _row(row: dict[str, Any], pen: Pen) -> str:
    name = clip(line(row["document"]), NAME)
    numbers = ("–" if row[key] is None else points(row[key]) for key in ("score.quality", "mqm"))
    quality, mqm = numbers
    graver = int(row["critical"]) + int(row["major"])
    shade = tone(row["verdict"] or "")
    return (
        f"{name}{' ' * (NAME - columns(name))}  {quality:>7}  {mqm:>4}  {graver:>5}  {pen.paint(row['verdict'], shade)}"
    )
