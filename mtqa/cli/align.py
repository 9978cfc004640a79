"""``mtqa align``: which sentences of a translation stand for which of its source."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

EPILOG = """\b
Examples:
  mtqa align article.en.txt article.de.txt
  mtqa align source.en.txt target.de.txt --format tmx --out memory.tmx
  mtqa align en.lines de.lines --lines --source-lang en --target-lang de --format jsonl --out beads.jsonl
"""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
FORMATS = ("tsv", "jsonl", "tmx")


@click.command(epilog=EPILOG, short_help="Find which sentences of two texts belong together.")
@click.argument("source")
@click.argument("target")
@click.option("--lines", is_flag=True, help="Each line is a sentence already; beads count lines.")
@click.option("--source-lang", default="", metavar="CODE", help="Language of SOURCE; detected if not given.")
@click.option("--target-lang", default="", metavar="CODE", help="Language of TARGET; detected if not given.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="tsv", show_default=True, help="Output.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output if not given.")
@click.option("--pack", default="", metavar="DIR", help="A language pack of your own.")
@click.option(
    "--encoder", default="", metavar="NAME|PATH", help="A sentence-transformers model, where there is no pack."
)
def command(
    source: str, target: str, lines: bool, source_lang: str, target_lang: str, form: str, out: Path | None, pack: str,
    encoder: str,
) -> None:  # fmt: skip
    """Align the sentences of the texts SOURCE and TARGET (- for standard input).

    Every sentence stands in exactly one bead, one without a counterpart in a bead of one side. Sentences (with --lines:
    lines) are counted from 0.
    """
    from mtqa.align import align_sentences
    from mtqa.align.formats import FORMATS as WRITERS
    from mtqa.config import Settings
    from mtqa.encode.find import find_encoder
    from mtqa.pack.load import find_pack

    _refuse(source, target, out)
    Settings(source_lang=source_lang, target_lang=target_lang)  # refuses what is no language code
    texts = _load(source), _load(target)
    langs = source_lang or _language(texts[0]), target_lang or _language(texts[1])
    there, here = _parted(texts[0], langs[0], lines), _parted(texts[1], langs[1], lines)
    beads = align_sentences(
        there[0], here[0], source_lang=langs[0], target_lang=langs[1], encoder=find_encoder(encoder),
        pack=find_pack(*langs, pack) if langs[0] != langs[1] else None,
        source_paragraphs=there[1], target_paragraphs=here[1], progress=_show,
    )  # fmt: skip
    _put(out, WRITERS[form](beads, (there[0], here[0]), langs))


def _show(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\raligning, pass {done + 1} of at most {total}\x1b[K", nl=False, err=True)


def _refuse(source: str, target: str, out: Path | None) -> None:
    from mtqa.errors import ReadError, WriteError

    if source == target == "-":
        raise ReadError("<stdin>", "expected standard input once, found - twice; name a file for one of them.")
    if out and out.exists() and any(Path(name).exists() and out.samefile(name) for name in (source, target)):
        raise WriteError(f"{out}: expected a file that is not being read, found an input; choose another name.")


def _load(name: str) -> str:
    from mtqa.read.decode import decode
    from mtqa.read.files import File

    file = File(name, name, chosen=True)
    return decode(file.load(), file.name)


def _language(text: str) -> str:
    from mtqa.read.languages import excerpt
    from mtqa.text.language import detect

    return detect(excerpt(text)).code


def _parted(text: str, lang: str, lines: bool) -> tuple[list[str], list[int] | None]:
    """The sentences, and the number of the paragraph that each is in; lines tell no paragraphs."""
    if lines:
        return [line.rstrip("\r\n") for line in LINE.findall(text)], None
    from mtqa.lang.base import language
    from mtqa.segment import find

    found = find(text, language(lang))
    return [text[start:end] for start, end, _ in found], [paragraph for *_, paragraph in found]


def _put(out: Path | None, text: str) -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    if out is None or str(out) == "-":
        click.echo(text, nl=False)
        return
    from mtqa.align.write import write_text

    write_text(out, text)
