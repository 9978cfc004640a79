"""What the grammar of the target says about each token: its clause, its verbs, what agrees with what.

Language models of a few words do not see that a clause has two finite verbs, or its verb in the middle where *dass* wants it
last. Here a sentence is cut into stretches at its punctuation, and each token is told where it stands in its own, what verbs and
phrases stand before and behind it there, and whether its phrase agrees. None of it is a verdict: the judge of rough texts learns
what each is worth. Features of this kind from shallow parses go back to Specia et al. (2018, "Quality Estimation for Machine
Translation", ch. 3); the clauses are Duden's topological fields, as far as word forms show them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.judge.english import ENGLISH
from mtqa.judge.flat import Flat, Floats, Ints
from mtqa.judge.german import GERMAN
from mtqa.judge.kinds import Grammar, Kind, Number, Verb
from mtqa.lang.base import short

GRAMMARS: Mapping[str, Grammar] = {"de": GERMAN, "en": ENGLISH}
"""The languages that are read; of any other nothing is said."""

Flags = npt.NDArray[np.bool_]

KINDS_AROUND = (-3, -2, -1, 1, 2, 3)
VERBS_AROUND = (-2, -1, 1, 2)
"""The neighbours whose kind, and whose verb form, is told."""

JOINED = 20
"""What is added to a clause's opening where a coordinator stands before it."""
RELATIVE, OF_RELATIVE, PURPOSE = 21, 22, 23
"""Openings beside the kinds: a relative pronoun, one behind a preposition, *um … zu*."""
FARTHEST, LONGEST, MOST, MANY = 12, 30, 3, 8
"""Where counts end: places in a stretch, its length, subjects, stretches of a sentence."""
FAR = 9
"""How far back a verb is looked for."""

COUNTED = ((Kind.NOUN,), (Kind.PREPOSITION, Kind.CONTRACTED), (Kind.DETERMINER,), (Kind.SUBJECT, Kind.OBJECT),
           (Kind.FUNCTION, Kind.OTHER))  # fmt: skip
"""The kinds whose words before a token are counted, each group by itself."""

COLUMNS = (
    "kind", "verb", *(f"kind{by:+d}" for by in KINDS_AROUND), *(f"verb{by:+d}" for by in VERBS_AROUND),
    "finite before", "finite behind", "finite in clause", "from start", "from end", "clause length", "opening",
    "opening before", "finite in clause before", "nouns before", "prepositions before", "determiners before",
    "pronouns before", "others before",
    "finite", "finite from end", "infinitive", "participle", "helper", "marker", "verbs behind", "since verb",
    "finite in sentence", "clauses", "finite over clauses",
    "number", "singular subjects", "plural subjects", "number clash", "phrase", "sure phrase", "sure phrase+1",
    "sure phrase-1", "relative", "known noun", "reflexive verb", "reflexive",
)  # fmt: skip
"""What each column holds. ``finite`` of a finite verb: 2 for the first of its clause, else 1; ``finite from end``: how far it is
from the end of a clause that wants it last, -1 in others; ``infinitive``: 1 without *zu* and helper, 2 with both, 3 with *zu*
alone; ``participle``, ``helper``: 1 without, 2 with what they go with; ``marker``: *zu*, more where an infinitive (1) or an
adjective (2) follows; ``number clash``: 1 of a singular verb without a singular subject, 2 the other way round; ``phrase``: see
:class:`mtqa.judge.kinds.Group`, ``sure phrase`` the same of those that are read with certainty; ``relative``: see
:class:`mtqa.judge.kinds.Grammar`."""


def grammar_columns(flat: Flat) -> Floats:
    """Shape (tokens, COLUMNS); zeros where the target's language is not read."""
    grammar = GRAMMARS.get(short(flat.rows[0].target.lang)) if flat.rows else None
    if grammar is None or not len(flat.position):
        return np.zeros((len(flat.position), len(COLUMNS)), np.float32)
    words = _Words.of(flat, grammar)
    stretches = _Stretches.of(flat, words)
    opening = _openings(stretches, words)
    around = [flat.shift(words.kind.astype(np.float32), by) for by in KINDS_AROUND]
    around += [flat.shift(words.verb.astype(np.float32), by) for by in VERBS_AROUND]
    parts: list[npt.NDArray[Any]] = [words.kind, words.verb, *around,
             *_places(stretches, words, opening), *_verbs(stretches, words, flat, opening),
             *_agreement(stretches, words, flat, grammar)]  # fmt: skip
    return np.stack(parts, axis=1).astype(np.float32)


@dataclass(frozen=True)
class _Words:
    """Of each token its kind, its verb form, and which of the listed words it is."""

    kind: Ints
    verb: Ints
    number: Ints
    reflexive: Ints
    listed: Mapping[str, Flags]

    @classmethod
    def of(cls, flat: Flat, grammar: Grammar) -> _Words:
        first = flat.position == 0

        def both(value: Callable[[str, bool], int]) -> Ints:
            usual, opening = (_per_type(flat, lambda text, at=at: value(text, at)) for at in (False, True))  # type: ignore[misc]
            return np.where(first, opening, usual)

        lists = {"singular": grammar.singular, "plural": grammar.plural, "relative": grammar.relatives,
                 "purpose": grammar.purposes, "sich": grammar.reflexives, "marker": grammar.markers,
                 "auxiliary": grammar.auxiliaries, "comma": frozenset((",",))}  # fmt: skip

        def verb(text: str, opening: bool) -> int:
            return 0 if text[0].isupper() and not opening else grammar.verb(text.lower())

        return cls(
            both(grammar.kind), both(verb), _per_type(flat, lambda text: grammar.number(text.lower())),
            _per_type(flat, lambda text: grammar.reflexive(text.lower())),
            {name: _per_type(flat, lambda text, there=there: text.lower() in there) > 0 for name, there in lists.items()},  # type: ignore[misc]
        )  # fmt: skip

    @property
    def finite(self) -> Flags:
        """Tokens that may be finite verbs."""
        return self.has(Verb.FINITE) | np.asarray(self.kind == Kind.FORM, np.bool_)

    def has(self, *flags: Verb) -> Flags:
        """Tokens whose verb form has any of the flags."""
        return np.asarray(self.verb & int(sum(flags)), np.bool_)


def _per_type(flat: Flat, value: Callable[[str], int]) -> Ints:
    """:meth:`Flat.per_type` of whole numbers."""
    return flat.per_type(value).astype(np.int64)


@dataclass(frozen=True)
class _Stretches:
    """The runs of tokens between boundaries: the number of each token's, and where each begins and ends.

    A boundary counts to the stretch before it in ``number``, but is ``inside`` none.
    """

    number: Ints
    first: Ints
    last: Ints
    inside: Flags
    segment: Ints

    @classmethod
    def of(cls, flat: Flat, words: _Words) -> _Stretches:
        boundary = words.kind == Kind.BOUNDARY
        behind = np.concatenate([[True], boundary[:-1]]) | (flat.position == 0)
        begins = (~boundary & behind) | (flat.position == 0)  # first an empty one where a segment opens with a boundary
        number = np.cumsum(begins) - 1
        first = np.flatnonzero(begins)
        length = np.bincount(number, ~boundary, len(first)).astype(np.int64)
        return cls(number, first, first + np.maximum(0, length - 1), ~boundary, flat.segment[first])

    def total(self, values: npt.NDArray[Any]) -> Floats:
        """Each stretch's sum, given to its tokens."""
        sums = np.bincount(self.number, np.where(self.inside, values, 0), len(self.first))
        return sums[self.number].astype(np.float32)

    def before(self, values: npt.NDArray[Any]) -> Floats:
        """The sum over the tokens before each one in its stretch."""
        value = np.where(self.inside, values, 0).astype(np.float64)
        sums = np.cumsum(value) - value
        return np.asarray(sums - sums[self.first][self.number], np.float32)

    def previous(self, values: npt.NDArray[Any]) -> Floats:
        """The value (one a stretch) of the stretch before in the same segment, given to each token; 0 where there is none."""
        there = np.concatenate([[False], self.segment[1:] == self.segment[:-1]])
        return np.where(there, np.roll(values, 1), 0)[self.number].astype(np.float32)


def _places(stretches: _Stretches, words: _Words, opening: Ints) -> list[Floats]:
    """Where the token stands in its stretch, what opens that and the one before, and what stands before it."""
    at = np.arange(len(words.kind))
    start, end = at - stretches.first[stretches.number], stretches.last[stretches.number] - at
    finite = words.finite & stretches.inside
    before, total = stretches.before(finite), stretches.total(finite)
    own = [
        before, total - before - finite, total,
        np.minimum(FARTHEST, start), np.minimum(FARTHEST, end), np.minimum(LONGEST, start + end + 1),
        opening[stretches.number], stretches.previous(opening),
        stretches.previous(np.bincount(stretches.number, finite, len(stretches.first))),
    ]  # fmt: skip
    own += [stretches.before(np.isin(words.kind, kinds)) for kinds in COUNTED]
    return [np.where(stretches.inside, column, 0).astype(np.float32) for column in own]


def _openings(stretches: _Stretches, words: _Words) -> Ints:
    """What opens each stretch: the kind of its first word, or a relative or an infinitive clause; past a coordinator."""
    last = len(words.kind) - 1
    first, listed = stretches.first, words.listed
    joined = (words.kind[first] == Kind.COORDINATOR) & (first < stretches.last)
    at = first + joined
    behind, beyond = np.minimum(at + 1, last), np.minimum(at + 2, last)
    comma = (
        (first > 0) & listed["comma"][np.maximum(0, first - 1)] & (stretches.previous(np.ones(len(first)))[first] > 0)
    )
    out = words.kind[at].astype(np.int64)
    out = np.where(listed["purpose"][at], PURPOSE, out)
    of_relative = (
        comma & (words.kind[at] == Kind.PREPOSITION) & listed["relative"][behind] & (words.kind[beyond] != Kind.NOUN)
    )
    out = np.where(of_relative, OF_RELATIVE, out)
    out = np.where(comma & listed["relative"][at], RELATIVE, out)
    return np.where(stretches.inside[first], out + JOINED * joined, 0)


def _verbs(stretches: _Stretches, words: _Words, flat: Flat, opening: Ints) -> list[Floats]:
    """The finite verb's place, what its stretch lacks or has too many of, and how far the last verb is."""
    finite, inside = words.finite & stretches.inside, stretches.inside
    own = opening[stretches.number]
    late = np.isin(own % JOINED, (Kind.SUBORDINATOR, Kind.OPENER)) | np.isin(
        own, [value + JOINED * by for value in (RELATIVE, OF_RELATIVE, PURPOSE) for by in (0, 1)]
    )
    at, some = np.arange(len(words.kind)), (words.verb > 0) & inside
    latest = np.concatenate([[-1], np.maximum.accumulate(np.where(some, at, -1))[:-1]])
    since = np.where(latest >= stretches.first[stretches.number], np.minimum(FAR, at - latest), FAR)
    end = stretches.last[stretches.number] - at
    counts = np.bincount(flat.segment, finite, len(flat.rows)), np.bincount(stretches.segment, minlength=len(flat.rows))
    whole = [values[flat.segment] for values in counts]
    return [
        np.where(finite, 1 + (stretches.before(finite) == 0), 0),
        np.where(finite, np.where(late, end, -1), 0),
        *_lone(stretches, words, flat),
        np.where(inside, stretches.total(some) - stretches.before(some) - some > 0, 0),
        np.where(inside, since, 0),
        np.minimum(MANY, whole[0]), np.minimum(MANY, whole[1]), whole[0] - whole[1],
    ]  # fmt: skip


def _lone(stretches: _Stretches, words: _Words, flat: Flat) -> list[Floats]:
    """Infinitives, participles, helpers and *zu* with and without what they go with."""
    helper, auxiliary = words.has(Verb.HELPER), words.listed["auxiliary"]
    others = stretches.total(helper) - helper > 0
    marker = words.listed["marker"]
    marked = flat.shift(marker.astype(np.float32), -1) > 0
    plain = words.has(Verb.PLAIN) & ~words.has(Verb.FINITE)
    bare = ~marked & ~others & (stretches.total(words.finite) > 0)
    infinitive = np.where(plain, np.where(bare, 1, np.where(marked & others, 2, np.where(marked, 3, 0))), 0)
    participle = words.has(Verb.PARTICIPLE) & ~words.has(Verb.FINITE, Verb.PLAIN)
    heavy = words.has(Verb.PARTICIPLE, Verb.PLAIN, Verb.MARKED)
    next_plain = flat.shift(words.has(Verb.PLAIN).astype(np.float32), 1) > 0
    next_adjective = flat.shift((words.kind == Kind.ADJECTIVE).astype(np.float32), 1) > 0
    return [
        infinitive,
        np.where(participle, 1 + (stretches.total(auxiliary) - auxiliary > 0), 0),
        np.where(helper, 1 + (stretches.total(heavy) - heavy > 0), 0),
        np.where(marker, 1 + next_plain + 2 * next_adjective, 0),
    ]


def _agreement(stretches: _Stretches, words: _Words, flat: Flat, grammar: Grammar) -> list[Floats]:
    """Whether verb and subjects are of one number, the words of a phrase of one gender and case, a pronoun of its noun's."""
    size = len(words.kind)
    loose, strict, relative = (np.zeros(size, np.float32) for _ in range(3))
    singular, plural = (words.listed[name].astype(np.int64) for name in ("singular", "plural"))
    pronouns = np.flatnonzero(words.listed["relative"] & (flat.shift(words.listed["comma"].astype(np.float32), -1) > 0))
    for row, start, length in zip(flat.rows, flat.starts.tolist(), flat.lengths.tolist(), strict=True):
        for group in grammar.groups(row.target, words.kind[start : start + length].tolist()):
            loose[start + group.first : start + group.last + 1] = group.fault
            singular[start + group.first], plural[start + group.first] = group.singular, group.plural
        for first, last, fault in grammar.phrases(row.target):
            strict[start + first : start + last + 1] = fault
    for at in pronouns.tolist():
        segment = flat.segment[at]
        relative[at] = grammar.relative(flat.rows[segment].target, int(flat.position[at]))
    ones, several = stretches.total(singular), stretches.total(plural)
    several = several + (stretches.total(words.kind == Kind.COORDINATOR) > 0)
    finite = words.finite & stretches.inside
    clash = np.where((words.number == Number.SINGULAR) & (ones == 0) & (several > 0), 1, 0)
    clash = np.where((words.number == Number.PLURAL) & (several == 0) & (ones > 0), 2, clash)
    reflexive = words.listed["sich"]
    return [
        np.where(finite, words.number, 0), np.minimum(MOST, ones), np.minimum(MOST, several), np.where(finite, clash, 0),
        loose, strict, flat.shift(strict, 1), flat.shift(strict, -1), relative, _per_type(flat, grammar.is_noun),
        words.reflexive, np.where(reflexive, 1 + (stretches.total(words.reflexive) > 0), 0),
    ]  # fmt: skip
