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
NAME = "name"
"""The column of what the report calls a finding's segment."""
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
@click.option("--segment", metavar="ID|N", help="All findings in the segments that the report calls so: by their id in the file, "
              "or their number from 0.")  # fmt: skip
@click.option("--scope", type=click.Choice(["segment", "document", "anywhere"]), default="segment", show_default=True,
              help="Words not to report: beside this source, in this document, or anywhere.")  # fmt: skip
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="File to add to; the nearest mtqa-suppressions.toml, "
              "or a new one here, if not given.")  # fmt: skip
def command(run: Path, reason: str, scope: str, to: Path | None, rows: tuple[int, ...], check: str | None, text: str | None,
            document: str | None, segment: str | None) -> None:  # fmt: skip
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
    """The findings of a run, with what the report calls their ``segment``, and the texts of its segments by place."""
    from mtqa.frames import names_of
    from mtqa.report.cells import unguard
    from mtqa.report.earlier import earlier_table

    folder = run.parent if run.name == "findings.csv" else run
    findings = earlier_table(folder / "findings.csv", ("document", "segment", "check", "code", "text"))
    segments = earlier_table(folder / "segments.csv", ("document", "segment", "source", "target"))
    findings = findings.assign(**{name: findings[name].map(unguard) for name in ("document", "text")})
    kept = [name for name in ("document", "id") if name in segments]
    segments = segments.assign(**{name: segments[name].map(unguard) for name in kept})
    places = list(zip(findings["document"], findings["segment"], strict=True))
    names = names_of(segments, set(places))
    findings[NAME] = [names.get(place, str(place[1])) for place in places]
    rows = zip(*(segments[name] for name in ("document", "segment", "source", "target")), strict=True)
    return findings, {(name, number): {"source": unguard(source), "target": unguard(target)}
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
    for name, value in sorted(wanted.items(), key=lambda item: item[0] == "segment"):  # a number may need the others
        chosen = chosen[_called(chosen, str(value)) if name == "segment" else chosen[name] == value]
    if chosen.empty:
        asked = ", ".join(f"--{name} {value}" for name, value in wanted.items())
        raise SettingsError(f"mtqa suppress: expected findings in {run} with {asked}, found none; choose others.")
    return [{str(key): value for key, value in row.items()} for row in chosen.to_dict("records")]


def _called(findings: pd.DataFrame, segment: str) -> pd.Series[bool]:
    """Which findings are in segments that the report calls ``segment``, or else whose number that is."""
    from mtqa.errors import SettingsError

    by_name, by_number = findings[NAME] == segment, findings["segment"].astype(str) == segment
    if by_name.any() and (by_number & ~by_name).any():
        other = findings[NAME][by_number & ~by_name].iloc[0]
        raise SettingsError(
            f"--segment {segment}: expected one segment, found that of the id {segment}, and number {segment} of the tables "
            f"(id {other}), both with findings; choose by --row, or give --check or --text too."
        )
    return by_name if by_name.any() else by_number
