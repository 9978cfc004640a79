"""``mtqa align``: which sentences of a translation stand for which of its source."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from mtqa.encode.base import Encoder

EPILOG = """\b
Examples:
  mtqa align article.en.txt article.de.txt
  mtqa align source.en.txt target.de.txt --format tmx --out memory.tmx
  mtqa align en.lines de.lines --lines --source-lang en --target-lang de --format jsonl --out beads.jsonl
  mtqa align en/ de/ --format xliff --out aligned    (files matched by name)
"""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
FORMATS = ("tsv", "jsonl", "tmx", "xliff")


class Wanted(NamedTuple):
    """What the user asked for; languages are empty where they are to be detected."""

    lines: bool
    langs: tuple[str, str]
    form: str
    pack: str
    encoder: Encoder | None


@click.command(epilog=EPILOG, short_help="Find which sentences of two texts belong together.")
@click.argument("source")
@click.argument("target")
@click.option("--lines", is_flag=True, help="Each line is a sentence already; beads count lines.")
@click.option("--source-lang", default="", metavar="CODE", help="Language of SOURCE; detected if not given.")
@click.option("--target-lang", default="", metavar="CODE", help="Language of TARGET; detected if not given.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="tsv", show_default=True, help="Output.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="File to write (folder for folders); standard output if not given."
)
@click.option("--pack", default="", metavar="DIR", help="A language pack of your own.")
@click.option("--encoder", default="", metavar="NAME|PATH", help="A sentence-transformers model as further evidence.")
def command(
    source: str, target: str, lines: bool, source_lang: str, target_lang: str, form: str, out: Path | None, pack: str,
    encoder: str,
) -> None:  # fmt: skip
    """Align the sentences of the texts SOURCE and TARGET (- for standard input), or of the files in two folders or globs.

    Every sentence stands in exactly one bead, one without a counterpart in a bead of one side. Beads come in the order of
    TARGET; passages that stand elsewhere in SOURCE are marked as moved. Sentences (with --lines: lines) are counted from 0.
    """
    from mtqa.cli._align_many import align_many, is_many
    from mtqa.config import Settings
    from mtqa.encode.find import find_encoder

    Settings(source_lang=source_lang, target_lang=target_lang)  # refuses what is no language code
    if is_many(source) or is_many(target):
        wanted = Wanted(lines, (source_lang, target_lang), form, pack, find_encoder(encoder))
        align_many(source, target, out, wanted)
        return
    _refuse(source, target, out)
    texts = load(source), load(target)
    wanted = Wanted(lines, (source_lang, target_lang), form, pack, find_encoder(encoder))
    _put(out, aligned(texts, wanted))


def aligned(texts: tuple[str, str], wanted: Wanted, said: str = "") -> str:
    """The beads of the two texts in the wanted format; ``said`` stands before the progress on a terminal."""
    from mtqa.align import align_sentences
    from mtqa.align.formats import FORMATS as WRITERS
    from mtqa.pack.load import find_pack

    langs = wanted.langs[0] or _language(texts[0]), wanted.langs[1] or _language(texts[1])
    there, here = _parted(texts[0], langs[0], wanted.lines), _parted(texts[1], langs[1], wanted.lines)
    beads = align_sentences(
        there[0], here[0], source_lang=langs[0], target_lang=langs[1], encoder=wanted.encoder,
        pack=find_pack(*langs, wanted.pack) if langs[0] != langs[1] else None,
        source_paragraphs=there[1], target_paragraphs=here[1], progress=_Show(said, len(there[0]) + len(here[0])),
    )  # fmt: skip
    return WRITERS[wanted.form](beads, (there[0], here[0]), langs)


class _Show:
    """The progress on a terminal, with how fast it goes; nothing where standard error is none."""

    def __init__(self, said: str, sentences: int) -> None:
        self.said, self.sentences, self.start = said, sentences, time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Tell that ``done`` of at most ``total`` passes are done."""
        if not sys.stderr.isatty():
            return
        rate = self.sentences * done / max(time.monotonic() - self.start, 1e-3)
        speed = f", {rate:,.0f} sentences a second" if done else ""
        click.echo(f"\r{self.said}aligning, pass {done + 1} of at most {total}{speed}\x1b[K", nl=False, err=True)


def _refuse(source: str, target: str, out: Path | None) -> None:
    from mtqa.errors import ReadError, WriteError

    if source == target == "-":
        raise ReadError("<stdin>", "expected standard input once, found - twice; name a file for one of them.")
    if out and out.exists() and any(Path(name).exists() and out.samefile(name) for name in (source, target)):
        raise WriteError(f"{out}: expected a file that is not being read, found an input; choose another name.")


def load(name: str) -> str:
    """The text of a file, decoded; :class:`ReadError` for a format that has more in it than one running text."""
    from mtqa.errors import ReadError
    from mtqa.read.choose import reader_of
    from mtqa.read.decode import decode
    from mtqa.read.files import File

    file = File(name, name, chosen=True)
    data = file.load()
    text = decode(data, file.name)
    reader = reader_of(file.path, data)
    if reader.kind != "text":
        raise ReadError(
            file.name, f"expected running text to align, found a file of pairs ({reader.name}); "
            "name a text file for each side, or judge the pairs with mtqa check.",
        )  # fmt: skip
    return text


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
    clear()
    if out is None or str(out) == "-":
        click.echo(text, nl=False)
        return
    from mtqa.align.write import write_text

    write_text(out, text)


def clear() -> None:
    """Take the progress off the terminal."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
