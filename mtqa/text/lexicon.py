"""What words a language has: how frequent each is, its lemma, and how a compound is put together.

Frequencies are wordfreq's (Speer 2022, the "large" lists where there are any), lemmas are simplemma's. Both are loaded
when first asked for and kept for the life of the process; every answer about a word is cached. A language without a
word list has no evidence to offer: :func:`has_words` says so, and :func:`known` then believes every word.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache, partial
from math import log10
from typing import TYPE_CHECKING

from mtqa.lang.base import language, short
from mtqa.text.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtqa.text.frequencies import Frequencies
    from mtqa.text.lemmas import Lookup

CACHED = 1 << 17
"""Words whose answers are kept, per function."""

PART_ZIPF = (9.0, 9.0, 4.3, 4.05, 2.7, 2.7, 2.7)
LONG_ZIPF = 2.2
"""How frequent a part of a compound of that many letters must be, and one of more than six. Short parts that are rarer
let through any string of syllables (``erreichbar`` + ``isch``, ``her`` + ``zus`` + ``pie`` + ``len``)."""

LONGEST = 100
"""Letters of the longest word that is taken apart; what is longer is no word that a language has."""

FORM_ZIPF = 1.9
"""How frequent a form must be to vouch for another form of the same word."""


@cache
def _frequencies(lang: str) -> Frequencies:
    from mtqa.text.frequencies import frequencies

    return frequencies(lang)


@cache
def _lemmas(lang: str) -> Lookup:
    from mtqa.text.lemmas import dictionary

    return dictionary(lang)


@cache
def has_words(lang: str) -> bool:
    """Whether there is a word list of the language."""
    return bool(_frequencies(short(lang)))


def _folded(word: str) -> str:
    if word.isascii():
        return word.casefold()
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


@lru_cache(CACHED)
def zipf(word: str, lang: str) -> float:
    """The word's Zipf frequency: log10 of its occurrences per thousand million words, 1 (rare) to 8; 0 if unknown.

    Case does not count, and ß counts as ss.
    """
    frequency = _frequencies(short(lang)).get(_folded(word))
    return log10(frequency) + 9 if frequency else 0.0


_LISTED: dict[str, set[str]] = {}


def unlisted(words: frozenset[str], lang: str) -> set[str]:
    """Those of ``words`` that begin with a letter and whose :func:`zipf` is 0.

    What is listed is remembered, so that whole texts are asked about at once.
    """
    listed = _LISTED.setdefault(short(lang), set())
    out = set()
    for word in words - listed:
        if word[0].isalpha() and not zipf(word, lang):
            out.add(word)
        elif len(listed) < CACHED:
            listed.add(word)
    return out


def frequent(words: Iterable[str], lang: str, least: float) -> set[str]:
    """Those of ``words`` whose :func:`zipf` is ``least`` or more; for many that nobody will ask about again."""
    folded: dict[str, set[str]] = {}
    for word in words:
        folded.setdefault(_folded(word), set()).add(word)
    frequencies = _frequencies(short(lang))
    likely = [word for word in frequencies.known(list(folded)) if log10(frequencies.get(word)) + 9 >= least]
    return {word for found in likely for word in folded[found]}


@lru_cache(CACHED)
def lemma(word: str, lang: str) -> str:
    """The dictionary form of ``word`` (``Hauses`` -> ``Haus``), or an empty text if the dictionary lacks the word.

    Other letter cases are tried where the word as it stands is not there.
    """
    lemmas = _lemmas(short(lang))
    for form in dict.fromkeys((word, word.lower(), word.capitalize())):
        if found := lemmas.get(form):
            return found
    return ""


def base_form(word: str, lang: str) -> str:
    """What inflected and derived forms have in common, in lower case: for matching, not for reading.

    The dictionary form of the dictionary form (``mahlende`` -> ``mahlend`` -> ``mahlen``); a small word that the dictionary
    knows as a noun alone (``gemischte``) is looked up without its ending; the word itself where the dictionary lacks it.
    """
    return _bases(lang)[word]


def base_forms(words: Iterable[str], lang: str) -> list[str]:
    """The :func:`base_form` of each of the words, of a whole text at once."""
    return list(map(_bases(lang).__getitem__, words))


@cache
def _bases(lang: str) -> Remembered[str]:
    return Remembered(partial(_base_form, lang=lang), CACHED)


def _base_form(word: str, lang: str) -> str:
    if not word[0].isalpha():
        return word
    for ending in language(lang).possessives:
        owner = word.removesuffix(ending)
        if owner != word and owner.lower() not in language(lang).function_words:
            return base_form(owner, lang)  # "the driver's pay" is about a driver
    found = lemma(word, lang)
    if word.islower() and found[:1].isupper():
        stems = (word[: -len(ending)] for ending in language(lang).endings if word.endswith(ending))
        found = next((form for stem in stems if len(stem) > 3 and (form := lemma(stem, lang)).islower()), found)
    return (lemma(found, lang) or found or word).lower()


@lru_cache(CACHED)
def known(word: str, lang: str) -> bool:
    """Whether the language has the word: frequent, in the dictionary, or a compound of such words.

    Asked in that order, so the dictionary is only loaded for a word that the cheaper sources do not know. True for
    every word of a language without a word list.
    """
    if not has_words(lang) or zipf(word, lang):
        return True
    if _inflected(_folded(word), lang) or (language(lang).compounds and compound_parts(word, lang)):
        return True
    return bool(lemma(word, lang))


def _inflected(folded: str, lang: str) -> bool:
    """Whether another form of the word is known: ``kambodschanischem`` by ``kambodschanische``."""
    endings = language(lang).endings
    stems = [folded.removesuffix(ending) for ending in endings if folded.endswith(ending)]
    return any(len(stem) > 3 and zipf(stem + other, lang) >= FORM_ZIPF for stem in stems for other in ("", *endings))


@lru_cache(CACHED)
def compound_parts(word: str, lang: str) -> tuple[str, ...]:
    """The known words that a compound is made of, linking letters left out; empty where it is no compound.

    ``Friedensabkommen`` -> ``("friedens", "abkommen")`` by the longest head whose first part is a word as well, the
    first part being taken apart the same way; :attr:`Language.linking` holds the letters that may join them.
    """
    folded = _folded(word)
    if len(folded) > LONGEST or not language(lang).compounds or not folded.isalpha():
        return ()
    return next(_splits(folded, lang), ())


def _splits(folded: str, lang: str) -> Iterator[tuple[str, ...]]:
    for cut in range(2, len(folded) - 2):
        if _is_part(folded[cut:], lang) and (parts := _first_parts(folded[:cut], lang)):
            yield (*parts, folded[cut:])


def _first_parts(first: str, lang: str) -> tuple[str, ...]:
    """The word without its linking letters, whichever of them leaves the most frequent word; else a compound again."""
    stems = [first[: len(first) - len(link)] for link in ("", *language(lang).linking) if first.endswith(link)]
    stems = [stem for stem in stems if _is_part(stem, lang)]
    return (max(stems, key=lambda stem: zipf(stem, lang)),) if stems else next(_splits(first, lang), ())


def _is_part(text: str, lang: str) -> bool:
    """Whether it is frequent enough; two letters only where they are no function word (``Öl``, ``Ei``)."""
    if zipf(text, lang) < (PART_ZIPF[len(text)] if len(text) < len(PART_ZIPF) else LONG_ZIPF):
        return False
    return len(text) > 2 or text not in language(lang).function_words
