"""``mtqa checks``: the catalogue."""

from __future__ import annotations

import click


@click.command(short_help="List the checks.")
@click.option("--format", "form", type=click.Choice(["text", "tsv"]), default="text", show_default=True,
              help="A table to read, or tab-separated columns.")  # fmt: skip
@click.argument("selectors", nargs=-1, metavar="[CODE|NAME]...")
def command(form: str, selectors: tuple[str, ...]) -> None:
    """List all checks, or those whose code begins so or whose name is given.

    A star marks checks that run only when selected. `mtqa explain CODE` says more about one.
    """
    from mtqa.flag.catalogue import rows, table

    lines = rows(selectors)
    click.echo("\n".join("\t".join(line) for line in lines) if form == "tsv" else table(lines))
