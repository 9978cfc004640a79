"""``mtqa suppress``: write down that findings are not to be reported again, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pandas as pd

EPILOG = """\b
Examples:
  mtqa suppress report --row 3 --reason "the client's own term"
  mtqa suppress report --check wrong-sense --text Bank --scope anywhere --reason "always a bench here"
"""
NOTHING = {"source": "", "target": ""}
"""The texts of a segment that is not in the table."""


@click.command(epilog=EPILOG, short_help="Keep findings from being reported again, with a reason.")
@click.argument("run", type=click.Path(path_type=Path))
@click.option(
    "--reason", required=True, metavar="TEXT", help="Why these findings are no errors, for whoever reads the file."
)
@click.option("--row", "rows", multiple=True, type=click.IntRange(min=1), metavar="N", help="The N-th finding of findings.csv, "
              "from 1 (repeatable).")  # fmt: skip
@click.option("--check", metavar="CODE|NAME", help="All findings of this check.")
@click.option("--text", metavar="WORDS", help="All findings with these flagged words.")
@click.option("--document", metavar="NAME", help="All findings in this document.")
@click.option("--segment", type=click.IntRange(min=0), metavar="N", help="All findings in the segments of this number.")
@click.option("--scope", type=click.Choice(["segment", "document", "anywhere"]), default="segment", show_default=True,
              help="Words not to report: beside this source, in this document, or anywhere.")  # fmt: skip
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="File to add to; the nearest mtqa-suppressions.toml, "
              "or a new one here, if not given.")  # fmt: skip
def command(run: Path, reason: str, scope: str, to: Path | None, rows: tuple[int, ...], check: str | None, text: str | None,
            document: str | None, segment: int | None) -> None:  # fmt: skip
    """Add an entry to a file of suppressions for each chosen finding of RUN, a folder that mtqa check wrote.

    What several of the options name is chosen; at least one must be given.
    """
    from mtqa.align.write import write_text
    from mtqa.config import SUPPRESSIONS, Settings
    from mtqa.flag.suppression.write import appended, proposed

    findings, texts = _tables(run)
    wanted = {"check": check, "text": text, "document": document, "segment": segment}
    found = _chosen(findings, rows, {name: value for name, value in wanted.items() if value is not None}, run)
    entries = [proposed(one, texts.get(_place(one), NOTHING), scope, reason) for one in found]
    path = to or Path(Settings.load().suppressions or SUPPRESSIONS[0])
    content, new = appended(path, entries)
    write_text(path, content)
    there = f" ({len(entries) - new} were there already)" if new < len(entries) else ""
    click.echo(f"{new} {'entry' if new == 1 else 'entries'} added to {path}{there}")


def _place(finding: dict[str, Any]) -> tuple[str, int]:
    return finding["document"], finding["segment"]


def _tables(run: Path) -> tuple[pd.DataFrame, dict[tuple[str, int], dict[str, str]]]:
    """The findings of a run, and the texts of its segments by document and number."""
    from mtqa.report.cells import unguard
    from mtqa.report.earlier import earlier_table

    folder = run.parent if run.name == "findings.csv" else run
    findings = earlier_table(folder / "findings.csv", ("document", "segment", "check", "code", "text"))
    segments = earlier_table(folder / "segments.csv", ("document", "segment", "source", "target"))
    findings = findings.assign(**{name: findings[name].map(unguard) for name in ("document", "text")})
    rows = zip(*(segments[name] for name in ("document", "segment", "source", "target")), strict=True)
    return findings, {(unguard(name), number): {"source": unguard(source), "target": unguard(target)}
                      for name, number, source, target in rows}  # fmt: skip


def _chosen(
    findings: pd.DataFrame, rows: tuple[int, ...], wanted: dict[str, object], run: Path
) -> list[dict[str, Any]]:
    from mtqa.errors import SettingsError
    from mtqa.flag.catalogue import find

    if not rows and not wanted:
        raise SettingsError("mtqa suppress: expected which findings, found none named; give --row, --check, --text, "
                            "--document or --segment.")  # fmt: skip
    if rows and max(rows) > len(findings):
        raise SettingsError(
            f"--row: expected 1 to {len(findings)}, as {run} has so many findings, found {max(rows)}; correct it."
        )
    if "check" in wanted:
        wanted = {**wanted, "check": find(str(wanted["check"])).name}
    chosen = findings.iloc[[row - 1 for row in rows]] if rows else findings
    for name, value in wanted.items():
        chosen = chosen[chosen[name] == value]
    if chosen.empty:
        asked = ", ".join(f"--{name} {value}" for name, value in wanted.items())
        raise SettingsError(f"mtqa suppress: expected findings in {run} with {asked}, found none; choose others.")
    return [{str(key): value for key, value in row.items()} for row in chosen.to_dict("records")]
