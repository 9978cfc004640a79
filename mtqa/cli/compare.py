"""``mtqa compare``: systems side by side, with significance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.cli._options import judging, progress, terminal

EPILOG = """\b
Examples:
  mtqa compare a=a.tsv b=b.tsv c=c.tsv --out comparison
  mtqa compare old=old.de.txt new=new.de.txt --source source.en.txt
  mtqa compare runs/engine-a runs/engine-b
  mtqa compare runs/2026-47
  mtqa compare a=a.txt b=b.txt --lines --source src.txt --reference ref.txt
"""


@click.command(epilog=EPILOG, short_help="Compare systems, with significance.")
@click.argument("systems", nargs=-1, required=True, metavar="NAME=PATH...")
@click.option("--source", metavar="FILE", help="The source of running texts; tables bring their own.")
@click.option("--reference", metavar="FILE", help="A trusted translation, for BLEU, chrF and chrF++ too.")
@click.option("--lines", is_flag=True, help="Each line of the files is a segment, as in test sets of WMT.")
@judging
@click.option("--calibration", metavar="FILE", help="Your team's calibration of quality, as mtqa calibrate wrote it.")
@click.option("--metric", "metrics", multiple=True, metavar="NAME", help="Metric with a reference (repeatable): bleu chrf "
              "chrf++ ter.")  # fmt: skip
@click.option("--project", default="", metavar="NAME", help="Use the settings of [projects.NAME] in mtqa.toml.")
@click.option("--rank-by", default="", metavar="SCORE", help="Score of the ranking. Default: quality.")
@click.option("--bootstrap", type=click.IntRange(100, 100_000), default=1000, show_default=True, metavar="N",
              help="Resamples for intervals and the paired bootstrap.")  # fmt: skip
@click.option("--shuffles", type=click.IntRange(100, 1_000_000), default=10_000, show_default=True, metavar="N",
              help="Shuffles of the approximate randomisation test.")  # fmt: skip
@click.option("--seed", type=click.IntRange(1), default=12345, show_default=True, metavar="N", help="Seed of both.")
@click.option("--format", "output", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="What to print.")  # fmt: skip
@click.option("--segments", type=click.IntRange(0, 5000), default=100, show_default=True, metavar="N",
              help="How many segments the page shows, the most different first.")  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(0), default=3, show_default=True, metavar="N", help="How many are printed."
)
@click.option("--out", type=click.Path(path_type=Path), help="Folder for comparison.html, .json and tables (csv).")
def command(
    systems: tuple[str, ...], source: str | None, reference: str | None, out: Path | None, bootstrap: int, shuffles: int,
    output: str, limit: int, segments: int, **options: Any,
) -> None:  # fmt: skip
    """Compare two or more translations of one text: NAME=PATH each.

    PATH is anything mtqa check reads, or the folder of a finished run; a batch of several systems brings all of them.
    Segments belong together by row, by identical source, or by the place of the source that they translate.
    """
    from mtqa.compare.json import encode
    from mtqa.compare.run import compare
    from mtqa.compare.save import save
    from mtqa.compare.terminal import render
    from mtqa.pipeline import configured
    from mtqa.report.folder import check_folder

    if out:
        check_folder(out)
    given = {name: options.pop(name) for name in ("lines", "rank_by", "seed")}
    settings = configured(options.pop("project")).with_options(**options)
    found = compare(*systems, source=source, reference=reference, resamples=(bootstrap, shuffles), settings=settings,
                    progress=progress(quiet=False), **given)  # fmt: skip
    if out:
        save(found, out, segments)
    click.echo(
        encode(found) if output == "json" else render(found, **terminal(), out_folder=out, limit=limit), nl=False
    )
