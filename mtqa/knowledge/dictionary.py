"""A hand-written dictionary where the statistical tables are thin: which renderings of a word are plainly right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from mtqa.knowledge.right import stem
from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.lexicon import CACHED
from mtqa.text.view import View

STEM = 4
"""Letters the stem of a rendering must have to be looked for inside words."""

Link = tuple[int, int]
"""A source token, and a target token that the dictionary knows as a rendering of it."""


@cache
def dictionary(source_lang: str, target_lang: str) -> dict[str, frozenset[str]]:
    """Source word (lower case) -> the words its renderings are made of (lower case), grammar words left out.

    The table of the other direction counts too, read backwards.
    """
    out: dict[str, set[str]] = defaultdict(set)
    for row in read_table(f"{source_lang}-{target_lang}", "dictionary"):
        for text in alternatives(row["renderings"]):
            out[row["word"].lower()].update(_parts(text))
    for row in read_table(f"{target_lang}-{source_lang}", "dictionary"):
        for text in alternatives(row["renderings"]):
            out[text.lower()].update(_parts(row["word"]))
    return {word: frozenset(parts) for word, parts in out.items()}


def _parts(text: str) -> list[str]:
    words = text.lower().replace("-", " ").split()
    return [word for word in words if len(word) > 3 or len(words) == 1]


def exact_links(source: View, target: View) -> Iterator[Link]:
    """Renderings that stand in the target in any inflected form; in source order."""
    said = target.said
    for at, found in _renderable(source, target.lang):
        if not found.isdisjoint(said):
            for word in sorted(found & said):
                for place in target.places[word]:
                    yield at, place


def _renderable(source: View, target_lang: str) -> list[tuple[int, frozenset[str]]]:
    """The tokens that the dictionary has, each with its renderings; kept by the view."""
    key = _renderable, target_lang
    if key not in source.kept:
        pair = source.lang.partition("-")[0], target_lang.partition("-")[0]
        sides = enumerate(zip(source.lower, source.bases, strict=True))
        source.kept[key] = [(at, found) for at, (text, base) in sides if (found := _renderings(pair, text, base))]
    kept: list[tuple[int, frozenset[str]]] = source.kept[key]
    return kept


def stem_links(source: View, target: View, sources: Sequence[int], targets: Sequence[int]) -> Iterator[Link]:
    """Renderings whose stem stands inside a target word: in compounds, participles, derived words.

    Only between the tokens ``sources`` and ``targets``: those that nothing else accounts for.
    """
    pair = source.lang.partition("-")[0], target.lang.partition("-")[0]
    words = [target.lower[place] for place in targets]
    together = "\n".join(words)
    for at in sources:
        stems = [part for part in _stems(pair, source.lower[at], source.bases[at]) if part in together]
        if stems:
            for place, word in zip(targets, words, strict=True):
                if any(part in word for part in stems):
                    yield at, place


NONE: frozenset[str] = frozenset()


@lru_cache(CACHED)
def _renderings(pair: tuple[str, str], text: str, base: str) -> frozenset[str]:
    """Those of the form as it stands and of its dictionary form: ``terms`` has a row of its own, beside ``term``."""
    entries = dictionary(*pair)
    found = entries.get(text, NONE)
    return found if text == base else found | entries.get(base, NONE)


@lru_cache(CACHED)
def _stems(pair: tuple[str, str], text: str, base: str) -> tuple[str, ...]:
    """The stems of the renderings that are long enough to be looked for inside words."""
    return tuple({part for word in _renderings(pair, text, base) if len(part := stem(word)) >= STEM})
