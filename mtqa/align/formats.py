"""Beads as text: JSONL for programs, TSV for eyes and spreadsheets, TMX for translation memories."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from mtqa import __version__
from mtqa.data import Bead

Texts = tuple[Sequence[str], Sequence[str]]
Langs = tuple[str, str]
Format = Callable[[Sequence[Bead], Texts, Langs], str]

BREAK = re.compile(r"\s*[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADER = "source\ttarget\tconfidence\tsource_text\ttarget_text"


def jsonl(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:  # noqa: ARG001 - every format's signature
    """A line a bead, in order: ``{"source": [0], "target": [0, 1], "confidence": 0.93}``, places from 0."""
    lines = [
        {"source": list(bead.source), "target": list(bead.target), "confidence": bead.confidence} for bead in beads
    ]
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def tsv(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:  # noqa: ARG001
    """A header, and a line a bead: places from 0 joined by commas, confidence, the sentences on one line."""
    lines = [
        "\t".join((_places(bead.source), _places(bead.target), f"{bead.confidence:.4f}", *_flat(bead, texts)))
        for bead in beads
    ]
    return "".join(f"{line}\n" for line in [HEADER, *lines])


def tmx(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:
    """TMX 1.4b: a unit for each bead with sentences on both sides, its confidence as a property.

    Sentences without a counterpart are no translation units and are left out. What XML cannot hold (control characters,
    lone surrogates) becomes U+FFFD.
    """
    codes = tuple(code or "und" for code in langs)
    units = [_unit(bead, _joined(bead, texts), codes) for bead in beads if bead.source and bead.target]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'  <header creationtool="mtqa" creationtoolversion={quoteattr(__version__)} segtype="sentence" o-tmf="mtqa"'
        f' adminlang="en" srclang={quoteattr(codes[0])} datatype="plaintext"/>\n'
        f"  <body>\n{''.join(units)}  </body>\n</tmx>\n"
    )


FORMATS: dict[str, Format] = {"jsonl": jsonl, "tmx": tmx, "tsv": tsv}


def _unit(bead: Bead, sides: tuple[str, str], langs: tuple[str, ...]) -> str:
    variants = "".join(
        f"      <tuv xml:lang={quoteattr(lang)}><seg>{escape(NO_XML.sub(chr(0xFFFD), text))}</seg></tuv>\n"
        for lang, text in zip(langs, sides, strict=True)
    )
    return f'    <tu>\n      <prop type="x-confidence">{bead.confidence:.4f}</prop>\n{variants}    </tu>\n'


def _joined(bead: Bead, texts: Texts) -> tuple[str, str]:
    source, target = texts
    return " ".join(source[i] for i in bead.source), " ".join(target[j] for j in bead.target)


def _flat(bead: Bead, texts: Texts) -> tuple[str, str]:
    source, target = _joined(bead, texts)
    return BREAK.sub(" ", source), BREAK.sub(" ", target)


def _places(places: Sequence[int]) -> str:
    return ",".join(map(str, places))
