"""English words as far as its grammar asks for them: forms of verbs, nouns, what is counted, what is compared.

All of it is read from ``mtqa/knowledge/en``; forms that are regular are made here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mtqa.knowledge.grammar import words
from mtqa.knowledge.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View

LANG = "en"
STOPS = frozenset('.;:!?…"“”«»)')
"""Tokens that end a sentence, a clause or a quotation."""
ENDS = STOPS | {","}
SUBJECTS = words("i he she we they")
"""Pronouns that are subjects and nothing else."""
PRONOUNS = SUBJECTS | {"you", "it"}
OBJECTS = words("me him us them")
"""Pronouns that are objects and nothing else."""
REFLEXIVES = words("myself yourself himself herself itself ourselves yourselves themselves oneself")
HAVE = words("has have had")
BE = words("am is are was were")
MODALS = words("can could would should may might must will shall cannot")
PREPOSITIONS = words(
    "in on at of for from with by to into about after before under over since until during through near"
)
DETERMINERS = words("the a an my your his her its our their this that these those")
NUMBERS = words("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred")
PERIODS = words("""
second seconds minute minutes hour hours day days week weeks weekend month months quarter year years decade decades
century centuries
""")
TIMES = frozenset(one for one in PERIODS if one.endswith("s"))
VOWELS = frozenset("aeiou")
DOUBLED = words("""
stop plan drop beg ban defer fulfil refer prefer occur permit admit commit regret submit control
chat fit grab hug jog knit nod pat plot rob rub ship shop skip slip snap step strip tap transfer trap trip whip wrap
""")
"""Regular verbs that double their last consonant."""


class Verb(NamedTuple):
    """A verb's forms; ``verbal``: whether the plain form is nothing but a verb."""

    plain: str
    third: str
    past: str
    participle: str
    verbal: bool


@cache
def verbs() -> dict[str, Verb]:
    """Plain form -> verb; *be*, *have*, *do* and modal verbs are not among them."""
    found = {}
    for row in read_table(LANG, "verbs"):
        plain = row["verb"]
        past = row["past"] or _with(plain, "ed")
        found[plain] = Verb(plain, third_of(plain), past, row["participle"] or past, not row["also"])
    return found


def third_of(plain: str) -> str:
    """The third person singular, made as the plural of nouns is: *goes, watches, tries*."""
    if plain.endswith("y") and plain[-2] not in VOWELS:
        return plain[:-1] + "ies"
    return plain + ("es" if plain.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with(plain: str, ending: str) -> str:
    if plain.endswith("e"):
        return plain + ending[1:] if ending == "ed" else plain[:-1] + ending
    if plain.endswith("y") and plain[-2] not in VOWELS and ending == "ed":
        return plain[:-1] + "ied"
    return plain + (plain[-1] if plain in DOUBLED else "") + ending


@cache
def forms_of(plain: str) -> frozenset[str]:
    """All forms of a verb; only the word itself where it is none of the table."""
    verb = verbs().get(plain)
    return frozenset((*verb[:4], _with(plain, "ing"))) if verb else frozenset((plain,))


@cache
def thirds() -> dict[str, Verb]:
    """Third person singular -> verb."""
    return {verb.third: verb for verb in verbs().values()}


@cache
def pasts() -> dict[str, Verb]:
    """Past forms that are no participles, plain forms or nouns: *went, took* -> verb."""
    others = words("saw spoke broke bore lay rose found wound drove stole forbade shook froze tore fell wore")
    return {
        verb.past: verb
        for verb in verbs().values()
        if verb.past not in (verb.participle, verb.plain) and verb.past not in others and verb.past not in verbs()
    }


@cache
def participles() -> dict[str, Verb]:
    """Past participle -> verb."""
    return {verb.participle: verb for verb in verbs().values()}


@cache
def finite() -> frozenset[str]:
    """Third persons and past forms of all verbs, auxiliaries among them."""
    every = {form for verb in verbs().values() for form in (verb.third, verb.past)}
    return (
        frozenset(every) | BE | HAVE | MODALS | words("do does did 's 're 've won't can't don't doesn't didn't isn't")
    )


class Noun(NamedTuple):
    """A noun that is counted; ``kind``: thing, person, animal, group or other."""

    singular: str
    plural: str
    kind: str


@cache
def nouns() -> dict[str, Noun]:
    """Singular -> noun."""
    rows = read_table(LANG, "nouns")
    return {row["noun"]: Noun(row["noun"], row["plural"], row["kind"]) for row in rows}


@cache
def plurals() -> dict[str, Noun]:
    """Plurals that differ from their singular -> noun."""
    return {noun.plural: noun for noun in nouns().values() if noun.plural != noun.singular and noun.kind != "group"}


class Mass(NamedTuple):
    """A noun that is not counted; ``one``, ``many``: whether these words before it are surely wrong."""

    noun: str
    plural: str
    piece: str
    one: bool
    many: bool


@cache
def masses() -> dict[str, Mass]:
    """Singular -> noun that is not counted."""
    return {
        row["noun"]: Mass(row["noun"], row["plural"], row["piece"], row["one"] == "yes", row["many"] == "yes")
        for row in read_table(LANG, "uncountable")
    }


@cache
def wrong_plurals() -> dict[str, Mass]:
    """Plural that is never right -> its noun."""
    return {mass.plural: mass for mass in masses().values() if mass.plural}


@cache
def articles() -> dict[str, str]:
    """Word in lower case -> a, an or either, where its first letter does not tell."""
    return {row["word"]: row["article"] for row in read_table(LANG, "articles")}


@cache
def comparatives() -> dict[str, str]:
    """Comparative -> adjective."""
    return {row["comparative"]: row["adjective"] for row in read_table(LANG, "comparisons")}


@cache
def superlatives() -> dict[str, str]:
    """Superlative -> adjective."""
    return {row["superlative"]: row["adjective"] for row in read_table(LANG, "comparisons")}


@cache
def professions() -> dict[str, str]:
    """Word for what somebody works as -> its article."""
    return {row["profession"]: row["article"] for row in read_table(LANG, "professions")}


@cache
def places() -> frozenset[str]:
    """Names of places without an article, in lower case."""
    return frozenset(row["name"].lower() for row in read_table(LANG, "without_article"))


@cache
def wrong_forms() -> dict[str, str]:
    """Forms that are no words -> the right ones."""
    return {row["wrong"]: row["right"] for row in read_table(LANG, "wrong_forms")}


class Phrase(NamedTuple):
    """A phrase that is not said, by its words in lower case, and what is."""

    tokens: tuple[str, ...]
    right: str


@cache
def wrong_phrases() -> dict[tuple[str, str], tuple[Phrase, ...]]:
    """The first two words -> the phrases that begin so, the longest first."""
    found: dict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for row in read_table(LANG, "prepositions"):
        first, *rest = re.findall(r"[^\W\d_]+|\S", row["wrong"].lower().removeprefix("~"))
        for form in forms_of(first) if row["wrong"].startswith("~") else (first,):
            found[form, rest[0]].append(Phrase((form, *rest), row["right"]))
    return {key: tuple(sorted(those, key=lambda one: -len(one.tokens))) for key, those in found.items()}


def phrases_in(view: View) -> Iterator[tuple[int, Phrase]]:
    """The places of wrong phrases: first token and phrase."""
    table = wrong_phrases()
    for at, pair in enumerate(pairwise(view.lower)):
        for phrase in table.get(pair, ()):
            if tuple(view.lower[at : at + len(phrase.tokens)]) == phrase.tokens:
                yield at, phrase
                break


def opens_clause(view: View, at: int) -> bool:
    """Whether the token is the first of a sentence or clause, as far as the word before it says so."""
    return at == 0 or view.lower[at - 1] in OPENERS


OPENERS = STOPS | words("but because when while where although though whereas unless until before after whenever")


def ending(view: View, at: int) -> int:
    """The first token at or after ``at`` that ends a clause, or the number of tokens."""
    while at < len(view.lower) and view.lower[at] not in ENDS:
        at += 1
    return at


def asked(view: View, at: int) -> bool:
    """Whether the sentence that the token stands in is a question."""
    return next((low for low in view.lower[at:] if low in ".!?…"), "") == "?"
