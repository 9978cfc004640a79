"""German grammar tables, loaded when first asked for: determiners, prepositions, adjectives, nouns by their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.knowledge.table import read_table, table_path
from mtqa.text.lexicon import compound_parts, known, lemma, zipf
from mtqa.text.morphology import BY_CASE, FEMININE, PLURAL, cells

LANG = "de"
ENDING = re.compile(r"(?:en|er|es|em|e)$")
PARTICIPLE = re.compile(
    r"[a-zäöüß]{3,}end(?:en|er|es|em|e)$|(?:ge|[a-zäöü]{2,4}ge)[a-zäöüß]{2,}(?:t|en)(?:en|er|es|em|e)$"
)
DERIVED = re.compile(
    r"[a-zäöüß]{3,}(?:isch|lich|ig|bar|sam|haft|los|iert|ell|iv|al|är|ös|frei|reich|voll)(?:en|er|es|em|e)$"
)
SUFFIXES = (
    (re.compile(r"(?:(?<!spr)(?<!schw)ung|heit|keit|schaft|tät|erin|ogin|istin|antin|entin)$"), FEMININE),
    (re.compile(r"(?:ungen|heiten|keiten|schaften|täten|innen)$"), PLURAL),
)
"""Endings that decide the gender of any word long enough (Duden, *Die Grammatik*, on gender by suffix)."""

LONG = 9
"""Shorter words may end so by chance (Sprung, Schwung, Hartung)."""

HEAD = 3
"""The fewest letters that the last part of a compound may have."""

NO_HEADS = frozenset(("Eins", "Seins", "Früh", "Login", "Ecke"))
"""No heads of compounds whatever they end in: *Dreiecke* is the plural of a neuter, not a corner."""


def words(text: str) -> frozenset[str]:
    """The words of a text written down as a list."""
    return frozenset(text.split())


UNINFLECTED = words("""
inzwischen mittlerweile zwischen einander gegeneinander weniger lieber eher vage leise lose rege lange gerne beinahe
derselbe dieselbe dasselbe denselben demselben desselben derselben derjenige diejenige dasjenige denjenigen demjenigen
desjenigen derjenigen diejenigen dieselben ebenso lauter lediger allerlei solcherlei unter über außer aller
""")
"""Words that end like adjectives and are none, or none that is inflected."""
CONTRACTED = words("im am zum zur vom beim ins ans")
"""The usual prepositions with an article inside."""


LINKS = ("", "s", "es", "n", "en", "er", "e", "ens")


class Determiner(NamedTuple):
    """A word that opens a noun phrase. ``word`` is what its forms share; ``pronoun``: it often stands alone."""

    word: str
    cells: int
    declension: str
    pronoun: bool


@cache
def determiners() -> dict[str, Determiner]:
    """Form in lower case -> determiner."""
    return {
        row["form"]: Determiner(row["word"], cells(row["cells"]), row["declension"], row["pronoun"] == "yes")
        for row in read_table(LANG, "determiners")
    }


@cache
def determiner_forms(word: str) -> tuple[tuple[str, Determiner], ...]:
    """The forms of a determiner (``dies`` -> *dieser, diese, …*)."""
    return tuple((form, one) for form, one in determiners().items() if one.word == word)


@cache
def prepositions() -> dict[str, int]:
    """Preposition -> the cells of the cases it takes; those that also open an infinitive clause are negative."""
    found = {}
    for row in read_table(LANG, "prepositions"):
        mask = sum(BY_CASE[case] for case in row["cases"])
        found[row["preposition"]] = -mask if row["infinitive"] == "yes" else mask
    return found


@cache
def adjective_stems() -> frozenset[str]:
    """Adjectives without their ending (``hoh``, ``größer``, ``teur``), participles among them."""
    return frozenset(row["stem"] for row in read_table(LANG, "adjectives"))


class NounForm(NamedTuple):
    """What a noun's form may be; ``bare``: whether it often stands without any article (*Angst haben*)."""

    cells: int
    bare: bool


@cache
def noun_forms() -> dict[str, NounForm]:
    """Form -> what it may be, of the nouns seen often enough."""
    entries: dict[str, NounForm] = {}
    found = {}
    for line in table_path(LANG, "noun_forms").read_text(encoding="utf-8").split("\n"):
        form, _, rest = line.partition("\t")
        if rest and line[0] != "#":
            if rest not in entries:  # a few dozen readings are shared by all forms
                text, bare = rest.split("\t")
                entries[rest] = NounForm(cells(text) if bare in ("yes", "no") else 0, bare == "yes")
            found[form] = entries[rest]
    del found["form"]
    return found


@cache
def nouns() -> dict[str, dict[str, str]]:
    """Noun -> its row: gender, genitive, plural."""
    return {row["noun"]: row for row in read_table(LANG, "nouns")}


def genitive(word: str) -> str:
    """The genitive singular of a noun, also of a compound; empty where it is not known."""
    for cut in range(len(word) - HEAD + 1):
        head = word[cut:].capitalize()
        if head in nouns() and (not cut or compound_parts(word, LANG)):
            found = nouns()[head]["genitive"]
            usual = found.partition(" ")[0]
            return word[:cut] + (usual if not cut else usual.lower()) if usual else ""
    return ""


@lru_cache(1 << 16)
def noun(word: str) -> NounForm | None:
    """What the noun's form may be; by the last part of a compound or a suffix if the word is not in the table.

    None where that is not certain: names, nominalised adjectives, words with doubtful parts.
    """
    if nominalised_ending(word):
        return None
    found = noun_forms().get(word)
    if found is not None:
        return found
    return _by_suffix(word) or _compound(word)


def _compound(word: str) -> NounForm | None:
    """All readings of all heads that the compound may have."""
    parts = compound_parts(word, LANG) if len(word) >= HEAD + 3 and not adjective_ending(word.lower()) else ()
    if not parts:
        return None
    mask, bare = 0, False
    for cut in range(3, len(word) - HEAD + 1):
        text = word[cut:].capitalize()
        head = noun_forms().get(text) if text not in NO_HEADS else None
        if head is not None and (
            (word.endswith(parts[-1]) and cut == len(word) - len(parts[-1])) or _first_part(word[:cut])
        ):
            mask, bare = mask | head.cells, bare or head.bare
    return NounForm(mask, bare) if mask else None


def _first_part(text: str) -> bool:
    stems = (text[: len(text) - len(link)] for link in LINKS if text.endswith(link))
    return any(len(stem) > 2 and zipf(stem, LANG) >= 3 for stem in stems) or bool(compound_parts(text, LANG))


def _by_suffix(word: str) -> NounForm | None:
    if len(word) < LONG or not known(word.removesuffix("innen").removesuffix("in"), LANG):
        return None
    return next((NounForm(mask, False) for suffix, mask in SUFFIXES if suffix.search(word)), None)


NOMINALISED = re.compile(
    r"(?:vorsitzend|abgeordnet|beamt|angestellt|beauftragt|delegiert|gesandt|verwandt|angehörig|verletzt|gefangen"
    r"|überlebend|studierend|verdächtig|angeklagt|beschuldigt|freiwillig|obdachlos|arbeitslos|erwachsen|jugendlich|gerad)"
    r"(en|er|es|em|e)$"
)
"""Adjectives that became nouns and keep their endings: *der Vorsitzende, ein Vorsitzender*."""


@lru_cache(1 << 16)
def nominalised_ending(word: str) -> str:
    """The adjective's ending that a noun has (``Bundestagsabgeordneter`` -> ``er``); empty if it is no such noun."""
    match = NOMINALISED.search(word.lower())
    return match[1] if match else ""


@lru_cache(1 << 16)
def adjective_ending(word: str) -> str:
    """The inflectional ending of a lower-case adjective (``großem`` -> ``em``); empty where it is none for certain."""
    match = ENDING.search(word)
    if not match or len(word) < 4 or word.lower() in determiners() or word in UNINFLECTED or word.endswith("ziger"):
        return ""
    stem = word[: match.start()]
    if (
        stem in adjective_stems()
        or (PARTICIPLE.match(word) and not lemma(word, LANG).endswith("en"))
        or DERIVED.match(word)
    ):
        return match.group()
    return ""


def past_adjectives(forms: Sequence[str], at: int) -> int:
    """The first token at or after ``at`` that is no inflected adjective, or the number of tokens."""
    while at < len(forms) and adjective_ending(forms[at]):
        at += 1
    return at
