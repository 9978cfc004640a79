"""ACC006."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from mtqa.data import Severity, Span
from mtqa.flag.base import Example, Hit, Unit, check
from mtqa.text.hyphens import HYPHENS, joined
from mtqa.text.lexicon import has_words, lemma, zipf
from mtqa.text.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTANCE = 0.8
"""By how much more frequent a word is in the source's language, on the Zipf scale, to be one of its words."""

OWN = 1.0
"""The same for function words, and for words that the target's language cannot have borrowed."""

UNKNOWN = 0.9
"""A word below this Zipf frequency is none of the target's language."""

KNOWN = 2.0
"""And one above this frequency is a word of the source's language."""

SELDOM, FAR = 2.0, 1.3
"""A word below the former frequency that no dictionary of the target's language has was hardly borrowed, if it is so much more
frequent in the source's language (of such words five in six are marked in ``training/rough``)."""

CODE = frozenset("_@#/\\[]{}=<>$|")
"""Signs that touch code, not words."""

STOPS = frozenset(".!?")
ABBREVIATED = 3
"""A stop behind a word of so few letters (*Mr.*, *St.*) ends no sentence."""


@check(
    "ACC006",
    category="accuracy/untranslated",
    severity=Severity.MAJOR,
    needs=("source",),
    priority=56,
    examples=[
        Example("a good deal for the team", "ein guter Deal für das Team", note="borrowed words"),
        Example("the hearing in Anchorage, Alaska", "die Anhörung in Anchorage, Alaska", note="names"),
        Example("said the Bank of America", "sagte die Bank of America"),
        Example("She reads the Wall Street Journal.", "Sie liest das Wall Street Journal."),
        Example("the song “Bolsters of the World”", "das Lied „Bolsters of the World“", note="a title"),
        Example("the word “bolsters”", "das Wort „bolsters“", note="a word talked about"),
        Example("all the men still sing", "all die Männer singen still", note="words that German has as well"),
        Example("open source software", "Open-Source-Software"),
        Example("die Angst der Deutschen", "the angst of the Germans", "de", "en"),
        Example("The dot before models.TextField", "Der Punkt vor models.TextField", note="code"),
        Example("tell Django to apply the changes", "diese Änderungen übernehmen (apply)", note="a term in brackets"),
        Example("Values are disable, patch, feature.", "Werte sind disable, patch, feature.", note="values"),
        Example(
            "Wir aßen Kaiserschmarrn.", "We ate Kaiserschmarrn (shredded pancake).", "de", "en", note="said in brackets"
        ),
        Example("That bolsters his credentials.", "Das ⟦Bolsters⟧ seine Referenzen."),
        Example("in Russia's Far East", "im russischen ⟦Far Osten⟧"),
        Example("a visit to “Our Alaska,” as he called it", "ein Besuch in „⟦Our Alaska⟧“, wie er es nannte"),
        Example("the idea that he got a raw deal", "die Idee, dass er einen ⟦Raw -Deal⟧ hatte"),
        Example("the sound of a land-for-peace deal", "der Klang eines ⟦Land-für-Peace-Deals⟧"),
        Example("They thumb their nose at critics.", "Sie ⟦thumb⟧ ihre Nase an Kritikern."),
        Example("Vaping can damage the lungs.", "Vaping kann der Lunge schaden.", note="borrowed"),
        Example("Great skuas dive at walkers.", "Große Skuas stürzen sich auf Wanderer.", note="German has it too"),
        Example("Bonfires are permitted in November.", "⟦Bonfires⟧ sind im November erlaubt.", roughness=0.4),
        Example("He slept in snatches.", "Er schlief in ⟦Snatches⟧.", roughness=0.4),
        Example("The case was held in camera.", "Der Fall wurde in camera verhandelt."),
        Example("Mr. Quirk resigned.", "Herr Quirk trat zurück.", note="a name behind a stop", roughness=0.4),
        Example("Lock both hinges of the ladder.", "Schließen Sie beide ⟦Hinges⟧ der Leiter.", roughness=0.4),
        Example("The refund machine is broken.", "Die ⟦Refund-Maschine⟧ ist kaputt.", roughness=0.4),
        Example("Sprecht mit Hinnerk.", "Speak with Hinnerk.", "de", "en", note="a name that no dictionary has"),
        Example("Sie lebt an der Schlei.", "She lives by the River Schlei.", "de", "en", note="a name beside another"),
        Example("Die Bürger haben Zugeständnisse gemacht.", "The citizens have made ⟦Zugeständnisse⟧.", "de", "en"),
    ],
)
def untranslated_word(unit: Unit) -> Iterator[Hit]:
    """A word of the source's language stands untranslated in the target.

    The reader stumbles, or does not understand. A word that was copied from the source counts when it is far more
    frequent in the source's language and the target's dictionary lacks it. Names, titles, quotations, code, borrowed words
    (*Deal*) and fixed English compounds (*Open-Source*) are no errors, so a run of copied words, or a word with a
    capital in the source, needs more: a function word (*Our Alaska*), a name translated by half (*Far Osten*), or a
    compound that is half translated (*Land-für-Peace-Deals*) or badly joined (*Raw -Deal*). In rough documents rare
    words count too, and those that have their capital from opening a sentence or stand in a compound (*Refund-Maschine*).
    """
    target, source = unit.target.lang, unit.source.lang
    common = unit.source_words & unit.target.words
    foreign = {word for word in common if _foreign(word, source, target)}
    if not foreign or not (has_words(target) and has_words(source)):
        return
    done = -1
    for at, token in enumerate(unit.target.tokens):
        if at <= done or unit.target.lower[at] not in foreign or _is_code(unit, at):
            continue
        found = _place(unit, at)
        if found and not _is_glossed(unit, found.after):
            done = found.after - 1
            start, end = unit.target.tokens[found.first].start, unit.target.tokens[found.after - 1].end
            yield Hit(
                Span(start, end),
                f"The {unit.source.language.name} word „{token.text}“ was left untranslated.",
                confidence=found.confidence,
                doubtful=found.doubtful,
            )


@lru_cache(1 << 15)
def _foreign(word: str, source: str, target: str) -> bool:
    return word.isalpha() and len(word) > 1 and zipf(word, source) - zipf(word, target) > DISTANCE


def _is_code(unit: Unit, at: int) -> bool:
    """Whether it is an acronym, or a digit or another sign that makes it a code touches it."""
    token, text = unit.target.tokens[at], unit.target.masked
    around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
    coded = any(char.isdigit() or char in CODE for char in around)
    return token.text.isupper() or coded or around == "()" or _member(text, token.start, token.end) or _value(unit, at)


def _is_glossed(unit: Unit, after: int) -> bool:
    """Whether brackets that the source does not have right behind the word say what it is: *Kaiserschmarrn (pancake)*."""
    tokens = unit.target.tokens
    if after == len(tokens) or tokens[after].text != "(" or (unit.target.lower[after - 1], "(") in unit.source.pairs:
        return False
    inside = takewhile(lambda token: token.text != ")", tokens[after + 1 :])
    return any(token.is_word and token.text.lower() not in unit.source_words for token in inside)


def _member(text: str, start: int, end: int) -> bool:
    """Whether a dot joins it to another word: *models.TextField*."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[1:] == "." and before[0].isalnum()) or (after[:1] == "." and after[1:].isalnum())


def _value(unit: Unit, at: int) -> bool:
    """Whether it is one of several values that both sides list as they are: *disable, patch, feature*."""
    lower, pairs = unit.target.lower, unit.source.pairs
    beside = (lower[first : first + 3] for first in (at - 2, at) if first >= 0)
    return any(
        three[1:2] == [","] and three[0].isalpha() and three[-1].isalpha() and pairs.issuperset(pairwise(three))
        for three in beside
    )


class _Copy(NamedTuple):
    """A run of copied words around a foreign one: first token, token after the last, how many are foreign."""

    first: int
    after: int
    foreign: int


class _Found(NamedTuple):
    """What is untranslated: first token, token after the last, how sure that is, whether good translators write such too."""

    first: int
    after: int
    confidence: float
    doubtful: bool = False


def _place(unit: Unit, at: int) -> _Found | None:
    """What is untranslated around ``at``; None if all is well."""
    tokens = unit.target.tokens
    first, after = joined(unit.target, at)
    if after - first > 1:
        if _bad_compound(unit, first, after):
            return _Found(first, after, 0.8)
        return _Found(first, after, 0.75, doubtful=True) if _foreign_part(unit, at, first, after) else None
    if not _said_in_lower_case(unit, at) and not _common_noun(unit.target.lower[at], unit.source.lang):
        return None
    copy = _run(unit, at)
    if _half_translated(unit, at, copy):
        return _Found(at, at + 2, 0.75)
    if _function_word(unit, at, copy):
        return _Found(at, copy.after, 0.75)
    return None if quoted(unit.target, tokens[at].start) else _single(unit, at, copy)


def _single(unit: Unit, at: int, copy: _Copy) -> _Found | None:
    """The word by itself, if the target's language has it not, or hardly has it."""
    lower = _said_in_lower_case(unit, at)
    if lower and copy.after - copy.first == 1 and _not_borrowed(unit, at):
        return _Found(at, at + 1, 0.85)
    if (lower or _capital_by_place(unit, at)) and _alone(unit, at, copy) and _hardly_borrowed(unit, at):
        return _Found(at, at + 1, 0.75, doubtful=True)
    return None


def _run(unit: Unit, at: int) -> _Copy:
    """The words around ``at`` that stand next to each other in the source as well."""
    lower = unit.target.lower
    first, after = at, at + 1
    while first > 0 and lower[first - 1].isalpha() and _adjacent(unit, lower[first - 1], lower[first]):
        first -= 1
    while after < len(lower) and lower[after].isalpha() and _adjacent(unit, lower[after - 1], lower[after]):
        after += 1
    foreign = sum(_foreign(word, unit.source.lang, unit.target.lang) for word in lower[first:after])
    return _Copy(first, after, foreign)


def _alone(unit: Unit, at: int, copy: _Copy) -> bool:
    """Whether all that was copied with it are function words that the target's language has as well (*in Snatches*)."""
    others = {*unit.target.lower[copy.first : at], *unit.target.lower[at + 1 : copy.after]}
    return others <= unit.target.language.function_words


def _adjacent(unit: Unit, one: str, two: str) -> bool:
    return (one, two) in unit.source.pairs


def _said_in_lower_case(unit: Unit, at: int) -> bool:
    """Whether the source has it as a common word: in small letters, or in a language that has capitals on all nouns."""
    word, source = unit.target.lower[at], unit.source
    return any(
        token.text == word or (source.language.nouns_capitalised and token.text.lower() == word)
        for token in source.tokens
    )


def _capital_by_place(unit: Unit, at: int) -> bool:
    """Whether it is a word that opens a sentence wherever the source has it."""
    word, source = unit.target.lower[at], unit.source.lower
    return all(
        not place or (place > 1 and source[place - 1] in STOPS and len(source[place - 2]) > ABBREVIATED)
        for place, other in enumerate(source) if other == word
    )  # fmt: skip


def _not_borrowed(unit: Unit, at: int) -> bool:
    """Whether the target's language does not have the word, in any form."""
    text, target, source = unit.target.tokens[at].text, unit.target.lang, unit.source.lang
    if _listed(text, target) or zipf(text, source) < KNOWN or _is_name(unit, at):
        return False
    return zipf(text, target) < UNKNOWN or (text.islower() and zipf(text, source) - zipf(text, target) > OWN)


def _is_name(unit: Unit, at: int) -> bool:
    """Whether a word with a capital, from a language that gives them to all nouns, is a name: unknown, or beside another."""
    tokens, target = unit.target.tokens, unit.target.language
    if not unit.source.language.nouns_capitalised or target.nouns_capitalised or tokens[at].text.islower():
        return False
    beside = (tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None)
    named = any(
        token and token.text[0].isupper() and token.start and token.text.lower() not in target.function_words
        for token in beside
    )
    return named or not lemma(tokens[at].text, unit.source.lang)


def _hardly_borrowed(unit: Unit, at: int) -> bool:
    """Whether the target's language hardly has the common word; what ends in *-ing* is borrowed soonest."""
    text, target, source = unit.target.tokens[at].text, unit.target.lang, unit.source.lang
    if _listed(text, target) or not _common_noun(text.lower(), source):
        return False
    here, there = zipf(text, target), zipf(text, source)
    return here < UNKNOWN or (here < SELDOM and there >= KNOWN and there - here >= FAR and not text.endswith("ing"))


def _listed(text: str, target: str) -> bool:
    """Whether the target's dictionary has the word as it is written."""
    known = lemma(text, target)
    return bool(known) and (known.islower() or text[0].isupper())


def _function_word(unit: Unit, at: int, copy: _Copy) -> bool:
    """Whether it is a function word of the source alone, before a name and not in a title: *Our Alaska*."""
    word, following = unit.target.lower[at], at + 1
    if copy.foreign != 1 or at != copy.first or len(word) < 3 or word not in unit.source.language.function_words:
        return False
    if word in unit.target.language.function_words or not _far(word, unit, 2 * OWN) or lemma(word, unit.target.lang):
        return False
    return following >= copy.after or not _common_noun(unit.target.lower[following], unit.source.lang)


def _far(word: str, unit: Unit, distance: float) -> bool:
    return zipf(word, unit.source.lang) - zipf(word, unit.target.lang) > distance


def _common_noun(word: str, lang: str) -> bool:
    """Whether the dictionary has the lower-case word as such, and not as a name."""
    return lemma(word, lang).islower()


def _half_translated(unit: Unit, at: int, copy: _Copy) -> bool:
    """Whether the source's name goes on with a word that the target has translated: *Far East*, *Far Osten*."""
    source, target, word = unit.source, unit.target, unit.target.lower[at]
    if copy.after - copy.first > 1 or at + 1 >= len(target.tokens) or not target.tokens[at + 1].is_word:
        return False
    if (
        not _far(word, unit, 1.5 * OWN)
        or not _common_noun(word, source.lang)
        or not target.tokens[at].text[0].isupper()
    ):
        return False
    following = target.lower[at + 1]
    if following in unit.source_words or zipf(following, target.lang) - zipf(following, source.lang) <= OWN:
        return False
    return any(
        token.text.lower() == word and token.text[0].isupper() and after.text[0].isupper()
        and after.text.lower() not in target.lower and _far(after.text, unit, DISTANCE)
        for token, after in pairwise(source.tokens)
    )  # fmt: skip


def _bad_compound(unit: Unit, first: int, after: int) -> bool:
    """Whether a hyphenated word is set apart by a space, or has function words of the target beside foreign ones."""
    tokens = unit.target.tokens[first:after]
    words = [token.text.lower() for token in tokens if token.text not in HYPHENS]
    apart = tokens[-1].end - tokens[0].start > sum(token.end - token.start for token in tokens)
    foreign = [
        word for word in words
        if word in unit.source_words and _foreign(word, unit.source.lang, unit.target.lang)
        and not lemma(word, unit.target.lang) and any(token.text == word for token in unit.source.tokens)
    ]  # fmt: skip
    mixed = len(words) > 2 and any(
        word in unit.target.language.function_words and word not in unit.source_words for word in words
    )
    return bool(foreign) and (apart or mixed)


def _foreign_part(unit: Unit, at: int, first: int, after: int) -> bool:
    """Whether it is a common word that the target's language lacks, before what is none of the source's: *Refund-Maschine*."""
    others = [word for word in unit.target.lower[at + 1 : after] if word[0].isalpha()]
    translated = any(word not in unit.source_words for word in others)
    return at == first and translated and _said_in_lower_case(unit, at) and _hardly_borrowed(unit, at)
