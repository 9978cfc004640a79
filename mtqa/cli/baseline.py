"""``mtqa baseline``: the findings that are known, kept in a file, so that a gate fails only for new ones."""

from __future__ import annotations

from pathlib import Path

import click

EPILOG = """\b
Examples:
  mtqa check de/ en/ --out run
  mtqa baseline update run --out mtqa-baseline.json
  mtqa check de/ en/ --baseline mtqa-baseline.json --max-major 0
  mtqa baseline show mtqa-baseline.json --run run
"""


@click.group(epilog=EPILOG, short_help="Keep what is known, report what is new.")
def command() -> None:
    """Write or show a baseline: the findings that are known and do not fail a gate."""


@command.command(short_help="Write what finished runs found into a baseline.")
@click.argument("runs", nargs=-1, required=True, metavar="RUN...")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The baseline; replaced whole."
)
def update(runs: tuple[str, ...], out: Path) -> None:
    """Write the findings of finished runs (folders of mtqa check --out) into a baseline.

    A run that was itself made with --baseline holds only what was new; check without it before updating.
    """
    from mtqa.align.write import write_text
    from mtqa.baseline.file import encode, load
    from mtqa.baseline.runs import known_of, said_of_update

    known = known_of(runs)
    before = load(out) if out.is_file() else []
    write_text(out, encode(known))
    click.echo(said_of_update(known, before, out))


@command.command(short_help="Count what a baseline knows, or what of a run is new.")
@click.argument("baseline", metavar="FILE")
@click.option("--run", "run", metavar="RUN", help="A finished run, to be held against the baseline.")
def show(baseline: str, run: str | None) -> None:
    """Say what a baseline knows, and what of a run is new, known and fixed."""
    from mtqa.baseline.file import load
    from mtqa.baseline.runs import said, said_of_run

    known = load(baseline)
    click.echo("\n".join(said(known) if run is None else said_of_run(run, known)))
