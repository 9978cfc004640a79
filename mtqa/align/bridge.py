"""From the words of one side to those of the other: by the pack's lexicon where there is one, and by their form."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.forms import RELATED, Beginnings, digits, parts, plain, sounds
from mtqa.align.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.align.side import Side
    from mtqa.lang.base import Language
    from mtqa.pack.base import Lexicon

NUMBER, SHORT_NUMBER = 0.8, 0.5
MARK = 0.3
NAME, SHORT_NAME = 0.5, 0.25
SAME = 0.8
"""The same word where both sides are of one language."""
COGNATE = 0.15
RELATIVE = 0.5
PIECE = 0.4
FALSE_FRIEND = 0.2
"""How much of a form's say is left where the lexicon knows both words and does not pair them."""
LONG = 4
LIKELY = 0.05
COMPOUND = 8


class Bridge:
    """What the types of ``source`` let one expect on the other side."""

    def __init__(self, source: Side, target: Side, langs: tuple[Language, Language],
                 lexicons: tuple[Lexicon, Lexicon] | None) -> None:  # fmt: skip
        """Prepare; ``lexicons`` are of this direction and of the other."""
        self.source, self.target = source, target
        self.source_lang, self.target_lang = langs
        self.same = bool(langs[0].code) and langs[0].code == langs[1].code
        self.lexicon: Lexicon | None = lexicons[0] if lexicons else None
        self.back: Lexicon | None = lexicons[1] if lexicons else None
        self.relatives = Beginnings(target.vocabulary, plain)
        self.cognates = Beginnings(target.vocabulary, sounds)
        self.numbers: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(target.vocabulary):
            if word[:1].isdigit():
                self.numbers[digits(word)].append(place)
        self.compounds = self._compounds()
        self.reached: dict[str, dict[int, float]] = {}

    def links(self) -> Links:
        """The table, rows the source's types, columns the target's."""
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for place, word in enumerate(self.source.vocabulary):
            found = self._links_of(word)
            rows.extend([place] * len(found))
            columns.extend(found)
            values.extend(found.values())
        shape = len(self.source.vocabulary), len(self.target.vocabulary)
        return Links.of(np.array(rows, np.int64), np.array(columns, np.int64), np.array(values, np.float32), shape)

    def _links_of(self, word: str) -> dict[int, float]:
        if word[:1].isdigit():
            strength = NUMBER if len(digits(word)) > 1 else SHORT_NUMBER
            return dict.fromkeys(self.numbers.get(digits(word), ()), strength)
        found: dict[int, float] = {}
        for place, strength in self._translated(word):
            found[place] = max(strength, found.get(place, 0.0))
        for place, strength in self._formed(word):
            found[place] = max(strength, found.get(place, 0.0))
        return found

    def _formed(self, word: str) -> Iterator[tuple[int, float]]:
        """By form: the same mark, the same name, a cognate."""
        if not word[:1].isalpha():
            if word and word in self.target.places:
                yield self.target.places[word], MARK
            return
        known = self.lexicon is not None and word in self.lexicon
        for place, share in self.cognates.like(word):
            if self.same:
                yield place, SAME if share == 1 else RELATIVE * share
                continue
            strength = COGNATE * share if share < 1 else NAME if len(word) >= LONG else SHORT_NAME
            if known and self.back is not None and self.target.vocabulary[place] in self.back:
                strength *= FALSE_FRIEND
            yield place, strength

    def _translated(self, word: str) -> Iterator[tuple[int, float]]:
        """By the lexicon: translations, their relatives, compounds they are part of."""
        for entry, discount in self._entries(word):
            for translation, probability in entry:
                for place, strength in self._reach(translation).items():
                    if strength != PIECE or probability >= LIKELY:
                        yield place, strength * probability * discount

    def _entries(self, word: str) -> Iterator[tuple[list[tuple[str, float]], float]]:
        """What the lexicon has for the word, or failing that for a relative, or for the parts of a compound."""
        if self.lexicon is None:
            return
        if entry := self.lexicon.translations(word):
            yield entry, 1.0
            return
        for cut in range(1, min(3, len(word) - LONG) + 1):
            if entry := self.lexicon.translations(word[:-cut]):
                yield entry, RELATIVE
                return
        if self.source_lang.compounds and len(word) >= COMPOUND:
            for split in parts(word, self.lexicon.__contains__, self.source_lang.linking):
                yield from ((self.lexicon.translations(part), PIECE) for part in split)

    def _reach(self, translation: str) -> dict[int, float]:
        """The target's types that ``translation`` speaks for: itself, relatives, compounds it is a part of."""
        found = self.reached.get(translation)
        if found is None:
            found = self.reached[translation] = {}
            if len(translation) >= LONG and translation.isalpha():
                found.update(dict.fromkeys(self.compounds.get(translation, ()), PIECE))
                near = self.relatives.like(translation)
                found.update((place, RELATIVE) for place, share in near if share >= RELATED)
            if translation in self.target.places:
                found[self.target.places[translation]] = 1.0
        return found

    def _compounds(self) -> dict[str, list[int]]:
        """Part -> the target's types that are compounds with it."""
        found: dict[str, list[int]] = defaultdict(list)
        if not self.target_lang.compounds or self.back is None:
            return found
        for place, word in enumerate(self.target.vocabulary):
            if len(word) >= COMPOUND and word.isalpha():
                for part in dict.fromkeys(chain(*parts(word, self.back.__contains__, self.target_lang.linking))):
                    found[part].append(place)
        return found
