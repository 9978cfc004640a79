"""``mtqa calibrate``: fit quality to a team's own judgments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.cli._options import judging, progress, terminal

EPILOG = """\b
Examples:
  mtqa calibrate judged.jsonl.gz --source-lang en --target-lang de --out team.json
  mtqa check article.de.txt article.en.txt --calibration team.json
"""


@click.command(epilog=EPILOG, short_help="Fit quality and verdicts to your own judgments.")
@click.argument("judgments")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="File for the calibration (JSON)."
)
@judging
@click.option("--judgments-format", "form", default="", metavar="NAME", help="Format of JUDGMENTS: da jsonl mqm post-edits; "
              "its columns tell if not given.")  # fmt: skip
def command(judgments: str, out: Path, form: str, **options: Any) -> None:
    """Fit score.quality, and where there is enough the verdict's thresholds, to the human judgments in the file JUDGMENTS.

    At least 50 judged translations of one pair of languages; the formats are those of mtqa evaluate.
    """
    from mtqa.align.write import write_text
    from mtqa.calibration.file import encode
    from mtqa.evaluate.fitting import calibrate
    from mtqa.evaluate.gained import render
    from mtqa.pipeline import configured

    settings = configured().with_options(**options)
    name = out.name.partition(".")[0]
    calibration = calibrate(judgments, name=name, form=form, settings=settings, progress=progress(quiet=False))
    write_text(out, encode(calibration))
    click.echo(render(calibration, out, **terminal()), nl=False)
