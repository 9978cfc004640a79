"""Whether two words are forms of one word, or one is part of a compound with the other, in German and English.

What the dictionary knows counts first (:func:`mtqa.text.lexicon.base_form`); a product's own words are no dictionary's,
so the regular endings of both languages are tried as well (Duden, *Die Grammatik*, 10th ed., on noun and adjective
inflection; Quirk et al. 1985, ch. 3 and 5). A compound may have linking letters, umlauts and hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtqa.lang.base import language, short
from mtqa.text.lexicon import base_form, compound_parts, zipf

CACHED = 1 << 16

ENDINGS: dict[str, frozenset[str]] = {
    "de": frozenset(["", *"e en er ern es em s n ns ens nen se sen ses t te ten tet".split()]),
    "en": frozenset(["", *"s es 's s' ed d ing".split()]),
}
"""Language -> the regular endings of its words; one word of a language that is not here is only itself."""

OWN = ("ing", "ed")
"""English endings that belong to a term which has them: *setting* is no form of *set*."""

STEM = 3
"""Letters of a stem that two forms must share."""

PART = 5
"""Letters from which a word inside another is its part, without asking what the rest is."""

RARE = 2.0
"""The Zipf frequency below which what is left of a compound is no word."""


@lru_cache(CACHED)
def fold(word: str) -> str:
    """The word in lower case, without umlauts and accents, with ss for ß: what inflection leaves alone."""
    low = word.casefold().replace("’", "'")
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))


@lru_cache(CACHED)
def stem(word: str, lang: str) -> str:
    """What all regular forms of the word begin with; cruder than grammar, only for looking words up."""
    folded = fold(word)
    if short(lang) == "de":
        return folded[:STEM] + folded[STEM:].rstrip("ensrmt")
    if short(lang) == "en":
        bare = re.sub(r"'s?$", "", folded)
        rest = re.sub(r"(ing|ed|es|s|e)$", "", bare[STEM - 1 :])
        return bare[: STEM - 1] + re.sub(r"(.)\1$", r"\1", re.sub(r"(y|i)$", "", rest))
    return folded


@lru_cache(CACHED)
def keys(word: str, lang: str) -> tuple[str, ...]:
    """What a word is looked up by: itself, its dictionary form and its stem."""
    return tuple(dict.fromkeys((fold(word), fold(base_form(word, lang)), stem(word, lang))))


@lru_cache(CACHED)
def related(term: str, word: str, lang: str) -> bool:
    """Whether ``word`` of a text is a form of ``term`` of a glossary.

    A noun that the glossary capitalises is no form of a verb or adjective in lower case (*Speicher*, *speichern*).
    """
    one, other = fold(term), fold(word)
    if one == other:
        return not _is_other_class(term, word, lang)
    if not term[0].isalpha() or not word[0].isalpha() or _is_other_class(term, word, lang):
        return False
    if _acronym(term):
        return word in (term, term + "s", term + "'s", term + "’s")
    if short(lang) == "en" and one.endswith(OWN) and not other.startswith(one):
        return False
    return fold(base_form(term, lang)) == fold(base_form(word, lang)) or _regular(one, other, lang)


def _is_other_class(term: str, word: str, lang: str) -> bool:
    return language(lang).nouns_capitalised and term[0].isupper() and word[0].islower()


def _acronym(term: str) -> bool:
    return len(term) > 1 and term.isupper()


def _regular(one: str, other: str, lang: str) -> bool:
    """Whether two folded words share a stem and have only regular endings beyond it."""
    endings = ENDINGS.get(short(lang), frozenset({""}))
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    for cut in range(shared, max(STEM, shared - 3) - 1, -1):
        rests = one[cut:], other[cut:]
        if all(rest in endings and (cut > STEM or not rest.startswith("t")) for rest in rests):
            return True
    return short(lang) == "en" and _english(one, other)


def _english(one: str, other: str) -> bool:
    """The spellings that English endings change: copy/copies, plan/planning, cache/caching."""
    return bool(_roots(one) & _roots(other))


def _roots(word: str) -> set[str]:
    """What the folded word may be a form of."""
    found = {word}
    for ending, puts in (("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e"))):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= STEM:
            found.update(rest + put for put in puts)
            if rest[-1] == rest[-2]:
                found.add(rest[:-1])
    return found


@lru_cache(CACHED)
def contains(word: str, term: str, lang: str) -> bool:
    """Whether ``word`` is a compound with ``term`` in it: *Speicherkartenslot*, *Flashspeicherkarte*."""
    if not language(lang).compounds or len(term) < STEM or len(word) < len(term) + 2:
        return False
    inner, outer = fold(term), fold(word)
    if len(inner) >= PART and inner in outer:
        return True
    if len(inner) > PART and inner[-1] == "e" and outer.startswith(inner[:-1]):
        return True
    if outer.endswith(inner) or outer.startswith(inner):
        rest = outer.removesuffix(inner) if outer.endswith(inner) else outer.removeprefix(inner)
        if len(rest) >= PART - 1 and max(zipf(rest, lang), zipf(rest.strip("sn"), lang)) >= RARE:
            return True
    return any(related(term.lower(), part, lang) for part in compound_parts(word, lang))


@lru_cache(CACHED)
def separated(term: str, lang: str) -> tuple[str, str] | None:
    """The prefix and the rest of a separable verb: *anmelden* -> (*an*, *melden*); None for any other word."""
    low = term.lower()
    for prefix in sorted(language(lang).separable, key=len, reverse=True):
        rest = low.removeprefix(prefix)
        if rest != low and len(rest) > STEM and rest.endswith("n") and zipf(rest, lang) >= RARE:
            return prefix, rest
    return None


@lru_cache(CACHED)
def inner_form(word: str, prefix: str, rest: str, lang: str) -> bool:
    """Whether ``word`` is the separable verb in one piece: *anzumelden*, *angemeldet*."""
    low = word.lower()
    if not low.startswith(prefix):
        return False
    tail = low[len(prefix) :]
    verbs = [tail[len(inner) :] for inner in ("zu", "ge", "") if tail.startswith(inner)]
    return any(related(rest, verb, lang) for verb in verbs if verb)


@lru_cache(CACHED)
def head_of(term: str, lang: str) -> str:
    """The last part of a compound, for which a text may shorten it: *Speicherkarte* -> *karte*; empty for no compound."""
    parts = compound_parts(term, lang)
    return parts[-1] if parts else ""


@lru_cache(CACHED)
def nominal(term: str, word: str, lang: str) -> bool:
    """Whether ``word`` has a German verb as a noun: *registrieren* in *Registrierung*, *installieren* in *Installation*."""
    verb, noun = fold(term), fold(word)
    if short(lang) != "de" or not term[0].islower() or not verb.endswith("en"):
        return False
    stems = [verb[:-2] + "ung", *([verb[:-5] + "ation"] if verb.endswith("ieren") else [])]
    return len(verb) > PART and any(form in noun for form in stems)
