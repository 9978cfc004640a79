"""A hand-written dictionary where the statistical tables are thin: which renderings of a word are plainly right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.view import View

HEAD = 4
"""Letters a rendering must have to count as the end of a compound."""


@dataclass(frozen=True, slots=True)
class Link:
    """A target token that the dictionary knows as a rendering of a source token."""

    source: int
    target: int


@cache
def dictionary(source_lang: str, target_lang: str) -> dict[str, frozenset[str]]:
    """Source word (lower case) -> the words its renderings are made of (lower case), grammar words left out.

    The table of the other direction counts too, read backwards.
    """
    out: dict[str, set[str]] = defaultdict(set)
    for row in read_table(f"{source_lang}-{target_lang}", "dictionary"):
        out[row["word"].lower()].update(part for text in alternatives(row["renderings"]) for part in _parts(text))
    for row in read_table(f"{target_lang}-{source_lang}", "dictionary"):
        for text in alternatives(row["renderings"]):
            out[text.lower()].update(_parts(row["word"]))
    return {word: frozenset(parts) for word, parts in out.items()}


def _parts(text: str) -> list[str]:
    words = text.lower().replace("-", " ").split()
    return [word for word in words if len(word) > 3 or len(words) == 1]


def links(source: View, target: View) -> list[Link]:
    """The renderings that stand in the target: by dictionary form, or as the end of a compound; in source order."""
    entries = dictionary(source.lang.partition("-")[0], target.lang.partition("-")[0])
    if not entries:
        return []
    places: dict[str, list[int]] = defaultdict(list)
    for at, (base, text) in enumerate(zip(target.bases, target.lower, strict=True)):
        places[base].append(at)
        if text != base:
            places[text].append(at)
    out = []
    for at, (text, base) in enumerate(zip(source.lower, source.bases, strict=True)):
        for word in entries.get(base) or entries.get(text) or ():
            out += [Link(at, place) for place in _places(word, places, target)]
    return out


def _places(word: str, places: dict[str, list[int]], target: View) -> list[int]:
    if word in places:
        return places[word]
    if len(word) < HEAD or not target.language.compounds:
        return []
    return [
        place for form, found in places.items() if len(form) > len(word) + 2 and form.endswith(word) for place in found
    ]
