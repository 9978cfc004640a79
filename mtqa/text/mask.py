"""What in a text is no language: markup, placeholders, URLs, e-mail addresses, paths and code.

Parsed once per text and shared: checks of language see blanks of the same length, checks of markup see the parts. A
text without any of the characters that such things need is answered at once; one with a few of them is read for the
families of those alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from mtqa.text.families import FAMILIES, RARE, Family, Kind
from mtqa.text.fluent import fluent_parts
from mtqa.text.icu import icu_parts
from mtqa.text.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.data import Range

Context = Literal["prose", "pair", "strings"]
"""Where a text stands: in a running text, in a table of pairs, or in a file of software strings."""


@dataclass(frozen=True, slots=True)
class Part:
    """A masked stretch: what kind and family (:mod:`mtqa.text.families`), where, and its characters."""

    kind: Kind
    start: int
    end: int
    text: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class Mask:
    """The text with masked parts blanked by :data:`mtqa.text.words.FILLER` (same length), and the parts in order."""

    text: str
    parts: tuple[Part, ...]


NONE: tuple[Range, ...] = ()
BY_NAME = {family.name: family for family in FAMILIES}
SIGNS = tuple(dict.fromkeys(sign for family in FAMILIES for sign in family.signs if sign != RARE))
RARE_SIGNS = re.compile(r"[.:vV](?:(?<=[.:])[A-Za-z]|(?<=\d\.)\d|(?<=\b[vV])\d|(?<=[\da-fA-F]:)[\da-fA-F]+:)")
ANY = re.compile(
    r"[<{%$@/\\`~&|_*()\-\[\].:!vV]"  # a set to begin with, which the search can look for alone
    r"(?:(?<=[<{%$@/\\`~&|_])|(?<=\*)\*|(?<=\()\)|(?<=-)-|(?<=\[)[\[/]|(?<=\])[(_\]]"
    r"|(?<=[.:!])[A-Za-z]|(?<=\d\.)\d|(?<=\b[vV])\d|(?<=[\da-fA-F]:)[\da-fA-F]+:)"
)
"""What a text must have some of for any pattern to match."""

FEW = 4
"""Up to so many signs are looked for with a pattern of their own families; more, with all."""

EDITORIAL = re.compile(
    r"\{\s?(?:sic|laughs?|laughter|lacht|gelächter|applause|applaus|beifall|pause|music|musik|inaudible)\s?\}", re.I
)
"""What an editor puts in braces: a placeholder only where the other side has it too."""


def mask(
    text: str, markup: tuple[Range, ...] = NONE, *, beside: str = "", context: Context = "pair",
    terms: tuple[Range, ...] = NONE,
) -> Mask:  # fmt: skip
    """The mask of ``text``; the ranges in ``markup`` and ``terms`` are masked whatever they look like.

    What only may be a placeholder counts by ``context``: in a running text where ``beside``, the text on the other side,
    has it too; in pairs unless an editor writes so; in strings always. ``terms`` are words that must not be translated.
    """
    if not markup and not terms and not ANY.search(text):
        return Mask(text, ())
    fixed = [Part("markup", start, end, text[start:end], "inline") for start, end in markup]
    fixed += [Part("term", start, end, text[start:end], "term") for start, end in terms]
    if "{" in text:
        fixed += [Part("placeholder", start, end, text[start:end], "icu") for start, end in icu_parts(text)]
        fixed += [
            Part("placeholder", start, end, text[start:end], "fluent_select") for start, end in fluent_parts(text)
        ]
    found = [part for part in _found(text) if _counts(part, beside, context)]
    if fixed:
        found = [part for part in found if not any(part.start < one.end and one.start < part.end for one in fixed)]
    parts = tuple(sorted([*fixed, *found], key=lambda part: part.start))
    return Mask(_blanked(text, parts), parts)


def depends(text: str) -> bool:
    """Whether what is masked in ``text`` may depend on what stands beside it."""
    return DOUBTFUL.search(text) is not None


DOUBTFUL = re.compile(r"\{\s?[a-zA-Z_]|:[a-z]|[{%]L?\d|\{\}|[$~]\w|[@%!][a-z]|__|~%")


def _counts(part: Part, beside: str, context: Context) -> bool:
    certainty = BY_NAME[part.family].certainty
    if certainty == "sure" or context == "strings":
        return True
    if certainty == "possible":
        return False
    doubtful = context == "prose" or EDITORIAL.fullmatch(part.text)
    return not doubtful or part.text in beside


def _found(text: str) -> Iterator[Part]:
    pattern = _pattern(_signature(text))
    if pattern is None:
        return
    for match in pattern.finditer(text):
        family = BY_NAME[match.lastgroup or ""]
        yield Part(family.kind, *match.span(), match.group(), family.name)


def _signature(text: str) -> tuple[str, ...]:
    """The signs that the text has; all where it has many, so that few patterns are ever made."""
    there = [sign for sign in SIGNS if sign in text]
    if RARE_SIGNS.search(text):
        there.append(RARE)
    return tuple(there) if len(there) <= FEW else ("all",)


@cache
def _pattern(signature: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for the families of these signs."""
    families = [one for one in FAMILIES if signature == ("all",) or not set(signature).isdisjoint(one.signs)]
    return _compiled(families) if families else None


def _compiled(families: list[Family]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{one.name}>{one.pattern})" for one in families), re.DOTALL)


def _blanked(text: str, parts: tuple[Part, ...]) -> str:
    if not parts:
        return text
    pieces, position = [], 0
    for part in parts:
        pieces += [text[position : part.start], FILLER * (part.end - max(part.start, position))]
        position = max(position, part.end)
    return "".join(pieces) + text[position:]
