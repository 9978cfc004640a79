"""Patterns over the dictionary forms of a text's words: how knowledge tables say which words they mean.

A pattern is words separated by spaces. A word stands for all its inflected forms; ``=word`` for that form alone (any
case); ``~word`` for exactly these letters, capitals counting (``~china`` is no country); ``a/b`` for either; ``*`` for
up to three words that are not looked at. ``a-b`` also stands for ``a b``; the other way round only in a language that
writes its compounds apart: ``think tank`` finds ``think-tank``, but ``Denk Tank`` not ``Denk-Tank``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from mtqa.lang.base import language
from mtqa.text.lexicon import base_form, lemma

if TYPE_CHECKING:
    from mtqa.text.view import View

GAP = 3
"""How many words ``*`` may stand for."""

HYPHEN = "-"

EXACT = "~"
FORM_MARKS = "=" + EXACT
"""What an option begins with that is one form of a word, not all."""

COINED = 7
"""How many letters a word that no dictionary has must have to be taken for a compound."""


class Slot(NamedTuple):
    """One word of a pattern: ``forms`` match a token's text, ``lemmas`` its dictionary form; neither: a gap.

    ``joined``: a hyphen may stand before it. ``exact``: how a word must be written for its case to fit (any, if empty).
    ``infinitive``: whether each option ends like a German infinitive and is written small.
    """

    lemmas: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    joined: bool = False
    exact: frozenset[str] = frozenset()
    infinitive: bool = False

    @property
    def gap(self) -> bool:
        """Whether it is ``*``."""
        return not self.lemmas and not self.forms

    @property
    def words(self) -> frozenset[str]:
        """All that may stand there, as dictionary form or text."""
        return self.lemmas | self.forms if self.forms else self.lemmas

    def matches(self, text: str, base: str) -> bool:
        """Whether a token (its text and dictionary form, both in lower case) is this word."""
        return base in self.lemmas or text in self.forms or text in self.lemmas


Pattern = tuple[Slot, ...]


class Choice(tuple[Pattern, ...]):
    """Patterns of which any will do; knows which of them a text can begin at all."""

    @cached_property
    def _by_beginning(self) -> dict[str, list[Pattern]]:
        """Text or dictionary form of a word -> the patterns whose first word it may be."""
        out: dict[str, list[Pattern]] = {}
        for pattern in self:
            for word in pattern[0].words if pattern else ():
                out.setdefault(word, []).append(pattern)
        return out

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(self._by_beginning)

    def among(self, words: frozenset[str]) -> Iterator[tuple[str, Pattern]]:
        """The patterns whose first word is among ``words`` (texts and dictionary forms), with each such word."""
        if not self._beginnings.isdisjoint(words):
            for word in self._beginnings & words:
                for pattern in self._by_beginning[word]:
                    yield word, pattern


@lru_cache(1 << 16)
def parse(pattern: str, lang: str) -> Pattern:
    """The slots of a pattern written in ``lang``."""
    apart = not language(lang).compounds
    if pattern.isalpha():  # the usual case, told quickly
        return (Slot(frozenset(_lemmas(pattern, lang)), joined=apart),)
    slots = [
        _slot(part, lang, apart or at > 0)
        for word in pattern.split()
        for at, part in enumerate(filter(None, word.split("-")))
    ]
    return tuple(dropwhile(lambda slot: slot.gap, slots))


@lru_cache(1 << 16)
def _slot(word: str, lang: str, joined: bool) -> Slot:
    if word == "*":
        return Slot()
    options = [option for option in word.split("/") if option]
    fixed = [option for option in options if option[0] in FORM_MARKS or option.endswith(language(lang).possessives)]
    forms = frozenset(option.lstrip(FORM_MARKS).lower() for option in fixed)  # an owner is written out for its 's
    lemmas = {form for option in options if option not in fixed for form in _lemmas(option, lang)}
    exact = frozenset(option[1:] for option in options if option[0] == EXACT)
    return Slot(
        frozenset(lemmas), forms, joined, exact, all(option.islower() and option.endswith("n") for option in options)
    )


def _lemmas(word: str, lang: str) -> set[str]:
    """The dictionary form; for a compound that no dictionary has (``Wurzelursache``) also what its endings make of it."""
    base = base_form(word, lang)
    if len(word) < COINED or not language(lang).compounds or lemma(word, lang):
        return {base}
    return {base, *(base + ending for ending in language(lang).endings)}


def possible(pattern: Pattern, words: AbstractSet[str]) -> bool:
    """Whether each word of the pattern is among ``words`` (texts and dictionary forms): cheap, and rules out nearly all."""
    for slot in pattern:
        lemmas, forms = slot.lemmas, slot.forms
        if (lemmas or forms) and lemmas.isdisjoint(words) and forms.isdisjoint(words):
            return False
    return True


def written(pattern: Pattern, words: Sequence[str]) -> bool:
    """Whether words that matched a pattern without gaps are cased as it asks."""
    return all(not slot.exact or word in slot.exact for slot, word in zip(pattern, words, strict=False))


def find(pattern: Pattern, texts: Sequence[str], bases: Sequence[str], start: int = 0) -> Iterator[tuple[int, int]]:
    """The half-open token ranges from ``start`` on where the pattern stands; ``texts`` in lower case."""
    if not pattern or pattern[0].gap:
        return
    lemmas, forms = pattern[0].lemmas, pattern[0].forms
    for at in range(start, len(texts)):
        if bases[at] in lemmas or texts[at] in lemmas or texts[at] in forms:
            end = _match(pattern, 1, texts, bases, at + 1)
            if end:
                yield at, end


def find_in(pattern: Pattern, view: View) -> Iterator[tuple[int, int]]:
    """The half-open token ranges where the pattern stands in the view, in order: :func:`find`, without looking at every token."""
    if not pattern or pattern[0].gap or not possible(pattern, view.said):
        return
    texts, bases, first = view.lower, view.bases, pattern[0]
    for at in _among(first.words & view.said, view.places):
        if first.matches(texts[at], bases[at]) and (end := _match(pattern, 1, texts, bases, at + 1)):
            yield at, end


def _among(words: frozenset[str], places: dict[str, list[int]]) -> list[int]:
    """Where any of the words stands, in order."""
    if len(words) == 1:
        return places[next(iter(words))]
    return sorted({at for word in words for at in places[word]})


def find_any(patterns: Iterable[Pattern], view: View) -> Iterator[tuple[int, int]]:
    """Where any of the patterns stands in the view, in no order; a place may come more than once."""
    for pattern in patterns:
        yield from find_in(pattern, view)


def _match(pattern: Pattern, slot: int, texts: Sequence[str], bases: Sequence[str], at: int) -> int:
    """The end of the match of ``pattern[slot:]`` at token ``at``; 0 where there is none."""
    if slot == len(pattern):
        return at
    if pattern[slot].gap:
        ends = (_match(pattern, slot + 1, texts, bases, at + skip) for skip in range(GAP + 1))
        return next((end for end in ends if end), 0)
    if pattern[slot].joined and at < len(texts) and texts[at] == HYPHEN:
        at += 1
    if at < len(texts) and pattern[slot].matches(texts[at], bases[at]):
        return _match(pattern, slot + 1, texts, bases, at + 1)
    return 0
