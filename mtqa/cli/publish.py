"""``mtqa publish``: a static site over many runs."""

from __future__ import annotations

from pathlib import Path

import click

from mtqa.cli._options import progress

EPILOG = """\b
Examples:
  mtqa publish runs/2026-45 runs/2026-46 runs/2026-47 --out site
  mtqa publish runs --out site --title "Manuals, English to German"
  mtqa publish runs --out site --manifest runs.csv
"""


@click.command(epilog=EPILOG, short_help="Write a static site over many runs.")
@click.argument("runs", nargs=-1, required=True, metavar="RUNS...")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Folder for the site; replaced if it is mtqa's own."
)
@click.option("--manifest", type=click.Path(path_type=Path), metavar="FILE", help="A table (CSV) with the column run, and any of "
              "date system project label.")  # fmt: skip
@click.option(
    "--title", default="Translation quality", show_default=True, metavar="TEXT", help="What the site is called."
)
@click.option("--reports", type=click.Choice(["copy", "link", "none"]), default="copy", show_default=True,
              help="Copy the documents' reports into the site, link to them where they lie, or leave them out.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(runs: tuple[str, ...], out: Path, manifest: Path | None, title: str, reports: str, quiet: bool) -> None:
    """Write a site over RUNS: folders of mtqa check --out or mtqa batch, or folders that hold such folders.

    A run's date is the one in its name (2026-47 is a week, 2026-11-29 a day) or in the manifest; runs without a date come
    first, in the order given. The site needs no server and asks nothing of a network.
    """
    from mtqa.publish.site import publish

    publish(*runs, out=out, manifest=manifest, title=title, reports=reports, progress=progress(quiet),
            say=lambda sentence: None if quiet else click.echo(sentence, err=True))  # fmt: skip
    if not quiet:
        click.echo(f"Site: {out / 'index.html'}")
