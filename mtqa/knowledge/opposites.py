"""Opposites rendered by each other: a sentence that reads well and says the reverse.

The table ``en-de/opposites.tsv`` has pairs of English opposites and their German renderings. Where the source has the one and no
trace of the other, and the target has what renders the other and no trace of what renders the one, the sentence is turned
round (*counterclockwise* – *im Uhrzeigersinn*). Where anything on either side negates, nothing is said: what *did not rise* may
well have *fallen*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.grammar import words
from mtqa.knowledge.pattern import FORM_MARKS, HYPHEN, Choice, find_any, find_in, parse
from mtqa.knowledge.separable import places_of, rest_of, split_off
from mtqa.knowledge.table import alternatives, read_table
from mtqa.knowledge.verbs import verbs
from mtqa.lang.base import language, short
from mtqa.text.negation import negations
from mtqa.text.view import View, per_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mtqa.knowledge.right import Place

SILENT = "?"
"""What a word begins with that only silences."""
INSIDE = 3
"""Letters of the shortest word that is looked for inside others."""
LONGEST = 35
"""Tokens of a side above which too much may be said in too many ways."""
PARTED = re.compile(r"[ -]")
"""What makes several tokens of a pattern."""
PAIR = ("en", "de")
EXCUSES = {
    "en": words(
        "hardly barely scarcely rarely seldom stop prevent avoid fail without instead unless until lack refuse unable"
    ),
    "de": words("kaum selten ohne anstatt sondern vermeiden verhindern aufhören außer bis weniger weder fehlen"),
}
"""What may turn a sentence round besides what negates, in any form."""
EXCUSE = frozenset(("less",))
"""The same in that form alone: *at least* is none."""
COLUMNS = (("one", "one_de"), ("other", "other_de"))
JOINED = words("und oder bzw sowie")
COMPASS = words("north south east west")
"""Words that have a capital and mean the same."""
HALVES = 2
"""How many tokens before the second of two halves the hyphen of the first stands."""


class Said(NamedTuple):
    """One of two opposites in one language: what says it, and what leaves a trace of it.

    ``written``: the patterns of ``patterns``; ``verbs``: those of them that may stand split; ``words``: of which one, alone or
    inside a compound, is a trace; ``phrases``: of which the whole is one.
    """

    written: tuple[str, ...]
    patterns: Choice
    verbs: tuple[str, ...]
    words: frozenset[str]
    phrases: Choice


class Row(NamedTuple):
    """What the source may say, its opposite, what should be said in the target, and the opposite of that.

    ``doubtful``: whether good translators say one for the other now and then (*sold separately* – *muss man extra kaufen*).
    """

    source: Said
    source_opposite: Said
    target: Said
    target_opposite: Said
    doubtful: bool


class Turned(NamedTuple):
    """A sentence turned round: half-open tokens of the source and of the target, and by which row."""

    source: tuple[int, int]
    target: tuple[int, int]
    row: Row


@cache
def opposites(source_lang: str, target_lang: str) -> dict[str, tuple[Row, ...]]:
    """The rows by each word (text or dictionary form) with which the source may say its first opposite."""
    langs = source_lang, target_lang
    if set(langs) != set(PAIR):
        return {}
    out: dict[str, list[Row]] = defaultdict(list)
    for cells in read_table("-".join(PAIR), "opposites"):
        sides = [
            {lang: _said(cells[mine], cells[its], lang) for mine, its, lang in zip(names, opposite, PAIR, strict=True)}
            for names, opposite in (COLUMNS, COLUMNS[::-1])
        ]
        for one, other in (sides, sides[::-1]):
            row = Row(one[source_lang], other[source_lang], one[target_lang], other[target_lang], bool(cells["doubt"]))
            for word in {word for pattern in row.source.patterns for word in pattern[0].words} | {
                *map(rest_of, row.source.verbs)
            }:
                out[word].append(row)
    return {word: tuple(rows) for word, rows in out.items()}


def _said(cell: str, opposite: str, lang: str) -> Said:
    every = [text.removeprefix(SILENT) for text in alternatives(cell)]
    written = tuple(text for text in alternatives(cell) if not text.startswith(SILENT))
    alone = [text for text in every if not PARTED.search(text)]
    if not language(lang).compounds:  # of a phrase each word of content is a trace: „opened them“ of „open the“
        shared = language(lang).function_words | _parts(opposite)
        alone += [word for text in every if PARTED.search(text) for word in sorted(_parts(text) - shared)]
    traces = (option.lstrip(FORM_MARKS).lower() for text in alone for option in text.split("/"))
    phrases = (text for text in every if PARTED.search(text))
    split = tuple(text for text in written if language(lang).separable and rest_of(text) != text)
    return Said(written, _parsed(written, lang), split, frozenset(traces), _parsed(phrases, lang))


def _parts(cell: str) -> frozenset[str]:
    """The words of a cell, without marks."""
    return frozenset(word.lstrip(FORM_MARKS + SILENT) for word in re.split(r"[ |/-]", cell))


def _parsed(texts: Iterable[str], lang: str) -> Choice:
    return Choice(parse(text, lang) for text in texts)


def turned_round(source: View, target: View) -> Iterator[Turned]:
    """Where the target says the opposite of the source: a row speaks once, a place is told once, by a sure row if any does."""
    rows = opposites(short(source.lang), short(target.lang))
    there = rows.keys() & source.said
    if not there or max(len(source.tokens), len(target.tokens)) > LONGEST or _excused(source) or _excused(target):
        return
    told: set[int] = set()
    found = dict.fromkeys(row for word in sorted(there) for row in rows[word])
    for row in sorted(found, key=lambda row: row.doubtful):
        places = sorted(_places(row.target_opposite, target))
        origins = sorted(_places(row.source, source)) if places else []
        if (
            not origins
            or _leaves_trace(row.source_opposite, source, origins)
            or _leaves_trace(row.target, target, places)
        ):
            continue
        if places[0][0] not in told:
            told.update(place[0] for place in places)
            yield Turned(origins[0], places[0], row)


@per_view
def _excused(view: View) -> bool:
    """Whether anything in the text may turn it round."""
    return (
        bool(negations(view))
        or not EXCUSES[short(view.lang)].isdisjoint(view.said)
        or not EXCUSE.isdisjoint(view.words)
    )


def _places(said: Said, view: View) -> Iterator[Place]:
    """Where it is said: as written, or as a verb that is split; no part of a word with hyphens, no name, no other verb."""
    for start, end in find_any(said.patterns, view):
        if not (_is_part(view, start, end) or _is_name(view, start) or _is_other_verb(view, start, end)):
            yield start, end
    if view.language.separable:
        yield from ((at, at + 1) for verb in said.verbs for at in places_of(view, verb))


def _is_part(view: View, start: int, end: int) -> bool:
    """Whether a hyphen joins it to more, or it shares its end with a word before it (*In- und Ausland*)."""
    joined = view.lower[max(0, start - 1) : start] + view.lower[end : end + 1]
    return HYPHEN in joined or (
        start >= HALVES and view.lower[start - 1] in JOINED and view.lower[start - HALVES] == HYPHEN
    )


def _is_name(view: View, at: int) -> bool:
    """Whether it has a capital inside a sentence, in a language that gives nouns none: *Lower Saxony*."""
    inside = at > 0 and view.tokens[at - 1].is_word
    return (
        inside
        and not view.language.nouns_capitalised
        and view.tokens[at].text[0].isupper()
        and view.lower[at] not in COMPASS
    )


def _is_other_verb(view: View, start: int, end: int) -> bool:
    """Whether it is what is left of a verb that is split: *stieg* of *stieg aus*."""
    if not view.language.separable or end - start > 1 or view.bases[start].lower() not in verbs():
        return False
    return (not start or view.tokens[start].text.islower()) and bool(split_off(view, start))


def _leaves_trace(said: Said, view: View, places: Sequence[Place]) -> bool:
    """Whether anything of it stands in the text, alone, inside a compound or split; what stands at the places aside."""
    if not said.words.isdisjoint(view.said) or any(next(find_in(one, view), None) for one in said.phrases):
        return True
    if not view.language.compounds:
        return False
    aside = {at for start, end in places for at in range(start, end)}
    forms = zip(view.lower, view.bases, strict=True)
    rest = "\n".join(f"{text} {base}" for at, (text, base) in enumerate(forms) if at not in aside)
    return any(len(word) >= INSIDE and word in rest for word in said.words) or any(
        next(places_of(view, word), None) is not None for word in said.words
    )
