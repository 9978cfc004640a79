"""``mtqa checks``: the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtqa.flag.base import Check

EPILOG = """\b
Examples:
  mtqa checks LOC                       # those about locale conventions
  mtqa checks --profile ui-strings      # what runs with that profile
  mtqa checks --format csv > checks.csv
"""


@click.command(epilog=EPILOG, short_help="List the checks.")
@click.option("--profile", metavar="NAME", help="Only those that run with this profile and the settings of mtqa.toml.")
@click.option("--language", default="", metavar="CODE", help="Only those for this language of the translation.")
@click.option("--branch", default="", metavar="NAME", help="Only those of this branch of MQM, such as accuracy or ACC.")
@click.option("--format", "form", type=click.Choice(["text", "tsv", "csv", "json", "md"]), default="text", show_default=True,
              help="A table to read, or all that is known for programs.")  # fmt: skip
@click.option(
    "--write", "folder", type=click.Path(path_type=Path), help="Write a page a check and an index into this folder."
)
@click.argument("selectors", nargs=-1, metavar="[CODE|NAME]...")
def command(
    profile: str | None, language: str, branch: str, form: str, folder: Path | None, selectors: tuple[str, ...]
) -> None:
    """List all checks, or those whose code begins so or whose name is given.

    A star marks checks that are off by default. Figures: alarms on good human translations, and how often expert judges
    agreed with a finding. `mtqa explain CODE` says more about one check.
    """
    from mtqa.flag.base import CHECKS
    from mtqa.flag.catalogue import narrowed, written

    if folder:
        _write(folder)
        return
    checks: Iterable[Check] = CHECKS if profile is None else _running(profile)
    click.echo(written(narrowed(checks, selectors, language, branch), form))


def _running(profile: str) -> list[Check]:
    from mtqa.flag.profile import lineage
    from mtqa.flag.select import chosen
    from mtqa.pipeline import configured

    settings = configured()
    return chosen(settings.select, settings.ignore, settings.checks, lineage(profile, settings.profiles))


def _write(folder: Path) -> None:
    """Write the pages; those of checks that are no more, which bear our mark, are removed."""
    from mtqa.align.write import write_text
    from mtqa.flag.base import CHECKS
    from mtqa.flag.explain import NOTE, pages

    made = pages(list(CHECKS))
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.md")):
        if path.name not in made and path.read_text(encoding="utf-8").startswith(NOTE):
            path.unlink()
    for name, text in made.items():
        write_text(folder / name, text)
    click.echo(f"{len(made)} pages: {folder}")
