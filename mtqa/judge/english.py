"""English words and phrases, as loosely as the judge reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mtqa.judge.kinds import Grammar, Group, Kind, Number, Verb
from mtqa.knowledge.clauses import BOUNDARIES
from mtqa.knowledge.english import (
    BE,
    HAVE,
    MODALS,
    NUMBERS,
    OBJECTS,
    PRONOUNS,
    REFLEXIVES,
    comparatives,
    forms_of,
    masses,
    nouns,
    participles,
    plurals,
    superlatives,
    thirds,
    verbs,
)
from mtqa.knowledge.grammar import words
from mtqa.lang.base import language
from mtqa.text.lexicon import lemma

if TYPE_CHECKING:
    from mtqa.text.view import View

CACHED = 1 << 16
DO = words("do does did don't doesn't didn't")
SHORT = words(
    "'s 're 've 'll 'd n't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't"
)
HELPERS = BE | HAVE | MODALS | DO | SHORT
SUBORDINATORS = words(
    "that because although though if whether unless while since as before after until once so than lest"
)
OPENERS = words("who which what whom whose when where why how whoever whatever whenever wherever whereas")
COORDINATORS = words("and or but nor yet")
PREPOSITIONS = words("""
in on at of for from with by into about under over during through near against between among within without toward towards
upon across along around behind beside besides beyond despite except inside outside off onto per via amid above below beneath
""")
ONE = words("a an this that each every another one either neither")
SEVERAL = words("these those many few several both") | NUMBERS
DETERMINERS = ONE | SEVERAL | words("the my your his her its our their some any no all most which what whose such")
PLURAL_VERBS = words("are were have do don't aren't weren't haven't 're 've")
SINGULAR_VERBS = words("is was has does doesn't isn't wasn't hasn't 's am")
ADJECTIVES = ("ful", "ous", "ive", "able", "ible", "ical", "less", "ish", "ant", "ent", "ic", "al", "ary")
INSIDE = 4
"""How many words may stand between a determiner and its noun."""
WITHIN = (Kind.ADJECTIVE, Kind.PARTICIPLE, Kind.OTHER, Kind.NUMBER, Kind.FORM)


@lru_cache(CACHED)
def kind(text: str, first: bool) -> Kind:
    """The kind of a token by its text; a capital at the beginning says nothing."""
    low = text.lower()
    listed = _listed(low)
    if listed is not None:
        return listed
    if text[0].isupper() and not first:
        return Kind.NOUN
    form = verb(low)
    if low in plurals() or (low in nouns() and not form) or low in masses():
        return Kind.NOUN
    for flag, found in ((Verb.PARTICIPLE, Kind.PARTICIPLE), (Verb.FINITE, Kind.FINITE), (Verb.PLAIN, Kind.PLAIN),
                        (Verb.MARKED, Kind.FORM)):  # fmt: skip
        if form & flag:
            return found
    if low in comparatives() or low in superlatives() or low.endswith(ADJECTIVES):
        return Kind.ADJECTIVE
    if low in language("en").function_words:
        return Kind.FUNCTION
    if low.endswith(("ed", "ing")):
        return Kind.VERB_LIKE
    return Kind.NOUN if lemma(low, "en") != low and low.endswith("s") else Kind.OTHER


def _listed(low: str) -> Kind | None:
    """The kind of a word of a closed class, or of what is no word."""
    if low in BOUNDARIES:
        return Kind.BOUNDARY
    if not low[0].isalpha() and low[0] not in "'’":
        return Kind.NUMBER if low[0].isdigit() else Kind.MARK
    for there, found in (
        (HELPERS, Kind.FINITE), (OPENERS, Kind.OPENER), (SUBORDINATORS, Kind.SUBORDINATOR), (DETERMINERS, Kind.DETERMINER),
        (COORDINATORS, Kind.COORDINATOR), (PREPOSITIONS, Kind.PREPOSITION), (PRONOUNS, Kind.SUBJECT), (OBJECTS, Kind.OBJECT),
        (REFLEXIVES, Kind.OBJECT),
    ):  # fmt: skip
        if low in there:
            return found
    return Kind.MARK if low[0] in "'’" else None


@lru_cache(CACHED)
def verb(low: str) -> int:
    """What a form may be of a verb."""
    found = Verb.NONE
    for there, flag in (
        (low in HELPERS, Verb.HELPER | Verb.FINITE), (low in thirds(), Verb.FINITE), (low in _pasts(), Verb.FINITE),
        (low in verbs() or low in ("be", "have", "do"), Verb.PLAIN),
        (low in participles() or low in ("been", "had", "done"), Verb.PARTICIPLE), (low in _gerunds(), Verb.MARKED),
        (low in PLURAL_VERBS, Verb.PLURAL),
    ):  # fmt: skip
        if there:
            found |= flag
    return int(found)


@cache
def _pasts() -> frozenset[str]:
    return frozenset(one.past for one in verbs().values())


@cache
def _gerunds() -> frozenset[str]:
    """Forms in *-ing*."""
    return frozenset(form for plain in verbs() for form in forms_of(plain) if form.endswith("ing")) | {
        "being",
        "having",
    }


@lru_cache(CACHED)
def number(low: str) -> Number:
    """How many a finite form is about."""
    if low in PLURAL_VERBS:
        return Number.PLURAL
    return Number.SINGULAR if low in SINGULAR_VERBS or low in thirds() else Number.UNKNOWN


def reflexive(_low: str) -> int:
    """Hardly any English verb is always reflexive."""
    return 0


def groups(view: View, kinds: Sequence[int]) -> list[Group]:
    """Determiner, adjectives and noun, and nouns that stand alone."""
    found, at = [], 0
    while at < len(kinds):
        group = _group(view, kinds, at) if kinds[at] in (Kind.DETERMINER, Kind.NOUN) else None
        if group is not None:
            found.append(group)
        at = group.last + 1 if group is not None else at + 1
    return found


def _group(view: View, kinds: Sequence[int], first: int) -> Group | None:
    low, at = view.lower, first + (kinds[first] == Kind.DETERMINER)
    end = at
    while end < len(kinds) and kinds[end] in WITHIN and end - at < INSIDE:
        end += 1
    if end >= len(kinds) or kinds[end] != Kind.NOUN:
        return None
    while end + 1 < len(kinds) and kinds[end + 1] == Kind.NOUN:
        end += 1
    many, one = low[end] in plurals(), low[end] in nouns() or low[end] in masses()
    fault = 0
    if (many or one) and low[first] in ONE | SEVERAL:
        wrong = (low[first] in ONE and many and not one) or (low[first] in SEVERAL and one and not many)
        fault = 2 if wrong else -1
    free = not (first and kinds[first - 1] in (Kind.PREPOSITION, Kind.CONTRACTED))
    return Group(first, end, fault, free and not (many and not one), free and not (one and not many))


def phrases_of(_view: View) -> Iterator[tuple[int, int, int]]:
    """None are read with more certainty than those of :func:`groups`."""
    return iter(())


def is_noun(text: str) -> bool:
    """Whether the tables know the noun's number."""
    low = text.lower()
    return low in plurals() or low in nouns() or low in masses()


def relative(_view: View, _at: int) -> int:
    """English relative pronouns have no gender but that of persons."""
    return 0


ENGLISH = Grammar(
    kind=kind, verb=verb, number=number, reflexive=reflexive, groups=groups, phrases=phrases_of, relative=relative,
    is_noun=is_noun,
    singular=words("i he she it you this that who which what everyone nobody someone"),
    plural=words("we they you these those who which both many all some"), relatives=frozenset(),
    purposes=frozenset(("to",)), reflexives=REFLEXIVES, markers=frozenset(("to",)),
    auxiliaries=BE | HAVE | SHORT | words("be been being having"),
)  # fmt: skip
