"""What kind of word each token may be, as far as its form tells, and which words make a phrase.

No part-of-speech tagger is carried: closed classes are listed, verbs and nouns are known by tables, and what is left is told
by its ending. The judge that reads the result is trained, so a kind has to be useful more often than not, not certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import NamedTuple

from mtqa.text.view import View


class Kind(IntEnum):
    """The kinds, closed classes first.

    ``FORM``: of a verb, neither finite for sure nor infinitive nor participle; ``FUNCTION``: any other word of grammar;
    ``VERB_LIKE``: what ends as verbs do.
    """

    BOUNDARY = 1
    MARK = 2
    NUMBER = 3
    SUBORDINATOR = 4
    COORDINATOR = 5
    CONTRACTED = 6
    PREPOSITION = 7
    DETERMINER = 8
    SUBJECT = 9
    OBJECT = 10
    OPENER = 11
    NOUN = 12
    FINITE = 13
    PARTICIPLE = 14
    PLAIN = 15
    ADJECTIVE = 16
    FORM = 17
    FUNCTION = 18
    VERB_LIKE = 19
    OTHER = 20


class Verb(IntFlag):
    """What a form may be of a verb.

    ``PLAIN``: the infinitive, and what looks like it; ``JOINED``: with its prefix in front (*darstellt*); ``MARKED``: with *zu*
    inside, in English in *-ing*; ``FORM``: an infinitive without its *n* (*gehe*).
    """

    NONE = 0
    FINITE = 1
    PLAIN = 2
    PARTICIPLE = 4
    JOINED = 8
    HELPER = 16
    PLURAL = 32
    MARKED = 64
    FORM = 128


class Number(IntEnum):
    """How many a finite verb's form is about."""

    UNKNOWN = 0
    SINGULAR = 1
    PLURAL = 2


class Group(NamedTuple):
    """A noun phrase, read loosely: its first and last token, what does not go together in it, what it may be.

    ``fault``: 0 where nothing is known of it, -1 where all goes together, else what does not: 1 adjective, 2 determiner and noun,
    4 case. ``singular``, ``plural``:
    whether it may be a subject of that number.
    """

    first: int
    last: int
    fault: int
    singular: bool
    plural: bool


@dataclass(frozen=True)
class Grammar:
    """What the judge asks of a language about single words and phrases.

    ``kind``: of a token's text, and whether it opens the segment; ``verb``, ``number``, ``reflexive``: of a form in lower
    case (the last: how much a verb wants a reflexive, 0 to 2). ``groups``: the noun phrases of a view with tokens of these kinds;
    ``phrases``: the first and last token, and the fault, of those that are read with certainty; ``is_noun``: whether it is known
    what a noun agrees with. ``relative``: 0 where the
    token opens no relative clause, else 1 if it fits the noun before it, 2 if another noun before, 3 if none.
    ``singular``, ``plural``: pronouns that are subjects of that number; ``relatives``: what may open a relative clause behind a
    comma; ``purposes``: what opens a clause with an infinitive; ``markers``: what stands before an infinitive; ``auxiliaries``:
    forms that a participle goes with; ``reflexives``: the pronouns that a reflexive verb wants.
    """

    kind: Callable[[str, bool], Kind]
    verb: Callable[[str], int]
    number: Callable[[str], Number]
    reflexive: Callable[[str], int]
    groups: Callable[[View, Sequence[int]], list[Group]]
    phrases: Callable[[View], Iterable[tuple[int, int, int]]]
    relative: Callable[[View, int], int]
    is_noun: Callable[[str], bool]
    singular: frozenset[str]
    plural: frozenset[str]
    relatives: frozenset[str]
    purposes: frozenset[str]
    reflexives: frozenset[str]
    markers: frozenset[str]
    auxiliaries: frozenset[str]
