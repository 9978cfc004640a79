"""``mtqa pack``: build, look into and list language packs."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(name="pack")
def command() -> None:
    """Build, look into and list language packs."""


@command.command()
@click.option("--source", required=True, metavar="LANG", help="The source language's code, e.g. en.")
@click.option("--target", required=True, metavar="LANG", help="The target language's code, e.g. de.")
@click.option(
    "--parallel", required=True, multiple=True, type=FILE, help="Pairs: TSV (source, target, origin) or TMX; .gz, .xz."
)
@click.option(
    "--mono-source", multiple=True, type=FILE, help="Text of the source language, a sentence a line; .gz, .xz."
)
@click.option(
    "--mono-target", multiple=True, type=FILE, help="Text of the target language, a sentence a line; .gz, .xz."
)
@click.option(
    "--weight", "weights", multiple=True, metavar="ORIGIN=NUMBER", help="How much pairs of an origin count; 1 else."
)
@click.option(
    "--licences", type=FILE, help="JSON: origin or text file's name to its licence, repo …, for the manifest."
)
@click.option("--name", default="", help="What the pack is called.  [default: TARGET-SOURCE]")
@click.option("--encoder/--no-encoder", default=True, help="Train the sentence encoder too (needs mtqa[models]).")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The pack's folder; an older pack is replaced."
)
def train(weights: tuple[str, ...], licences: Path | None, out: Path, **options: Any) -> None:
    """Build a pack from translated and plain text, both ways; the same text gives the same bytes."""
    from mtqa.pack.notice import read_licences
    from mtqa.pack.train import Recipe, train_pack

    known = read_licences(licences) if licences else {}
    recipe = Recipe(**options, weights=dict(_weight(text) for text in weights), licences=known)
    progress = Progress()
    try:
        manifest = train_pack(recipe, out, progress)
    finally:
        progress.end()
    click.echo(f"{out}: {summary(manifest)}")


@command.command()
@click.argument("pack", default="")
@click.option("--verify", is_flag=True, help="Compare every file's SHA-256 with the manifest.")
def info(pack: str, verify: bool) -> None:
    """Say what is in PACK (a name or folder; all that are installed where none is given)."""
    from mtqa.errors import PackError
    from mtqa.pack.load import installed, open_pack
    from mtqa.pack.manifest import damaged
    from mtqa.pack.notice import notice

    for found in [open_pack(pack)] if pack else [open_pack(path) for path in installed()]:
        click.echo(f"{found.name}  {found.path}\n{summary(found.manifest)}")
        click.echo(
            "".join(f"  {entry['bytes']:>10,}  {name}\n" for name, entry in found.manifest["files"].items()), nl=False
        )
        if verify and (wrong := damaged(found.path, found.manifest)):
            names = ", ".join(wrong)
            raise PackError(f"{found.path}: expected the manifest's files, found others ({names}); restore the pack.")
        click.echo("Every file is as the manifest says." if verify else notice(found.manifest))


@command.command(name="list")
def list_() -> None:
    """List the packs that are found by themselves: those shipped and those in the folders of MTQA_PACKS."""
    from mtqa.pack.load import installed, open_pack

    for path in installed():
        found = open_pack(path)
        click.echo(f"{found.name}\t{found.source} ↔ {found.target}\t{found.path}")


def summary(manifest: dict[str, Any]) -> str:
    """Languages, what it was trained on, and its size, in a line."""
    size = sum(entry["bytes"] for entry in manifest["files"].values())
    tokens = " and ".join(f"{count:,} {lang}" for lang, count in manifest.get("tokens", {}).items())
    pair = f"{manifest['source']} ↔ {manifest['target']}"
    return f"{pair}, from {manifest.get('pairs', 0):,} pairs ({tokens} tokens), {size / 1e6:.1f} MB"


def _weight(text: str) -> tuple[str, float]:
    origin, _, number = text.rpartition("=")
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if not origin or not 0 <= value < float("inf"):
        raise click.BadParameter(f"expected ORIGIN=NUMBER with a number from 0, found {text!r}.", param_hint="--weight")
    return origin, value


class Progress:
    """A line on standard error that says how far the work is; silent where that is no terminal."""

    WIDTH = 30

    def __init__(self) -> None:
        """Draw only on a terminal."""
        self.shown = sys.stderr.isatty()
        self.stage = ""
        self.drawn = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw ``done`` of ``total`` (unknown where 0), ten times a second at most."""
        if not self.shown or (stage == self.stage and done != total and time.monotonic() - self.drawn < 0.1):
            return
        if self.stage and stage != self.stage:
            click.echo(err=True)
        self.stage, self.drawn = stage, time.monotonic()
        filled = self.WIDTH * done // total if total else 0
        bar = f"[{'#' * filled}{' ' * (self.WIDTH - filled)}] {done}/{total}" if total else f"{done:,}"
        click.echo(f"\r{stage:<24} {bar}", nl=False, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self.stage:
            click.echo(err=True)
