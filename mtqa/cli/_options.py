"""Options that several commands share, each named after its setting."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from mtqa.config import Settings

F = TypeVar("F", bound=Callable[..., Any])

JUDGING: dict[str, Callable[[F], F]] = {
    "source_lang": click.option(
        "--source-lang", metavar="CODE", help="Language of the source, such as en; detected if not given."
    ),
    "target_lang": click.option(
        "--target-lang", metavar="CODE", help="Language of the translation; detected if not given."
    ),
    "pack": click.option("--pack", metavar="DIR", help="A language pack of your own."),
    "encoder": click.option(
        "--encoder", metavar="NAME|PATH", help="Any sentence-transformers model, instead of the pack's encoder."
    ),
    "judges": click.option(
        "--judge",
        "judges",
        multiple=True,
        metavar="NAME|PATH",
        help="A quality-estimation model of your own (repeatable), as for mtqa check.",
    ),
    "profile": click.option("--profile", metavar="NAME", help="Which checks run, and how, as for mtqa check."),
    "mode": click.option("--mode", metavar="NAME", help="How many findings to report, as for mtqa check."),
}


def judging(command: F) -> F:
    """Give a command the options that say how translations are judged, as far as there are such settings."""
    for name, option in reversed(JUDGING.items()):
        command = option(command) if name in Settings.__dataclass_fields__ else command
    return command


def terminal() -> dict[str, Any]:
    """The width and colour of the terminal, as renderers take them."""
    return {"width": min(shutil.get_terminal_size((80, 24)).columns, 100), "colour": sys.stdout.isatty()}


def _nothing(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


def progress(quiet: bool) -> Callable[[str, int, int], None]:
    """A function that shows progress on a terminal's standard error."""
    if quiet or not sys.stderr.isatty():
        return _nothing

    def show(stage: str, done: int, total: int) -> None:
        text = f"\r{stage} {done:,} of {total:,}" if total > 1 and done < total else "\r"
        click.echo(f"{text}\x1b[K", nl=False, err=True)

    return show
