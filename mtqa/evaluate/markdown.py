"""The evaluation in GitHub's Markdown, for a ticket."""

from __future__ import annotations

from mtqa.evaluate.evaluation import Evaluation
from mtqa.evaluate.said import facts, sentences
from mtqa.evaluate.tables import Table, tables
from mtqa.report.md import escape


def markdown(found: Evaluation) -> str:
    """Sentences first, then the tables."""
    blocks = [f"## Evaluation: {escape(found.name)}", escape(facts(found)), " ".join(map(escape, sentences(found)))]
    blocks += [_table(one) for one in tables(found)]
    blocks += ["\n".join(f"- {escape(note)}" for note in found.notes)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(one: Table) -> str:
    lines = [one.head, ("---",) * len(one.head), *one.rows]
    body = "\n".join(
        f"| {' | '.join(map(escape, cells))} |" if cells[0] != "---" else f"|{'---|' * len(cells)}" for cells in lines
    )
    return "\n\n".join(part for part in (f"### {one.title}", escape(one.note), body) if part)
