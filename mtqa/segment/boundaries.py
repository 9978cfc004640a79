"""Where sentences end in a paragraph: sentencex decides, :mod:`.repairs` corrects what it is known to get wrong."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from mtqa.segment.repairs import belongs_left, belongs_right, is_one_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range
    from mtqa.lang.base import Language

SPACE = re.compile(r"\s")
LONE = re.compile("[\ud800-\udfff]")
QUOTES = re.compile('["“”„«»‹›]')
SHORTEST = 20
"""Inside quotation marks a sentence ends only where this many characters stand on both sides."""


def pieces(text: str, start: int, end: int, lang: Language) -> Iterator[Range]:
    """The sentences of the paragraph ``text[start:end]``, offsets in ``text``, without the white space around them."""
    part = text[start:end]
    clean = _clean(part)
    cuts = _repaired(clean, sorted({*_cuts(clean, lang), *_quoted_cuts(clean, lang)}), lang)
    for first, last in pairwise([0, *cuts, len(part)]):
        piece = part[first:last]
        if kept := piece.strip():
            begin = start + first + piece.index(kept)
            yield begin, begin + len(kept)


def _clean(text: str) -> str:
    """``text`` at the same length as sentencex can take it: it fails at no-break spaces and at lone surrogates."""
    return LONE.sub("\ufffd", SPACE.sub(" ", text))


def _cuts(text: str, lang: Language) -> list[int]:
    """Where sentencex begins a new sentence; the beginning of the text is not among the places."""
    from sentencex import segment

    return list(accumulate(map(len, segment(lang.code, text))))[:-1]


def _quoted_cuts(text: str, lang: Language) -> list[int]:
    """Where it does so with quotation marks blanked: inside them it never ends a sentence, however long they are."""
    if not QUOTES.search(text):
        return []
    cuts = _cuts(QUOTES.sub(" ", text), lang)
    return [cut for cut in cuts if min(cut, len(text) - cut) >= SHORTEST and not QUOTES.search(text[cut - 2 : cut + 1])]


def _repaired(text: str, cuts: list[int], lang: Language) -> list[int]:
    kept: list[int] = []
    for number, cut in enumerate(cuts):
        after = cuts[number + 1] if number + 1 < len(cuts) else len(text)
        before = kept[-1] if kept else 0
        left, right = text[before:cut], text[cut:after]
        moved = cut + belongs_left(left, right, lang) - belongs_right(left, right, lang)
        left, right = text[before:moved].strip(), text[moved:after].strip()
        if left and right and not is_one_sentence(left, right, lang):
            kept.append(moved)
    return kept
