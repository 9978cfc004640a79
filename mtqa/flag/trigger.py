"""What a text must have for a check to be asked about it: told in advance, so that all checks are sifted at once.

Most checks have nothing to say about most texts. A check that declares what it cannot speak without (a word, a
character, a pattern) costs nothing where that is missing: the texts' words and characters are looked up once for all
checks together, and what is left is one number whose bits are the checks to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

    from mtqa.flag.base import Unit
    from mtqa.text.view import View

Words = Collection[str] | Callable[[], Collection[str]]
"""Words, or what gives them where a table must be read first."""

Pairs = Collection[tuple[str, str]] | Callable[[], Collection[tuple[str, str]]]
"""Pairs of words, likewise."""

When = Callable[["Unit"], bool]
"""What must be so of a unit."""

NONE: frozenset[Any] = frozenset()

DIGITS = frozenset(char for char in map(chr, range(0x20000)) if char.isdecimal())
"""The digits of all scripts, as ``\\d`` finds them."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must be there; of each collection one member is enough, and an empty one asks for nothing.

    ``words``, ``source_words``: words of the target or source in lower case (:attr:`View.words`); ``pairs``: two words of
    the target, one right after the other (:attr:`View.pairs`). ``signs``,
    ``source_signs``: characters of the target or source as they stand, markup included; ``either_signs``: of either of
    the two. ``pattern``: searched in the target as it stands, last of all. ``when``: what else must be so; of checks that
    share the function it is asked once a unit, and only if any of them has all the rest.
    """

    words: Words = NONE
    source_words: Words = NONE
    signs: Collection[str] = NONE
    source_signs: Collection[str] = NONE
    either_signs: Collection[str] = NONE
    pattern: re.Pattern[str] | None = None
    pairs: Pairs = NONE
    when: When | None = None

    def met(self, source: View, target: View) -> bool:
        """Whether the two texts have all of it, ``when`` left aside."""
        wanted = (
            (_known(self.words), target.words),
            (_known(self.pairs), target.pairs),
            (_known(self.source_words), source.words),
            (self.signs, target.signs),
            (self.source_signs, source.signs),
            (self.either_signs, target.signs | source.signs),
        )
        return all(not things or not there.isdisjoint(things) for things, there in wanted) and (
            self.pattern is None or bool(self.pattern.search(target.text))
        )


class Triggers:
    """Several triggers, tested together; what is met is a number whose bit n is the n-th trigger."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        """Hold the triggers, by what they ask for."""
        self.words = _Index(_known(one.words) for one in triggers)
        self.pairs = _Index(_known(one.pairs) for one in triggers)
        self.source_words = _Index(_known(one.source_words) for one in triggers)
        self.signs = _Index(one.signs for one in triggers)
        self.source_signs = _Index(one.source_signs for one in triggers)
        self.either_signs = _Index(one.either_signs for one in triggers)
        self.conditions: dict[When, int] = {}
        for number, one in enumerate(triggers):
            if one.when is not None:
                self.conditions[one.when] = self.conditions.get(one.when, 0) | 1 << number
        self.patterns = [(1 << number, one.pattern) for number, one in enumerate(triggers) if one.pattern]

    def met(self, source: View, target: View) -> int:
        """The triggers that the two texts meet."""
        own, either = self._source(source)
        met = own & self.words.met(target.words) & self.pairs.met(target.pairs) & self.signs.met(target.signs)
        met &= either | self.either_signs.met(target.signs)
        for bit, pattern in self.patterns:
            if met & bit and not pattern.search(target.text):
                met ^= bit
        return met

    def so(self, met: int, unit: Unit) -> int:
        """Those of the triggers ``met`` whose ``when`` is so of the unit too."""
        for condition, bits in self.conditions.items():
            if met & bits and not condition(unit):
                met &= ~bits
        return met

    def _source(self, source: View) -> tuple[int, int]:
        """What the source meets of what is asked of it alone, and of what either side may have; kept by the view."""
        if self not in source.kept:
            own = self.source_words.met(source.words) & self.source_signs.met(source.signs)
            source.kept[self] = own, self.either_signs.met(source.signs)
        found: tuple[int, int] = source.kept[self]
        return found


class _Index:
    """Which triggers ask for a thing of one kind; those that ask for none are always met."""

    def __init__(self, wanted: Iterable[Collection[Any]]) -> None:
        self.free = 0
        self.table: dict[Any, int] = {}
        for number, things in enumerate(wanted):
            bit = 1 << number
            self.free |= 0 if things else bit
            for thing in things:
                self.table[thing] = self.table.get(thing, 0) | bit
        self.things = frozenset(self.table)

    def met(self, there: frozenset[Any]) -> int:
        """The triggers that one of the things there meets."""
        met, table = self.free, self.table
        for thing in self.things & there:
            met |= table[thing]
        return met


def _known(words: Words | Pairs) -> Collection[Any]:
    return words() if callable(words) else words
