"""``mtqa check``: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli._options import progress, terminal
from mtqa.collecting import collect_rarely_to_the_end

if TYPE_CHECKING:
    from mtqa.config import Settings
    from mtqa.pipeline import Result

EPILOG = """\b
Examples:
  mtqa check article.de.txt article.en.txt --out report
  mtqa check pairs.tsv --source-lang en --target-lang de --format csv --out run
  mtqa check de/ en/ --out report --fail-under 60 --max-critical 0
  cat draft.de.txt | mtqa check - article.en.txt
"""

SCORE, COUNT, RATE = click.FloatRange(0, 100), click.IntRange(min=0), click.FloatRange(min=0)


@click.command(epilog=EPILOG, short_help="Judge a translation: score, flag, report.")
@click.argument("target")
@click.argument("against", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the reports; replaced if it is mtqa's own.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Report to write (repeatable): csv html json md "
              "xlsx parquet sarif codequality. Default: csv html json.")  # fmt: skip
@click.option("--source-lang", metavar="CODE", help="Language of the source, such as en; detected if not given.")
@click.option("--target-lang", metavar="CODE", help="Language of the translation; detected if not given.")
@click.option("--columns", metavar="OURS=THEIRS,…", help="Names of a table's columns, such as target=MT,source=Text.")
@click.option("--pack", metavar="DIR", help="A language pack of your own.")
@click.option("--encoder", metavar="NAME|PATH", help="Any sentence-transformers model, instead of the pack's encoder.")
@click.option("--judge", "judges", multiple=True, metavar="NAME|PATH", help="A quality-estimation model of your own "
              "(repeatable): a score more, or risky words marked.")  # fmt: skip
@click.option("--metric", "metrics", multiple=True, metavar="NAME", help="Metric with a reference (repeatable): bleu chrf "
              "chrf++ ter.")  # fmt: skip
@click.option(
    "--select", multiple=True, metavar="CODE", help="Run only checks whose code or name begins so (repeatable)."
)
@click.option(
    "--ignore", multiple=True, metavar="CODE", help="Leave out checks whose code or name begins so (repeatable)."
)
@click.option("--glossary", "glossaries", multiple=True, metavar="FILE", help="Your terms (repeatable): TBX, or CSV/TSV with "
              "the columns source, target, status.")  # fmt: skip
@click.option("--profile", metavar="NAME", help="Which checks run, and how: default strict ui-strings prose, or one of your own "
              "in mtqa.toml.")  # fmt: skip
@click.option("--min-severity", type=click.Choice(["neutral", "minor", "major", "critical"]), help="Report findings of this "
              "severity or worse.")  # fmt: skip
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="CHANCE", help="Report findings that are at least so "
              "sure (0 to 1).")  # fmt: skip
@click.option("--suppressions", metavar="FILE", help="Findings not to report, with reasons (TOML or CSV); the nearest "
              "mtqa-suppressions.toml if not given.")  # fmt: skip
@click.option("--mode", type=click.Choice(["precise", "thorough"]), help="precise (default): what is sure, and more where a "
              "document proves rough; thorough: everything suspicious.")  # fmt: skip
@click.option("--calibration", metavar="FILE", help="Your team's calibration of quality, as mtqa calibrate wrote it.")
@click.option("--fail-under", type=SCORE, metavar="SCORE", help="Exit 1 if a document's quality is lower.")
@click.option("--min-adequacy", type=SCORE, metavar="SCORE", help="Exit 1 if a document's adequacy is lower.")
@click.option("--min-fluency", type=SCORE, metavar="SCORE", help="Exit 1 if a document's fluency is lower.")
@click.option("--max-critical", type=COUNT, metavar="N", help="Exit 1 if a document has more critical findings.")
@click.option("--max-major", type=COUNT, metavar="N", help="Exit 1 if a document has more major findings.")
@click.option("--max-minor", type=COUNT, metavar="N", help="Exit 1 if a document has more minor findings.")
@click.option(
    "--max-critical-per-1000", type=RATE, metavar="N", help="Exit 1 if it has more critical findings per 1,000 words."
)
@click.option(
    "--max-major-per-1000", type=RATE, metavar="N", help="Exit 1 if it has more major findings per 1,000 words."
)
@click.option(
    "--max-minor-per-1000", type=RATE, metavar="N", help="Exit 1 if it has more minor findings per 1,000 words."
)
@click.option(
    "--baseline", metavar="FILE", help="Report and count only what is new since mtqa baseline update wrote FILE."
)
@click.option("--project", default="", metavar="NAME", help="Use the settings of [projects.NAME] in mtqa.toml.")
@click.option("--limit", type=COUNT, metavar="N", default=8, show_default=True, help="How many findings to print.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(target: str, against: tuple[str, ...], out: Path | None, limit: int, quiet: bool, **options: Any) -> None:
    """Judge the translation TARGET against its source and/or a reference.

    TARGET is a file, a folder, a glob or - (standard input); a table (TSV, CSV, JSONL), TMX, XLIFF or PO file brings both
    sides. Each AGAINST file in the target's own language is a reference, in another language the source.
    """
    from mtqa.pipeline import check, gate, new_since

    collect_rarely_to_the_end()
    settings = settings_of(options)
    if out:
        from mtqa.report.folder import check_folder, choose

        choose(settings.formats)
        check_folder(out)
    if settings.baseline:
        from mtqa.baseline.file import load

        load(settings.baseline)  # one that cannot be read is told before the work begins
    result = check(target, against=against, settings=settings, progress=progress(quiet))
    if settings.baseline:
        result = new_since(result, settings.baseline)
    folder = result.save(out, settings.formats) if out else None
    if not quiet:
        _print(result, folder, limit)
    failed = gate(result, settings)
    for sentence in failed:
        click.echo(f"Gate: {sentence}", err=True)
    if failed:
        raise SystemExit(1)


def settings_of(options: dict[str, Any]) -> Settings:
    """The settings of the configuration file with the ``options`` of the command line in their place."""
    from mtqa.errors import SettingsError
    from mtqa.pipeline import configured, known_formats

    columns = options.pop("columns")
    if columns:
        pairs = [item.partition("=") for item in columns.split(",")]
        if not all(ours and theirs for ours, _, theirs in pairs):
            raise SettingsError(
                f"--columns: expected OURS=THEIRS pairs, found {columns!r}; write target=MT,source=Text."
            )
        options["columns"] = {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
    settings = configured(options.pop("project", "")).with_options(**options)
    for name in settings.formats:
        if name not in known_formats():
            raise SettingsError(f"--format: expected one of {' '.join(known_formats())}, found {name!r}; choose one.")
    return settings


def _print(result: Result, folder: Path | None, limit: int) -> None:
    from mtqa.report.terminal import render

    click.echo(render(result.results, **terminal(), out_folder=folder, limit=limit))
