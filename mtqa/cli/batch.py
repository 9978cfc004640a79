"""``mtqa batch``: many documents."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from mtqa.cli._options import terminal
from mtqa.cli.check import command as check
from mtqa.cli.check import settings_of
from mtqa.config import Settings

if TYPE_CHECKING:
    from mtqa.batch import BatchResult

EPILOG = """\b
Examples:
  mtqa batch manifest.csv --out runs/2026-47
  mtqa batch de/ en/ --out runs/2026-47 --workers 8
  mtqa batch in/ --pattern "{system}/{document}.{lang}.txt" --target-lang de \\
      --out runs/2026-47
  mtqa batch "tables/*.tsv" --out runs/2026-47 --format csv --fail-under 70
  mtqa batch manifest.csv --out runs/2026-47 --resume
"""
EVERY = 10.0
"""Seconds between lines of progress where there is no terminal."""


@click.command(epilog=EPILOG, short_help="Judge many documents: workers, resume, one dataset.")
@click.argument("inputs", nargs=-1, required=True, metavar="MANIFEST|FOLDER|GLOB [AGAINST]...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder of the run.")
@click.option("--pattern", default="", metavar="NAMES", help="What a folder's files are called: {document}, {lang} or {role}, "
              "and any other field, such as {system}.")  # fmt: skip
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Report of each document (html json md xlsx) or kind of "
              "the tables (parquet csv); repeatable. Default: html parquet.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with the run in --out: only what is missing or changed is done.")
@click.option("--overwrite", is_flag=True, help="Throw the run in --out away and begin anew.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="How many processes. Default: one a core.")
@click.option(
    "--engine", default="local", show_default=True, metavar="NAME", help="Where the work is done: local or dask."
)
@click.option("--scheduler", default="", metavar="ADDRESS", help="A running Dask cluster, such as tcp://10.0.0.1:8786.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(inputs: tuple[str, ...], out: Path, quiet: bool, **options: Any) -> None:
    """Judge many documents and keep what is found as one dataset, with a report each and an index.

    A MANIFEST (CSV, TSV, JSON Lines) has a row per document: target, source and/or reference (paths relative to it), and where
    wanted document, source_lang, target_lang, system, project and any column of your own. A FOLDER's or GLOB's files belong
    together by name (a.de.txt, a.en.txt); with more folders after it, those are what it is judged against.
    """
    from mtqa.batch import BatchOptions, run_batch

    names = ("pattern", "resume", "overwrite", "engine", "scheduler")
    formats = options.pop("formats") or BatchOptions().formats
    how = BatchOptions(formats, workers=options.pop("workers") or 0, **{name: options.pop(name) for name in names})
    signal.signal(signal.SIGTERM, _stop)
    try:
        result = run_batch(inputs, out, settings_of(options), how, _teller(quiet))
    except KeyboardInterrupt as error:
        click.echo(f"Interrupted; what is done stays in {out}: go on with --resume.", err=True)
        raise SystemExit(130) from error
    _tell(result, out, quiet)
    if result.failed or result.gated:
        raise SystemExit(1)


OWN = {param.name for param in command.params}
command.params[-1:-1] = [
    param
    for param in check.params
    if param.name in {*Settings.__dataclass_fields__, "project"} and param.name not in OWN
]
"""Whatever ``mtqa check`` can be told of how to judge."""


def _stop(*_: object) -> NoReturn:
    """Take a request to end as Ctrl-C."""
    raise KeyboardInterrupt


def _teller(quiet: bool) -> Callable[[str], None]:
    """How progress is shown: in place on a terminal, else a line now and then."""
    if quiet:
        return lambda _: None
    last = 0.0

    def place(line: str) -> None:
        click.echo(f"\r{line}\x1b[K", nl=False, err=True)

    def now_and_then(line: str) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            click.echo(line, err=True)

    return place if sys.stderr.isatty() else now_and_then


def _tell(result: BatchResult, out: Path, quiet: bool) -> None:
    from mtqa.report.several import batch_lines

    if sys.stderr.isatty() and not quiet:
        click.echo("\r\x1b[K", nl=False, err=True)
    for one in result.failed:
        click.echo(f"Not judged: {one.item}: {one.reason}", err=True)
    for sentence in result.gated:
        click.echo(f"Gate: {sentence}", err=True)
    if not quiet:
        for line in batch_lines(result.documents, len(result.failed), result.again, **terminal()):
            click.echo(line)
        click.echo(f"\nIndex: {out / 'index.html'}")
