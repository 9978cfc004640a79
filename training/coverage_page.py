"""Make docs/coverage.md of docs/coverage.tsv: what QA checkers test, and which of our checks covers it or why none does.

Run ``python -m training.coverage_page`` when a check comes or goes; a test holds the page to its table.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mtqa.flag.base import CHECKS, Check

DOCS = Path(__file__).parents[1] / "docs"
SECTIONS = {
    "A": "Completeness", "B": "Numbers, dates, units", "C": "Markup, variables, technical",
    "D": "Punctuation, spacing, typography", "E": "Terminology and consistency", "F": "Language quality",
    "G": "German as target", "H": "English as target",
}  # fmt: skip
NOTE = "<!-- made by `python -m training.coverage_page` from coverage.tsv; do not edit -->"


class Row(NamedTuple):
    """A thing that checkers test; ``checks`` are the names of ours that cover it."""

    section: str
    row: str
    checks: tuple[str, ...]
    note: str


def rows() -> list[Row]:
    """The rows of the table."""
    lines = (DOCS / "coverage.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [Row(section, row, tuple(checks.split()), note) for section, row, checks, note in cells]


def page(table: list[Row]) -> str:
    """The page in Markdown."""
    by_name = {check.name: check for check in CHECKS}
    covered = sum(any(name in by_name for name in row.checks) for row in table)
    left = sum(bool(row.checks) and by_name.keys().isdisjoint(row.checks) for row in table)
    blocks = [
        NOTE + "\n\n# What is covered",
        "What QA checkers for translations test (pofilter, Weblate, CheckMate, Xbench, Verifika, QA Distiller, LanguageTool "
        f"and others), and which [check](checks/README.md) does it here: {covered} of {len(table)} rows; "
        f"{len(table) - covered - left} are left out for the reason given"
        + (f", {left} are open." if left else ".")
        + " A star marks checks that are off by default.",
    ]  # fmt: skip
    for section, title in SECTIONS.items():
        lines = [_line(row, by_name) for row in table if row.section == section]
        blocks.append("\n".join([f"## {title}\n", "| tested elsewhere | here |", "|---|---|", *lines]))
    rest = sorted(set(by_name) - {name for row in table for name in row.checks})
    blocks.append("## Beyond these lists\n\n" + ", ".join(_link(by_name[name]) for name in rest) + ".")
    return "\n\n".join(blocks) + "\n"


def _line(row: Row, by_name: dict[str, Check]) -> str:
    links = [_link(by_name[name]) for name in row.checks if name in by_name]
    missing = [name for name in row.checks if name not in by_name]
    here = ", ".join([*links, *([f"**open**: {' '.join(missing)}"] if missing else [])]) or "*left out*"
    return f"| {row.row} | {here}{f'; {row.note}' if row.note else ''} |"


def _link(check: Check) -> str:
    star = "" if check.default else r" \*"
    return f"[{check.name}](checks/{check.name}.md){star}"


if __name__ == "__main__":
    (DOCS / "coverage.md").write_text(page(rows()), encoding="utf-8", newline="\n")
