"""The end of a run as lines for a terminal: the verdict, the scores, the worst findings in their context."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.report.alignment import alignment_notes
from mtqa.report.bands import WORST_TONES, Band, points
from mtqa.report.cells import clip, counted, line, visible
from mtqa.report.cells import width as columns
from mtqa.report.page.highlight import spelled
from mtqa.report.pen import CLOSE, OPEN, Pen
from mtqa.report.summary import Score, Summary, summary
from mtqa.report.worst import Shown, worst

if TYPE_CHECKING:
    from mtqa.report.base import Results

BAR = 16
NAME = 30
DOCUMENTS_SHOWN = 12
NARROWEST = 40
REASONS_SHOWN, UNUSED_SHOWN = 5, 5
WITH_OUT = "in a report with --out"
"""Where what is not shown is to be had, when no report was written."""


def render(
    results: Results, *, width: int = 80, colour: bool = False, out_folder: str | Path | None = None, limit: int = 8
) -> str:
    """The lines to print after a run, none wider than ``width`` columns but for a long path, which is to be copied.

    ``limit`` is how many findings are shown, the worst first; the rest is counted. Without ``colour`` the text has no
    escape sequence at all and marked words stand in ⟦ ⟧. Control characters in the texts come out as pictures.
    """
    said = summary(results)
    pen = Pen(max(width, NARROWEST), colour=colour)
    blocks = [
        _verdict(said, pen),
        _scores(said, pen),
        _documents(said, pen, kept=out_folder is not None),
        _findings(results, said, pen, limit, kept=out_folder is not None),
        _suppressed(said, pen, kept=out_folder is not None),
        [
            row
            for text in alignment_notes(results.segments)
            for row in pen.wrap(f"Alignment: {text}", indent="  ", first="")
        ],
        [row for text in said.skipped for row in pen.wrap(f"Left out: {line(text)}", indent="  ", first="")],
        [f"Report: {line(str(_opened(out_folder)))}"] if out_folder is not None else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _opened(folder: str | Path) -> str | Path:
    """What a reader opens: the page, where there is one."""
    page = Path(folder) / "report.html"
    return page if page.is_file() else folder


def _verdict(said: Summary, pen: Pen) -> list[str]:
    verdict = (said.verdict or "not judged").upper()
    facts = f"{counted(said.segments, 'segment')}, {counted(said.words, 'word')}"
    title = clip(line(said.title), pen.width - columns(verdict) - 2)
    head = f"{pen.paint(verdict, said.tone)}  {pen.paint(title, 'bold')}"
    return [
        head,
        *pen.wrap(", ".join(filter(None, [said.languages, facts])), style="dim"),
        *pen.wrap(f"{said.meaning} {said.why}".strip()),
    ]


def _scores(said: Summary, pen: Pen) -> list[str]:
    scores = (*said.scores, said.mqm)
    name = max(9, *(min(columns(score.name), NAME) + 1 for score in scores))
    rows = [row for score in scores for row in _score(score, said.bands if score.name == "Quality" else (), pen, name)]
    if said.calibrated:
        rows += pen.wrap(line(said.calibrated), indent="  ", first="")
    if said.corpus:
        against = ", ".join(f"{score.name} {_number(score, 1)}" for score in said.corpus)
        rows += pen.wrap(f"Against the reference: {against}", indent="  ", first="")
    return rows


def _score(score: Score, scale: tuple[Band, ...], pen: Pen, name: int) -> list[str]:
    filled = round(BAR * min(max(score.value or 0.0, 0.0), 100.0) / 100)
    bar = "█" * filled + "·" * (BAR - filled)
    title = clip(line(score.name), name - 1)
    head = f"{title}{' ' * (name - columns(title))}{_number(score):>4}  {bar}  "
    note = " · ".join(f"{band.name} {band.low:.0f}" for band in reversed(scale) if band.low > 0)
    if score.name == "MQM":
        note = score.meaning
    rows = pen.wrap(note, indent=" " * len(head), first="") if note and pen.width > len(head) + 24 else [""]
    return [head + rows[0].strip(), *rows[1:]] if rows[0] else [head.rstrip()]


def _number(score: Score, decimals: int = 0) -> str:
    if score.value is None:
        return "–"
    return f"{score.value:.{decimals}f}" if decimals else points(score.value)


def _documents(said: Summary, pen: Pen, *, kept: bool) -> list[str]:
    if len(said.documents) < 2:
        return []
    ranked = sorted(said.documents, key=lambda each: WORST_TONES.index(each.tone))
    rows = []
    for each in ranked[:DOCUMENTS_SHOWN]:
        quality = _number(each.scores[0]) if each.scores else "–"
        verdict = f"{each.verdict or 'not judged':<12}"
        rows.append(f"{pen.paint(verdict, each.tone)} {quality:>4}  {clip(line(each.name), pen.width - 20)}")
    left = len(ranked) - len(rows)
    return [*rows, *([f"… and {left} more documents, {'in the report' if kept else WITH_OUT}"] if left else [])]


def _findings(results: Results, said: Summary, pen: Pen, limit: int, *, kept: bool) -> list[str]:
    if not said.findings:
        return ["No findings."]
    shown = worst(results, limit, around=pen.width)
    rows = _counts(said, pen)
    for item in shown:
        rows += ["", *_finding(item, pen, several=len(said.documents) > 1)]
    left = said.findings - len(shown)
    if left and shown:
        rows += [
            "",
            *pen.wrap(f"… and {left} more, {'in the report' if kept else f'{WITH_OUT} or with --limit'}", style="dim"),
        ]
    return rows


def _suppressed(said: Summary, pen: Pen, *, kept: bool) -> list[str]:
    """How many findings are not reported, why, and which suppressions match nothing."""
    rows = []
    if said.suppressed:
        reasons = "; ".join(f"{line(reason)} ({count})" for reason, count in said.reasons[:REASONS_SHOWN])
        more = "; …" if len(said.reasons) > REASONS_SHOWN else ""
        rows += pen.wrap(f"Suppressed: {counted(said.suppressed, 'finding')}: {reasons}{more}", indent="  ", first="")
    for sentence in said.unused[:UNUSED_SHOWN]:
        rows += pen.wrap(line(sentence), indent="  ", first="")
    left, where = len(said.unused) - UNUSED_SHOWN, "in the report" if kept else WITH_OUT
    return [*rows, *([f"… and {left} more suppressions that match nothing, {where}"] if left > 0 else [])]


def _counts(said: Summary, pen: Pen) -> list[str]:
    counts = {name: f"{count} {name}" for name, count in said.counts.items() if count}
    head = f"{counted(said.findings, 'finding')}: "
    plain = head + ", ".join(counts.values())
    if columns(plain) > pen.width:
        return pen.wrap(plain)
    return [head + ", ".join(pen.paint(text, name) for name, text in counts.items())]


def _finding(item: Shown, pen: Pen, *, several: bool) -> list[str]:
    row, found = item.row, item.excerpt
    place = f"segment\u00a0{clip(line(item.segment), NAME)}"  # never parted from its number
    place = f"{clip(line(row['document']), 30)}, {place}" if several else place
    head = f"{row['severity']}  {row['check']}  {row['code']}  {place}"
    words = _safe(found.words if found.words.strip() else spelled(found.words) or "‸")
    text = f"{_safe(found.before)}{OPEN}{words}{CLOSE}{_safe(found.after)}".strip()
    label = {"target": "", "source": "source: ", "reference": "reference: "}
    lines = pen.wrap(label[row["side"]] + text, indent="    ")
    if item.other:
        other = "translation: " if item.other_side == "target" else label[item.other_side]
        lines += pen.wrap(other + _safe(item.other), indent="    ", style="dim")
    lines += pen.wrap(_safe(line(row["message"] or "")), indent="    ")
    if row["suggestion"]:
        lines += pen.wrap(f"→ {_safe(line(row['suggestion']))}", indent="    ")
    return [pen.paint(part, row["severity"]) for part in pen.wrap(head, indent="  ", first="")] + lines


def _safe(text: str) -> str:
    return visible(text).replace(OPEN, "�").replace(CLOSE, "�")
