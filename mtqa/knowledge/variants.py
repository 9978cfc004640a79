"""Words with two legal spellings, and which of them a text has where.

``Delfin`` and ``Delphin``, ``aufgrund`` and ``auf Grund``, ``colour`` and ``color``: tables ``<language>/variants.tsv``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.table import read_table
from mtqa.lang.base import short

if TYPE_CHECKING:
    from mtqa.text.view import View

ENDINGS: dict[str, frozenset[str]] = {
    "de": frozenset("e en er es em n s ern in innen se sen t te".split()),
    "en": frozenset("s es d ed ing er ers r rs ly ful less able al".split()),
}
"""Language -> the endings that a star may stand for, besides none."""

PART = 4
"""Letters from which what follows is another part of a compound."""


class Spelling(NamedTuple):
    """One of a pair's two: its words in order, the last with any ending if ``open``; ``exact``: letter case counts."""

    pair: int
    side: int
    words: tuple[str, ...]
    open: bool
    exact: bool
    kind: str


class Found(NamedTuple):
    """A spelling at tokens ``first`` to before ``last``, with the ``ending`` beyond what the table has."""

    spelling: Spelling
    first: int
    last: int
    ending: str


@cache
def spellings(lang: str) -> dict[int, tuple[Spelling, Spelling]]:
    """Number of a pair -> its two spellings."""
    out = {}
    for number, row in enumerate(read_table(lang, "variants")):
        exact = row["one"].lower() == row["other"].lower()
        cells = (row["one"], row["other"])
        one, other = (
            Spelling(number, side, tuple(cell.removesuffix("*").split()), cell.endswith("*"), exact, row["kind"])
            for side, cell in enumerate(cells)
        )
        out[number] = one, other
    return out


@cache
def _by_start(lang: str) -> dict[str, list[Spelling]]:
    """The first three letters of the first word -> spellings, those of more letters first."""
    found: dict[str, list[Spelling]] = defaultdict(list)
    for pair in spellings(lang).values():
        for one in pair:
            found[one.words[0][:3].lower()].append(one)
    return {start: sorted(ones, key=lambda one: (-len("".join(one.words)), one.pair)) for start, ones in found.items()}


@lru_cache(1 << 16)
def _may_begin(word: str, lang: str) -> tuple[Spelling, ...]:
    """The spellings that may begin with that word."""
    return tuple(one for one in _by_start(lang).get(word[:3].lower(), ()) if _is_first(word, one))


def _is_first(word: str, one: Spelling) -> bool:
    wanted, low = one.words[0], word if one.exact else word.lower()
    if low == wanted:
        return True
    return one.open and len(one.words) == 1 and low.startswith(wanted)


def found(view: View) -> Iterator[Found]:
    """The spellings in the text, the first of each place's."""
    lang, skip = short(view.lang), 0
    if not spellings(lang):
        return
    for at, form in enumerate(view.forms):
        begun = _may_begin(form, lang)
        if begun and at >= skip:
            hit = next((hit for one in begun if (hit := _match(view, at, one))), None)
            if hit:
                skip = hit.last
                yield hit


def _match(view: View, at: int, one: Spelling) -> Found | None:
    texts, end = view.forms if one.exact else view.lower, at + len(one.words)
    if end > len(texts) or (end - at > 1 and tuple(texts[at : end - 1]) != one.words[:-1]):
        return None
    last = texts[end - 1]
    ending = last.removeprefix(one.words[-1]) if last.startswith(one.words[-1]) else None
    if ending is None or (ending and not (one.open and _is_ending(ending, view.lang))):
        return None
    return Found(one, at, end, ending)


def _is_ending(text: str, lang: str) -> bool:
    return text in ENDINGS.get(short(lang), ()) or (short(lang) == "de" and len(text) >= PART and text.isalpha())


def respelled(hit: Found, text: str, lang: str) -> str:
    """The other spelling with the same ending and, at its beginning, the same case; empty where that is not plain."""
    other = spellings(short(lang))[hit.spelling.pair][1 - hit.spelling.side]
    if hit.spelling.exact:
        return " ".join(other.words)
    if len(other.words) > 1 or len(hit.spelling.words) > 1:
        return ""
    plain = other.words[0] + hit.ending
    return plain[0].upper() + plain[1:] if text[0].isupper() else plain
