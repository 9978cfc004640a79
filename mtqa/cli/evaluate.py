"""``mtqa evaluate``: how far scores and findings agree with people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.cli._options import judging, progress, terminal

EPILOG = """\b
Examples:
  mtqa evaluate judged.jsonl.gz --source-lang en --target-lang de
  mtqa evaluate mqm_newstest.tsv --out evaluation
  mtqa evaluate scores.csv --run earlier-report --format json
  mtqa evaluate post-edits.csv --calibration team.json
"""


@click.command(epilog=EPILOG, short_help="Measure how far mtqa agrees with human judgments.")
@click.argument("judgments")
@judging
@click.option("--judgments-format", "form", default="", metavar="NAME", help="Format of JUDGMENTS: da jsonl mqm post-edits; "
              "its columns tell if not given.")  # fmt: skip
@click.option(
    "--run", metavar="DIR", help="An earlier report (csv) on the same translations, instead of checking them now."
)
@click.option("--calibration", metavar="FILE", help="A calibration that mtqa calibrate wrote, to be evaluated too.")
@click.option("--metric", "metrics", multiple=True, metavar="NAME", help="Metric with a reference to compare (repeatable): "
              "bleu chrf chrf++ ter. Default: bleu chrf.")  # fmt: skip
@click.option("--bootstrap", type=click.IntRange(0, 100_000), default=1000, show_default=True, metavar="N",
              help="Resamples for the 95 % intervals; 0 for none.")  # fmt: skip
@click.option(
    "--format",
    "output",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="What to print.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Folder for evaluation.html, .md and .json.")
def command(
    judgments: str,
    form: str,
    run: str | None,
    bootstrap: int,
    output: str,
    out: Path | None,
    metrics: tuple[str, ...],
    **options: Any,
) -> None:
    """Hold mtqa's scores and findings against the human judgments in the file JUDGMENTS.

    JUDGMENTS is JSON Lines, a table of MQM errors as published for WMT, of scores (source, target, score) or of post-edits
    (source, target, post_edit), plain or gzipped.
    """
    from mtqa.evaluate.json import encode
    from mtqa.evaluate.run import evaluate
    from mtqa.evaluate.save import save
    from mtqa.evaluate.terminal import render
    from mtqa.pipeline import configured
    from mtqa.report.folder import check_folder

    if out:
        check_folder(out)
    settings = configured().with_options(metrics=metrics or ("bleu", "chrf"), **options)
    found = evaluate(
        judgments, form=form, run=run, bootstrap=bootstrap, settings=settings, progress=progress(quiet=False)
    )
    if out:
        save(found, out)
    click.echo(encode(found) if output == "json" else render(found, **terminal(), out_folder=out), nl=False)
