"""ACC008."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.knowledge.grammar import noun
from mtqa.knowledge.names import entities, forms
from mtqa.knowledge.persons import first_names
from mtqa.lang.base import short
from mtqa.text.lexicon import has_words, lemma, zipf
from mtqa.text.names import POSSESSIVE, inner_capitals, same_name, sounds
from mtqa.text.view import per_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.text.view import View
    from mtqa.text.words import Token

LETTERS = 5
"""Shorter names are too like each other for slips to be told from other names."""

SHORTEST = 4
"""Letters of the shortest name that may be taken for another."""

FREQUENT = 2.2
"""A word of the target that is at least so frequent is a word or a customary name (*Moskau*), not a slip."""

MUTE = re.compile("[hyj]")

UNHEARD = 1.5
"""The same for a word of four letters."""

COMMON = 4.0
"""A word of the source that is at least so frequent is no name that anybody would misspell (*Thursday*)."""

HEARD, NEAR = 1.5, 1.3
"""How frequent a name is in both languages, and how much the two may differ."""

TITLE = 0.6
"""The share of capitals among a source's words from which it is a heading, whose capitals say nothing."""

AMBIGUOUS = frozenset(
    """
Mark Main Don Pole Pol Poles Franken Job Kanton Posen Gent Porto Hanse Sana Oder Eve Nice Polish Tatar Bern Este Esten Merkur
Mercury Amazon Rada Troy Canton March Christ Jordan Chad Seine
""".split()
)
"""Names that are, in one of the languages, more often something else: *New Year's Eve*, *ein Kanton*, *in Pose*."""

ALIKE = 65
"""The likeness of two names, 0 to 100, from which one may be another form of the other."""


@check(
    "ACC008",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=58,
    examples=[
        Example("President Zelensky met Lavrov.", "Präsident Selenskyj traf Lawrow.", note="transliterated"),
        Example("the Chukotka region", "die Region Tschukotka"),
        Example("the talks in Moscow", "die Gespräche in Moskau", note="a customary German name"),
        Example("said Steve Witkoff", "sagte er", note="a pronoun may stand for a name"),
        Example("with Witkoff's help", "mit Witkoffs Hilfe"),
        Example("the Anchorage summit", "der Anchorager Gipfel"),
        Example("Präsident Selenskyj", "President Zelensky", "de", "en"),
        Example("the Viennese opera and the Rhine", "die Oper von Wien und der Rhein", note="an adjective for a city"),
        Example("he met the French minister", "er traf den Pariser Minister", note="the capital for the country"),
        Example("Die deutschen Reeder zögern.", "German shipowners hesitate.", "de", "en", note="also a first name"),
        Example("Stiefel des Deserteurs", "Deserter's Boots", "de", "en"),
        Example("Er lebt auf Helgoland.", "He lives on Heligoland.", "de", "en"),
        Example("Am Rhein isst man Apfelmus.", "In the Rhineland they eat apple sauce.", "de", "en"),
        Example("said envoy Steve Witkoff", "sagte der Gesandte Steve ⟦Witkopp⟧"),
        Example("the envoy Kirill Dmitriev", "der Gesandte Kirill ⟦Dmirtiev⟧"),
        Example("the mayor, Anna Hartwell, said", "sagte Bürgermeisterin Anna ⟦Hartmell⟧"),
        Example("the mayor, Anna Hartwell, said", "sagte Bürgermeisterin Anna ⟦Hertwell⟧", note="a vowel"),
        Example("die Gesandte Anna Hartwell sagte", "envoy Anna ⟦Hartmell⟧ said", "de", "en"),
        Example("the talks in Moscow", "die Gespräche in ⟦Warschau⟧", note="another city"),
        Example("the government of Norway", "die Regierung von ⟦Dänemark⟧"),
        Example("wir fahren nach Kopenhagen", "we are going to ⟦Stockholm⟧", "de", "en"),
    ],
)
def name_mismatch(unit: Unit) -> Iterator[Hit]:
    """A name is spelled otherwise than in the source, and not by custom, or another name stands for it.

    The reader takes *Witkopp* for somebody else. Reported is a word that no dictionary has, that is one or two letters
    away from a name of the source, where that name itself is missing; and a known name that nothing in the source
    accounts for, where exactly one name of the source is missing. Transliterations (*Zelensky*, *Selenskyj*), customary
    names (*Moskau*), adjectives and inhabitants are no errors; a name left out may be a pronoun now.
    """
    sides = _Sides(unit)
    tokens = unit.target.tokens
    strange = [tokens[at] for at in unit.target.capitals if sides.is_extra(tokens[at].text)]
    if not strange:
        return
    yield from list(_slips(strange, unit, sides)) or _swap(strange, unit, sides)


class _Sides:
    """Both sides of a segment, asked for each other's names."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.langs = unit.source.lang, unit.target.lang
        self.source = [*_capitalised(unit.source), *_adjectives(unit.source)]

    @cached_property
    def target(self) -> list[str]:
        """The words of the target that may be names, or adjectives made of one."""
        lang = self.langs[1]
        return [
            form for form in self.unit.target.forms if len(form) > 1 and (form[0].isupper() or entities(form, lang))
        ]

    def is_extra(self, text: str) -> bool:
        """Whether a word of the target may be a name, and no name of the source accounts for it."""
        source, target = self.langs
        if text.lower() in self.unit.source_words or not _is_candidate(text, target, source):
            return False
        return not any(_one_name(form, source, text, target) for form in self.source)

    def has(self, name: str) -> bool:
        """Whether the target has a name of the source: by itself, with an ending, in a compound or by another custom."""
        if name.lower() in self.unit.target.words:
            return True
        source, target = self.langs
        return any(_one_name(name, source, form, target) for form in self.target)


@per_view
def _adjectives(view: View) -> list[str]:
    """The small words that are made of a name (*deutsch*)."""
    return [form for form in dict.fromkeys(view.forms) if form[0].islower() and entities(form, view.lang)]


@per_view
def _capitalised(view: View) -> list[str]:
    """The words that begin with a capital."""
    return [view.forms[at] for at in view.capitals if len(view.forms[at]) > 1]


@lru_cache(1 << 16)
def _is_candidate(text: str, target: str, source: str) -> bool:
    """Whether a word of the target may be a name that the source has not: one nobody knows, or a known name."""
    if len(text) < SHORTEST:
        return False
    return _strange(text, target, source) or _known(text, target) or _shared(text, target, source)


@lru_cache(1 << 15)
def _strange(text: str, target: str, source: str) -> bool:
    """Whether it looks like a name that neither language knows."""
    text = POSSESSIVE.sub("", text)
    most = FREQUENT if len(text) >= LETTERS else UNHEARD
    return (
        len(text) >= LETTERS - 1 and text[1:].islower() and has_words(target)
        and zipf(text, target) < most and zipf(text, source) < most
    )  # fmt: skip


@lru_cache(1 << 15)
def _known(text: str, lang: str) -> bool:
    """Whether it is a name that the tables know and no common word of the language."""
    if text in AMBIGUOUS or text.isupper():
        return False
    if entities(text, lang):
        return True
    bare = POSSESSIVE.sub("", text)
    return bare in first_names() and not (short(lang) == "de" and noun(text) is not None)


@lru_cache(1 << 15)
def _shared(text: str, target: str, source: str) -> bool:
    """Whether it is a name that both languages write about, as word lists tell: about as often, and nothing else."""
    if not text[1:].islower() or text in AMBIGUOUS or noun(text) is not None:
        return False
    here, there = zipf(text, target), zipf(text, source)
    if not (HEARD <= here < COMMON and HEARD <= there < COMMON and abs(here - there) <= NEAR):
        return False
    return lemma(text.lower(), "en") in ("", text) and lemma(text.lower(), "de") in ("", text)


@lru_cache(1 << 16)
def _one_name(one: str, lang: str, other: str, other_lang: str) -> bool:
    """Whether two words may be one name in two languages."""
    if not entities(one, lang).isdisjoint(entities(other, other_lang)):
        return True
    if not other[0].isupper():
        return False
    short_, long = sorted((one.casefold(), other.casefold()), key=len)
    if len(short_) >= LETTERS and short_ in long:
        return True
    return sounds(one) == sounds(other) or (same_name(one, other) and not _off_by_one(one, other))


def _off_by_one(one: str, other: str) -> bool:
    """Whether one letter tells them apart that is no ending: two customs of transliteration mostly differ in more."""
    from rapidfuzz.distance import OSA, Prefix

    one, other = POSSESSIVE.sub("", one), POSSESSIVE.sub("", other)
    if min(len(one), len(other)) < LETTERS - 1 or Prefix.similarity(one, other) >= min(len(one), len(other)):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _names(view: View) -> list[str]:
    """The words of the source that are names, those at its beginning left out, and none of a heading."""
    words = [form for form in view.forms if form[0].isalpha() and len(form) > SHORTEST]
    if sum(form[0].isupper() for form in words) > TITLE * len(words) and len(words) > SHORTEST and not _german(view):
        return []
    return [name for name in inner_capitals(view) if len(name) >= SHORTEST and _is_name(name, view.lang)]


def _german(view: View) -> bool:
    return view.language.nouns_capitalised


@lru_cache(1 << 15)
def _is_name(name: str, lang: str) -> bool:
    return _known(name, lang) or (len(name) >= LETTERS and zipf(name, lang) < COMMON)


def _slips(strange: list[Token], unit: Unit, sides: _Sides) -> Iterator[Hit]:
    """Words that are a letter or two away from a name of the source, which is missing."""
    target, source = unit.target.lang, unit.source.lang
    unheard = [token for token in strange if _strange(token.text, target, source)
               and not lemma(POSSESSIVE.sub("", token.text), target) and not lemma(token.text, source)]  # fmt: skip
    names = [name for name in _capitals(unit.source) if not sides.has(name)] if unheard else []
    for token in unheard if names else ():
        found = next(((name, form) for name in names for form in _expected(name, source, target)
                      if _slipped(token.text, form, zipf(name, source) < COMMON)), None)  # fmt: skip
        if found is not None:
            name, form = found
            said = f"The source spells this name {name}."
            said = said if form == name else f"The source has {name}, here {form}."
            yield Hit(Span(token.start, token.end), said, form, 0.8, Severity.MINOR)


def _capitals(view: View) -> list[str]:
    """All words with a capital, ’s left out: one that the target nearly repeats is a name, wherever it stands."""
    found = (POSSESSIVE.sub("", form) for form in view.forms if form[0].isupper())
    return [name for name in dict.fromkeys(found) if len(name) >= LETTERS - 1]


def _expected(name: str, source: str, target: str) -> tuple[str, ...]:
    """The name as it may be written in the target: as it is, or as a table has it."""
    return (name, *(form for number in sorted(entities(name, source)) for form in forms(number, target)))


def _slipped(word: str, name: str, is_rare: bool) -> bool:
    """Whether ``word`` is ``name`` with a slip of one or two letters that neither custom nor an ending explains."""
    from rapidfuzz.distance import OSA, Prefix

    word, name = word.replace("’", "'"), name.replace("’", "'")
    if len(name) < LETTERS - 1:
        return False
    most = 2 if len(name) >= 7 and is_rare else 1
    distance = OSA.distance(word.lower(), name.lower(), score_cutoff=most)
    if not 0 < distance <= most or word[0] != name[0] or sounds(word) == sounds(name):
        return False
    if _mute(word, name):
        return False
    return Prefix.similarity(word, name) < min(len(word), len(name)) - 1


def _mute(one: str, other: str) -> bool:
    """Whether the two are the same but for letters that come and go between customs: *Khashoggi, Kashoggi*."""
    return MUTE.sub("", one.lower()) == MUTE.sub("", other.lower())


def _swap(strange: list[Token], unit: Unit, sides: _Sides) -> Iterator[Hit]:
    """The one name that stands where the one missing name of the source should, if both are of the tables."""
    target, source = unit.target.lang, unit.source.lang
    extra = [token for token in strange if _known(token.text, target) or _shared(token.text, target, source)]
    if len(extra) != 1:
        return
    names = (name for name in _names(unit.source) if _known(name, source) or _shared(name, source, target))
    missing = [name for name in names if not sides.has(name)]
    if len(missing) != 1 or _related(missing[0], source, extra[0].text, target):
        return
    token, expected = extra[0], forms(next(iter(sorted(entities(missing[0], source))), -1), target)
    instead = f" ({expected[0]})" if expected and expected[0] != missing[0] else ""
    yield Hit(Span(token.start, token.end), f"The source names {missing[0]}{instead}, not {token.text}.", "", 0.7)


CAPITALS = dict(pair.split() for pair in """
Frankreich Paris;Deutschland Berlin;Russland Moskau;Großbritannien London;England London;China Peking;Italien Rom
Amerika Washington;Österreich Wien;Ukraine Kiew;Polen Warschau;Spanien Madrid;Japan Tokio;Türkei Ankara;Iran Teheran
Israel Jerusalem;Syrien Damaskus;Irak Bagdad;Afghanistan Kabul;Ägypten Kairo;Ungarn Budapest;Belgien Brüssel
Griechenland Athen;Tschechien Prag;Europa Brüssel;Schweiz Bern;Indien Delhi;Kanada Ottawa;Korea Seoul
""".replace("\n", ";").strip(";").split(";"))  # fmt: skip
"""The country -> the capital that a newspaper writes for it."""


@lru_cache(1 << 12)
def _related(name: str, source: str, word: str, target: str) -> bool:
    """Whether one may well stand for the other: a capital for its country, or a form that tables lack."""
    from rapidfuzz import fuzz

    if fuzz.ratio(name.casefold(), word.casefold()) >= ALIKE:
        return True
    here, there = ({form for number in entities(text, lang) for form in forms(number, "de")}
                   for text, lang in ((name, source), (word, target)))  # fmt: skip
    return any((a in here and b in there) or (b in here and a in there) for a, b in CAPITALS.items())
