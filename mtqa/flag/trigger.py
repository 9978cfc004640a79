"""What a text must have for a check to be asked about it: told in advance, so that all checks are sifted at once.

Most checks have nothing to say about most texts. A check that declares what it cannot speak without (a word, a
character, a pattern) costs nothing where that is missing: the texts' words and characters are looked up once for all
checks together, and what is left is one number whose bits are the checks to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from mtqa.text.view import View

Words = Collection[str] | Callable[[], Collection[str]]
"""Words, or what gives them where a table must be read first."""

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must be there; of each collection one member is enough, and an empty one asks for nothing.

    ``words``, ``source_words``: words of the target or source in lower case (:attr:`View.words`). ``signs``,
    ``source_signs``: characters of the target or source as they stand, markup included; ``either_signs``: of either of
    the two. ``pattern``: searched in the target as it stands, last of all.
    """

    words: Words = NONE
    source_words: Words = NONE
    signs: Collection[str] = NONE
    source_signs: Collection[str] = NONE
    either_signs: Collection[str] = NONE
    pattern: re.Pattern[str] | None = None

    def met(self, source: View, target: View) -> bool:
        """Whether the two texts have all of it."""
        wanted = (
            (_known(self.words), target.words),
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
        self.source_words = _Index(_known(one.source_words) for one in triggers)
        self.signs = _Index(one.signs for one in triggers)
        self.source_signs = _Index(one.source_signs for one in triggers)
        self.either_signs = _Index(one.either_signs for one in triggers)
        self.patterns = [(1 << number, one.pattern) for number, one in enumerate(triggers) if one.pattern]

    def met(self, source: View, target: View) -> int:
        """The triggers that the two texts meet."""
        met = (
            self.words.met(target.words)
            & self.source_words.met(source.words)
            & self.signs.met(target.signs)
            & self.source_signs.met(source.signs)
            & (self.either_signs.met(target.signs) | self.either_signs.met(source.signs))
        )
        for bit, pattern in self.patterns:
            if met & bit and not pattern.search(target.text):
                met ^= bit
        return met


class _Index:
    """Which triggers ask for a thing of one kind; those that ask for none are always met."""

    def __init__(self, wanted: Iterable[Collection[str]]) -> None:
        self.free = 0
        self.table: dict[str, int] = {}
        for number, things in enumerate(wanted):
            bit = 1 << number
            self.free |= 0 if things else bit
            for thing in things:
                self.table[thing] = self.table.get(thing, 0) | bit
        self.things = frozenset(self.table)

    def met(self, there: frozenset[str]) -> int:
        """The triggers that one of the things there meets."""
        met, table = self.free, self.table
        for thing in self.things & there:
            met |= table[thing]
        return met


def _known(words: Words) -> Collection[str]:
    return words() if callable(words) else words
