"""Beads as XML: TMX 1.4b for translation memories, XLIFF 1.2 for translation tools."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from mtqa import __version__
from mtqa.data import Bead

NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Texts = tuple[Sequence[str], Sequence[str]]
Langs = tuple[str, str]


def tmx(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:
    """TMX 1.4b: a unit for each bead with sentences on both sides, its confidence as a property, and that it moved.

    Sentences without a counterpart are no translation units and are left out. What XML cannot hold (control characters,
    lone surrogates) becomes U+FFFD.
    """
    codes = tuple(code or "und" for code in langs)
    units = [_tu(bead, joined(bead, texts), codes) for bead in beads if bead.source and bead.target]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'  <header creationtool="mtqa" creationtoolversion={quoteattr(__version__)} segtype="sentence" o-tmf="mtqa"'
        f' adminlang="en" srclang={quoteattr(codes[0])} datatype="plaintext"/>\n'
        f"  <body>\n{''.join(units)}  </body>\n</tmx>\n"
    )


def xliff(beads: Sequence[Bead], texts: Texts, langs: Langs) -> str:
    """XLIFF 1.2: a unit for each bead with a source, in order; one without a target has none yet.

    Target sentences without a source have no place in the format and are left out. The confidence, and that a bead moved,
    are notes. Characters as in :func:`tmx`.
    """
    codes = tuple(code or "und" for code in langs)
    units = [_unit(number, bead, joined(bead, texts)) for number, bead in enumerate(beads, 1) if bead.source]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'  <file original="alignment" datatype="plaintext" source-language={quoteattr(codes[0])}'
        f" target-language={quoteattr(codes[1])}>\n"
        f'    <header><tool tool-id="mtqa" tool-name="mtqa" tool-version={quoteattr(__version__)}/></header>\n'
        f"    <body>\n{''.join(units)}    </body>\n  </file>\n</xliff>\n"
    )


def joined(bead: Bead, texts: Texts) -> tuple[str, str]:
    """The sentences of both sides, a space between them."""
    source, target = texts
    return " ".join(source[i] for i in bead.source), " ".join(target[j] for j in bead.target)


def _tu(bead: Bead, sides: tuple[str, str], langs: tuple[str, ...]) -> str:
    moved = '      <prop type="x-moved">yes</prop>\n' if bead.moved else ""
    variants = "".join(
        f"      <tuv xml:lang={quoteattr(lang)}><seg>{_safe(text)}</seg></tuv>\n"
        for lang, text in zip(langs, sides, strict=True)
    )
    return f'    <tu>\n      <prop type="x-confidence">{bead.confidence:.4f}</prop>\n{moved}{variants}    </tu>\n'


def _unit(number: int, bead: Bead, sides: tuple[str, str]) -> str:
    target = f"        <target>{_safe(sides[1])}</target>\n" if bead.target else ""
    moved = '        <note from="mtqa">stands elsewhere in the target</note>\n' if bead.moved else ""
    return (
        f'      <trans-unit id="{number}" xml:space="preserve">\n        <source>{_safe(sides[0])}</source>\n{target}'
        f'        <note from="mtqa">alignment confidence {bead.confidence:.4f}</note>\n{moved}      </trans-unit>\n'
    )


def _safe(text: str) -> str:
    return escape(NO_XML.sub(chr(0xFFFD), text))
