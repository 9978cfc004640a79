"""Which rules a translation breaks.

The source pattern stands in the source, a cue that tells the sense stands near it, the target has a wrong rendering, and none
of the right ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.knowledge.pattern import Choice, find, find_any, possible, written
from mtqa.knowledge.rules import Rule, buckets, senses
from mtqa.lang.base import language
from mtqa.text.view import View

NEAR = 10
"""Within how many tokens of the word a cue must stand."""

STEM = 4
"""Letters that the stem of a right rendering must have to be looked for inside words."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that the target breaks, and where: half-open token ranges in source and target."""

    rule: Rule
    source: tuple[int, int]
    target: tuple[int, int]


def violations(source: View, target: View) -> list[Violation]:
    """The rules that ``target`` breaks, given what ``source`` says; in the order of the source, each place once a kind."""
    index = buckets(source.lang.partition("-")[0], target.lang.partition("-")[0])
    if not index:
        return []
    spoken, said = source.said, target.said
    found = [
        violation
        for word in sorted(index.keys() & spoken)
        for rule in index[word].triggered(said)
        if possible(rule.pattern, spoken)
        for violation in _broken(rule, source, target)
    ]
    found.sort(key=lambda one: (one.source, one.target, one.rule.kind, one.rule.source, one.rule.meaning))
    first = {(one.rule.kind, one.target): one for one in reversed(found)}
    return [one for one in found if first[one.rule.kind, one.target] is one]


def _broken(rule: Rule, source: View, target: View) -> Iterator[Violation]:
    """The source's places where the rule applies, each with the next wrong rendering of the target."""
    wrong = wrong_places(rule.wrong, target)
    if not wrong or has_right(rule, target, wrong[0]):
        return
    for found in find(rule.pattern, source.lower, source.bases):
        words = [token.text for token in source.tokens[found[0] : found[1]]]
        if (
            written(rule.pattern, words)
            and applies(rule, found, source)
            and not _contradicted(rule, found, source, target)
        ):
            yield Violation(rule, found, wrong.pop(0))
        if not wrong:
            return


def applies(rule: Rule, place: tuple[int, int], source: View) -> bool:
    """Whether the company of the words at ``place`` is the one the rule is about."""
    if _other_class(rule, place[0], source) or _is_name(rule, place, source):
        return False
    cued, excused = company(rule, place, source)
    return cued and not excused


def company(rule: Rule, place: tuple[int, int], source: View) -> tuple[bool, bool]:
    """Whether a cue of the rule (if it has any) stands near ``place``, and whether an excuse does."""
    low, high = max(0, place[0] - NEAR), place[1] + NEAR
    texts, bases = source.lower[low:high], source.bases[low:high]
    own, words = range(place[0] - low, place[1] - low), frozenset((*texts, *bases))

    def near(cues: Choice) -> bool:
        there = (cue for _, cue in cues.among(words) if possible(cue, words))
        return any(found[0] < own.start or found[1] > own.stop for cue in there for found in find(cue, texts, bases))

    return not rule.cues or near(rule.cues), near(rule.unless)


def _other_class(rule: Rule, at: int, source: View) -> bool:
    """Whether the word's form or the word before it says that it is a verb where the rule is about a noun, or the reverse."""
    if len(rule.pattern) > 1:
        return False
    before = source.lower[at - 1] if at else ""
    if rule.pos == "noun":
        return before in source.language.before_verbs or _is_verbal(at, source)
    if rule.pos == "verb":
        return before in source.language.before_nouns and not _is_verbal(at, source)
    return rule.pos == "adj" and before in source.language.before_nouns and _stands_alone(at, source)


def _is_name(rule: Rule, place: tuple[int, int], source: View) -> bool:
    """Whether the words are part of a name: capitalised beside another capitalised word, where only names are (Port Aldern)."""
    if source.language.nouns_capitalised or any(slot.exact for slot in rule.pattern):
        return False
    tokens = source.tokens
    if not all(_capital(tokens[at].text) for at in range(*place)) or place[0] == 0:
        return False
    beside = [at for at in (place[0] - 1, place[1]) if 0 < at < len(tokens)]
    return any(_capital(tokens[at].text) for at in beside) and not _is_headline(source)


def _capital(word: str) -> bool:
    return word[0].isupper()


def _is_headline(source: View) -> bool:
    """Whether most words are capitalised, so that a capital says nothing."""
    words = [token.text for token in source.tokens if token.is_word]
    return sum(map(_capital, words)) > len(words) / 2


def _stands_alone(at: int, source: View) -> bool:
    """Whether no word follows that an adjective could belong to: „the sound of a band“."""
    behind = source.lower[at + 1] if at + 1 < len(source.tokens) else "."
    return not behind[0].isalpha() or behind in source.language.function_words


def _is_verbal(at: int, source: View) -> bool:
    """Whether only a verb is written so: with the ending of one, or small where nouns are not."""
    if source.language.nouns_capitalised:
        return source.tokens[at].text[0].islower()
    return source.lower[at] != source.bases[at] and source.lower[at].endswith(source.language.verbal_endings)


def _contradicted(rule: Rule, place: tuple[int, int], source: View, target: View) -> bool:
    """Whether another sense of the word is cued as well and the target renders that one."""
    if rule.kind != "senses":
        return False
    return any(
        other is not rule and applies(other, place, source) and has_right(other, target)
        for other in senses(*rule.langs)[rule.source]
    )


def wrong_places(wrong: Choice, target: View) -> list[tuple[int, int]]:
    """Where the wrong renderings stand, in order; of those that overlap the first."""
    places = sorted(set(find_any(wrong, target)))
    out: list[tuple[int, int]] = []
    for place in places:
        if not out or place[0] >= out[-1][1]:
            out.append(place)
    return out


def has_right(rule: Rule, target: View, wrong: tuple[int, int] = (0, 0)) -> bool:
    """Whether the target has one of the right renderings: as words, within a compound, or with its prefix split off.

    The tokens at ``wrong`` do not count: „gemischte Tasche“ is not right because something „gemischtes“ would be.
    """
    whole = _said(target, 0, 0)
    there = [text for text in rule.right if _rendered(text, whole, target.lang)]
    if not there or wrong == (0, 0):
        return bool(there)
    said = _said(target, *wrong)
    return any(_rendered(text, said, target.lang) for text in there)


class Said(NamedTuple):
    """What a target says: its words (as they stand, and their dictionary forms), and all of them in one text."""

    words: set[str]
    text: str


@lru_cache(64)
def _said(target: View, low: int, high: int) -> Said:
    """What the target says besides the tokens ``low`` to ``high``; kept for the last ones, as many rules ask."""
    texts = [*target.lower[:low], *target.lower[high:]]
    bases = [*target.bases[:low], *target.bases[high:]]
    return Said({*texts, *bases}, "\n".join([*texts, *bases]))


def _rendered(text: str, said: Said, lang: str) -> bool:
    parts = _words(text, lang)
    for word, part, splits in parts:
        if word in said.words or (part and part in said.text):
            continue
        if not splits or not _stands_apart(splits, said.words):
            return False
    return bool(parts)


Split = tuple[str, str]
"""Prefix and verb of a separable verb."""


@cache
def _words(text: str, lang: str) -> tuple[tuple[str, str, tuple[Split, ...]], ...]:
    """The words of a right rendering in lower case, without gaps.

    Each with its stem (empty where that is too short to be looked for inside words), and how it may be split.
    """
    words = [part.lstrip("=").lower() for part in text.replace("-", " ").split() if part != "*"]
    apart = language(lang).separable
    return tuple((word, stem(word) if len(stem(word)) >= STEM else "", _splits(word, apart)) for word in words)


def _stands_apart(splits: tuple[Split, ...], words: set[str]) -> bool:
    """Whether both parts of any split are among the words."""
    return any(rest in words and prefix in words for prefix, rest in splits)


def _splits(word: str, separable: tuple[str, ...]) -> tuple[Split, ...]:
    """Prefix and verb of a separable verb, in each way it may be one."""
    return tuple((prefix, word[len(prefix) :]) for prefix in separable if word.startswith(prefix) and word != prefix)


@cache
def stem(word: str) -> str:
    """A right rendering without its ending, lower case: generous, since it only ever silences."""
    low = word.lower()
    for ending in ("en", "ern", "eln", "e", "n"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low
