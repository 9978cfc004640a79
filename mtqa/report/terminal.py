"""The end of a run as lines for a terminal: the verdict, the scores, the worst findings in their context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.report.bands import WORST_TONES, Band
from mtqa.report.cells import clip, line, visible
from mtqa.report.cells import width as columns
from mtqa.report.page.highlight import spelled
from mtqa.report.summary import Score, Summary, summary
from mtqa.report.worst import Shown, worst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtqa.report.base import Results

OPEN, CLOSE = "\ue000", "\ue001"
"""Around words that are to be marked, from the private use area, taken out of every text beforehand."""

STYLES = {
    "critical": "1;35", "major": "1;31", "minor": "33", "neutral": "36", "good": "1;32", "fair": "1;36",
    "poor": "1;33", "bad": "1;31", "plain": "1", "bold": "1", "dim": "2", "words": "1;4",
}  # fmt: skip
"""Select Graphic Rendition parameters (ECMA-48, 8.3.117)."""

BAR = 16
DOCUMENTS_SHOWN = 12
NARROWEST = 40


def render(
    results: Results, *, width: int = 80, colour: bool = False, out_folder: str | Path | None = None, limit: int = 8
) -> str:
    """The lines to print after a run, none wider than ``width`` columns, ending in a line break.

    ``limit`` is how many findings are shown, the worst first; the rest is counted. Without ``colour`` the text has no
    escape sequence at all and marked words stand in ⟦ ⟧. Control characters in the texts come out as pictures.
    """
    said = summary(results)
    pen = Pen(max(width, NARROWEST), colour=colour)
    blocks = [
        _verdict(said, pen),
        _scores(said, pen),
        _documents(said, pen),
        _findings(results, said, pen, limit),
        [row for text in said.skipped for row in pen.wrap(f"Left out: {line(text)}", indent="  ", first="")],
        pen.wrap(f"Report: {line(str(out_folder))}", indent="  ", first="") if out_folder is not None else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


class Pen:
    """Lines of a width, with or without colour."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """Write lines of at most ``width`` columns."""
        self.width = width
        self.colour = colour

    def paint(self, text: str, style: str) -> str:
        """The text in a style of :data:`STYLES`; as it is without colour."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def wrap(self, text: str, *, indent: str = "", first: str | None = None, style: str = "") -> list[str]:
        """The text in lines that fit; what stands in :data:`OPEN` and :data:`CLOSE` is marked, the rest in ``style``."""
        lead = indent if first is None else first
        room = self.width - max(columns(indent), columns(lead))
        marked = False
        rows = []
        for number, row in enumerate(_lines(text, room, 0 if self.colour else 1)):
            painted, marked = self._marked(row, style, inside=marked)
            rows.append((indent if number else lead) + painted)
        return rows

    def _marked(self, row: str, style: str, *, inside: bool) -> tuple[str, bool]:
        """A row with its marks, and whether a mark is still open at its end."""
        if not self.colour:
            return row.replace(OPEN, "⟦").replace(CLOSE, "⟧"), False
        out = []
        for part in re.split(f"([{OPEN}{CLOSE}])", row):
            if part in {OPEN, CLOSE}:
                inside = part == OPEN
            elif part:
                out.append(self.paint(part, "words") if inside else self.paint(part, style) if style else part)
        return "".join(out), inside


def _lines(text: str, room: int, mark: int) -> Iterator[str]:
    """Rows of at most ``room`` columns, broken at spaces, or inside a word that is wider; a mark takes ``mark``."""

    def wide(piece: str) -> int:
        marks = piece.count(OPEN) + piece.count(CLOSE)
        return columns(piece) + marks * (mark - 1)

    row = ""
    for word in text.split(" "):
        if row and wide(f"{row} {word}") > room:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
        while wide(row) > room:
            cut = next(at for at in range(len(row), 0, -1) if at == 1 or wide(row[:at]) <= room)
            yield row[:cut]
            row = row[cut:]
    if row:
        yield row


def _verdict(said: Summary, pen: Pen) -> list[str]:
    verdict = (said.verdict or "not judged").upper()
    facts = f"{said.segments} segments, {said.words} words"
    title = clip(line(said.title), pen.width - columns(verdict) - 2)
    head = f"{pen.paint(verdict, said.tone)}  {pen.paint(title, 'bold')}"
    return [head, *pen.wrap(", ".join(filter(None, [said.languages, facts])), style="dim"), *pen.wrap(said.meaning)]


def _scores(said: Summary, pen: Pen) -> list[str]:
    rows = [
        row
        for score in (*said.scores, said.mqm)
        for row in _score(score, said.bands if score.name == "Quality" else (), pen)
    ]
    if said.corpus:
        against = ", ".join(f"{score.name} {_number(score, 1)}" for score in said.corpus)
        rows += pen.wrap(f"Against the reference: {against}", indent="  ", first="")
    return rows


def _score(score: Score, scale: tuple[Band, ...], pen: Pen) -> list[str]:
    filled = round(BAR * min(max(score.value or 0.0, 0.0), 100.0) / 100)
    bar = "█" * filled + "·" * (BAR - filled)
    head = f"{score.name:<9}{_number(score):>4}  {bar}  "
    note = " · ".join(f"{band.name} {band.low:.0f}" for band in reversed(scale) if band.low > 0)
    if score.name == "MQM":
        note = score.meaning
    rows = pen.wrap(note, indent=" " * len(head), first="") if note and pen.width > len(head) + 24 else [""]
    return [head + rows[0].strip(), *rows[1:]] if rows[0] else [head.rstrip()]


def _number(score: Score, decimals: int = 0) -> str:
    return "–" if score.value is None else f"{score.value:.{decimals}f}"


def _documents(said: Summary, pen: Pen) -> list[str]:
    if len(said.documents) < 2:
        return []
    ranked = sorted(said.documents, key=lambda each: WORST_TONES.index(each.tone))
    rows = []
    for each in ranked[:DOCUMENTS_SHOWN]:
        quality = _number(each.scores[0]) if each.scores else "–"
        verdict = f"{each.verdict or 'not judged':<12}"
        rows.append(f"{pen.paint(verdict, each.tone)} {quality:>4}  {clip(line(each.name), pen.width - 20)}")
    left = len(ranked) - len(rows)
    return [*rows, *([f"… and {left} more documents, in documents.csv"] if left else [])]


def _findings(results: Results, said: Summary, pen: Pen, limit: int) -> list[str]:
    if not said.findings:
        return ["No findings."]
    counts = [pen.paint(f"{count} {name}", name) for name, count in said.counts.items() if count]
    shown = worst(results, limit, around=pen.width)
    rows = [f"{said.findings} finding{'s' if said.findings > 1 else ''}: {', '.join(counts)}"]
    for item in shown:
        rows += ["", *_finding(item, pen, several=len(said.documents) > 1)]
    left = said.findings - len(shown)
    if left and shown:
        rows += ["", *pen.wrap(f"… and {left} more, in the report", style="dim")]
    return rows


def _finding(item: Shown, pen: Pen, *, several: bool) -> list[str]:
    row, found = item.row, item.excerpt
    place = f"{clip(line(row['document']), 30)}, segment {row['segment']}" if several else f"segment {row['segment']}"
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
