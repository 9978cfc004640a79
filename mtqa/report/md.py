"""A Markdown summary to paste into a pull request or a ticket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtqa.report.bands import points
from mtqa.report.base import Report, Results
from mtqa.report.cells import counted, line
from mtqa.report.summary import Score, Summary, summary
from mtqa.report.worst import Shown, worst

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

FINDINGS_SHOWN = 20
DOCUMENTS_SHOWN = 50
AROUND = 45

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
CALLS = re.compile(r"@(?=\w)|#(?=\d)|(?<=\w)(?=://)|(?<=www)(?=\.)")
"""Where a forge would ping somebody or make a link of a text that we only quote."""


def write(results: Results, folder: Path) -> None:
    """``report.md`` in ``folder``."""
    (folder / "report.md").write_bytes(markdown(results).encode("utf-8", "replace"))


def markdown(results: Results) -> str:
    """The summary in GitHub's Markdown. Texts of the translation are escaped; what is left out is counted."""
    said = summary(results)
    blocks = [
        _top(said),
        _scores(said),
        escape(said.calibrated),
        _documents(said),
        _counts(said),
        _findings(worst(results, FINDINGS_SHOWN, AROUND), said),
        _suppressed(said),
        _list("Left out", said.skipped),
        " · ".join(f"{name}: {escape(text)}" for name, text in said.made),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """The text on one line, so that Markdown shows it as it is and nobody is called by it."""
    return SPECIAL.sub(r"\\\1", CALLS.sub(lambda match: f"{match.group()}\u2060", line(text)))


def _top(said: Summary) -> str:
    counts = ((said.segments, "segment"), (said.words, "word"), (said.findings, "finding"))
    facts = [said.languages, *(counted(*one) for one in counts)]
    verdict = (said.verdict or "not judged").capitalize()
    meaning = f"{said.meaning} {said.why}".strip()
    return f"## {verdict}: {escape(said.title)}\n\n{meaning}\n\n{' · '.join(fact for fact in facts if fact)}"


def _scores(said: Summary) -> str:
    own = [(score.name, _number(score), escape(score.meaning)) for score in (*said.scores, said.mqm)]
    corpus = [(score.name, f"{score.value:.1f}", escape(score.meaning)) for score in said.corpus]
    return _table(("Score", "0–100", "Meaning"), own + corpus)


def _number(score: Score) -> str:
    return "–" if score.value is None else points(score.value, 1)


def _documents(said: Summary) -> str:
    if len(said.documents) < 2:
        return ""
    head = ("Document", "Verdict", *(score.name for score in said.scores), *(name.capitalize() for name in said.counts))
    rows = [
        (escape(each.name), each.verdict or "not judged", *map(_number, each.scores[: len(said.scores)]),
         *map(str, each.counts.values()))
        for each in said.documents[:DOCUMENTS_SHOWN]
    ]  # fmt: skip
    return (
        "### Documents\n\n" + _table(head, rows) + _more(len(said.documents) - len(rows), "document", "documents.csv")
    )


def _counts(said: Summary) -> str:
    found = ", ".join(f"{count} {severity}" for severity, count in said.counts.items() if count)
    return f"### Findings\n\n{found or 'Nothing was found.'}"


def _findings(shown: list[Shown], said: Summary) -> str:
    if not shown:
        return ""
    several = len(said.documents) > 1
    head = ("Severity", "Place", "Words", "Reason")
    rows = [(item.row["severity"], _place(item, several), _words(item), _reason(item)) for item in shown]
    return _table(head, rows) + _more(said.findings - len(shown), "finding", "findings.csv")


def _suppressed(said: Summary) -> str:
    if not said.suppressed:
        return _list("Suppressions that match nothing", said.unused)
    table = _table(("Reason", "Findings"), [(escape(reason), str(count)) for reason, count in said.reasons])
    return "\n\n".join(
        filter(None, ["### Suppressed\n\n" + table, _list("Suppressions that match nothing", said.unused)])
    )


def _place(item: Shown, several: bool) -> str:
    segment = f"segment {escape(item.segment)}" + (f" ({item.row['side']})" if item.row["side"] != "target" else "")
    return f"{escape(item.row['document'])}, {segment}" if several else segment


def _words(item: Shown) -> str:
    found = item.excerpt
    words = f"**{escape(found.words)}**" if found.words.strip() else "**‸**" if not found.words else "**␣**"
    before, after = escape(found.before), escape(found.after)
    return before + " " * found.before.endswith(" ") + words + " " * found.after.startswith(" ") + after


def _reason(item: Shown) -> str:
    suggestion = item.row["suggestion"]
    reason = f"{escape(item.row['message'] or '')} `{item.row['code']}`"
    return f"{reason} → {escape(suggestion)}" if suggestion else reason


def _list(title: str, lines: Iterable[str]) -> str:
    items = "\n".join(f"- {escape(text)}" for text in lines)
    return f"### {title}\n\n{items}" if items else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _more(count: int, thing: str, file: str) -> str:
    return (
        f"\n\n… and {count} more {thing}{'s' if count > 1 else ''}: see {file} (`--format csv`)." if count > 0 else ""
    )


MARKDOWN = Report(name="md", files=("report.md",), write=write, summary="A summary for a pull request or a ticket.")
