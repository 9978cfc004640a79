"""Which rules a translation breaks.

The source pattern stands in the source, a cue that tells the sense stands near it, the target has a wrong rendering, and none
of the right ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mtqa.knowledge.pattern import HYPHEN, Choice, Pattern, find, find_any, find_in, parse, possible, written
from mtqa.knowledge.right import Place, has_right, stem
from mtqa.knowledge.rules import Bucket, Group, Rule, buckets, senses
from mtqa.lang.base import short
from mtqa.text.view import View, per_view

NEAR = 10
"""Within how many tokens of the word a cue must stand."""

INSIDE = frozenset(",-/&'’")
"""Marks behind which no sentence begins."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that the target breaks, and where: half-open token ranges in source and target."""

    rule: Rule
    source: Place
    target: Place


def violations(source: View, target: View) -> list[Violation]:
    """The rules that ``target`` breaks, given what ``source`` says; in the order of the source, each place once a kind."""
    spoken = _spoken(source)
    found = [
        violation
        for rule, wrong in accused(source, target).items()
        if spoken.places(rule, source)
        for violation in _broken(rule, map(rule.rendering, wrong), source, target)
    ]
    if len(found) < 2:
        return found
    found.sort(key=lambda one: (one.source, one.target, one.rule.kind, one.rule.source, one.rule.meaning))
    first = {(one.rule.kind, one.target): one for one in reversed(found)}
    return [one for one in found if first[one.rule.kind, one.target] is one]


def _broken(rule: Rule, patterns: Iterable[Pattern], source: View, target: View) -> Iterator[Violation]:
    """The source's places where the rule applies, each with the next wrong rendering of the target."""
    wrong = [
        place
        for place in wrong_places(patterns, target)
        if not _in_a_shared_name(place, source, target) and not _in_a_right_one(place, rule, target)
    ]
    if not wrong or has_right(rule, target, wrong[0]):
        return
    for place in applying(rule, source):
        if not _contradicted(rule, place, source, target):
            yield Violation(rule, place, wrong.pop(0))
        if not wrong:
            return


class Spoken:
    """What a source says, as the rules see it: many targets may be held against it, and the answers are the same.

    The view keeps it, so it does not hold the view.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._buckets: dict[str, list[Bucket]] = {}
        self._standing: dict[str, list[Group]] = {}
        self._places: dict[Rule, list[Place]] = {}
        self._applies: dict[tuple[Rule, Place], bool] = {}
        self._company: dict[tuple[Rule, Place], tuple[bool, bool]] = {}

    def buckets(self, source: View, target_lang: str) -> list[Bucket]:
        """The rules that a word of the source stands for, in the order of those words."""
        if target_lang not in self._buckets:
            index = buckets(short(source.lang), short(target_lang))
            self._buckets[target_lang] = [index[word] for word in sorted(index.keys() & source.said)]
        return self._buckets[target_lang]

    def standing(self, source: View, target_lang: str) -> list[Group]:
        """Those of the rules whose words are all there."""
        if target_lang not in self._standing:
            found = self.buckets(source, target_lang)
            self._standing[target_lang] = [group for bucket in found for group in bucket.standing(source.said)]
        return self._standing[target_lang]

    def places(self, rule: Rule, source: View) -> list[Place]:
        """Where the rule's pattern stands, cased as it asks."""
        if rule not in self._places:
            self._places[rule] = list(_found(rule.pattern, source))
        return self._places[rule]

    def applies(self, rule: Rule, place: Place, source: View) -> bool:
        """Whether the company of the words at ``place`` is the one the rule is about."""
        key = rule, place
        if key not in self._applies:
            self._applies[key] = applies(rule, place, source)
        return self._applies[key]

    def company(self, rule: Rule, place: Place, source: View) -> tuple[bool, bool]:
        """Whether a cue of the rule stands near ``place``, and whether an excuse does."""
        key = rule, place
        if key not in self._company:
            self._company[key] = _company(rule, place, source)
        return self._company[key]


def _found(pattern: Pattern, source: View) -> Iterator[Place]:
    for place in find_in(pattern, source):
        words = [token.text for token in source.tokens[place[0] : place[1]]]
        if written(pattern, words) and not (len(pattern) > 1 and _is_nominalised(pattern, place, source)):
            yield place


@per_view
def _spoken(_source: View) -> Spoken:
    return Spoken()


def buckets_of(source: View, target_lang: str) -> list[Bucket]:
    """The rules that a word of the source stands for, in the order of those words."""
    return _spoken(source).buckets(source, target_lang)


def accused(source: View, target: View) -> dict[Rule, list[int]]:
    """The rules of the source's words that the target may break, each with the numbers of the renderings that it may have."""
    out: dict[Rule, list[int]] = {}
    for group in _spoken(source).standing(source, target.lang):
        group.accuse(target.said, out)
    return out


def approving(source: View, target: View) -> dict[Rule, int]:
    """The rules of the source's words of which the target has a right rendering of one word, each with how often it counts."""
    out: dict[Rule, int] = {}
    for group in _spoken(source).standing(source, target.lang):
        group.approve(target.said, out)
    return out


def applying(rule: Rule, source: View) -> Iterator[Place]:
    """The places where the rule's words stand in the company that it is about; the source keeps the answers."""
    spoken = _spoken(source)
    return (place for place in spoken.places(rule, source) if spoken.applies(rule, place, source))


def applies(rule: Rule, place: Place, source: View) -> bool:
    """Whether the company of the words at ``place`` is the one the rule is about."""
    if _other_class(rule, place[0], source) or _is_name(rule, place, source):
        return False
    cued, excused = company(rule, place, source)
    return cued and not excused


def company(rule: Rule, place: Place, source: View) -> tuple[bool, bool]:
    """Whether a cue of the rule (if any) stands near ``place``, and whether an excuse does; the source keeps the answer."""
    return _spoken(source).company(rule, place, source)


def _company(rule: Rule, place: Place, source: View) -> tuple[bool, bool]:
    low, high = max(0, place[0] - NEAR), place[1] + NEAR
    texts, bases = source.lower[low:high], source.bases[low:high]
    own, words = range(place[0] - low, place[1] - low), frozenset((*texts, *bases))

    def near(cues: Choice) -> bool:
        there = (cue for _, cue in cues.among(words) if possible(cue, words))
        return any(found[0] < own.start or found[1] > own.stop for cue in there for found in find(cue, texts, bases))

    return not rule.cues or near(rule.cues), near(rule.unless)


def _is_nominalised(pattern: Pattern, place: Place, source: View) -> bool:
    """Whether a noun stands where the pattern has an infinitive: „die Verfahren“ is not „sich verfahren“."""
    if not source.language.nouns_capitalised or pattern[-1].gap:
        return False
    return pattern[-1].infinitive and _is_noun(place[1] - 1, source)


def _is_noun(at: int, source: View) -> bool:
    """Whether a word is capitalised where only nouns are: in the midst of a sentence that is not all capitals."""
    word = source.tokens[at].text
    return word[0].isupper() and not word.isupper() and not _begins(at, source)


def _begins(at: int, view: View) -> bool:
    """Whether a sentence, a quotation or the like begins with the token."""
    before = view.lower[at - 1] if at else "."
    return not before[0].isalnum() and before not in INSIDE


def _other_class(rule: Rule, at: int, source: View) -> bool:
    """Whether the word's form or the word before it says that it is a verb where the rule is about a noun, or the reverse."""
    if len(rule.pattern) > 1:
        return False
    before = source.lower[at - 1] if at else ""
    if rule.pos == "noun":
        return before in source.language.before_verbs or _is_verbal(at, source) or _commands(at, source)
    if rule.pos == "verb":
        if source.language.nouns_capitalised and _is_noun(at, source):
            return True
        return before in source.language.before_nouns and not _is_verbal(at, source)
    return rule.pos == "adj" and before in source.language.before_nouns and _stands_alone(at, source)


def _commands(at: int, source: View) -> bool:
    """Whether a verb begins the sentence, capitalised like a noun: „Werft keine Steine“."""
    behind = source.lower[at + 1] if at + 1 < len(source.lower) else ""
    return behind in source.language.after_verbs and _begins(at, source)


def _in_a_right_one(place: Place, rule: Rule, target: View) -> bool:
    """Whether the words are part of a right rendering: the crime of a crime novel, the ice of ice cream."""
    return any(
        found[0] <= place[0] and place[1] <= found[1] and _as_written(found, text, target)
        for text in rule.right
        if " " in text or HYPHEN in text
        for found in find_in(parse(text, rule.langs[1]), target)
    )


def _as_written(found: Place, text: str, target: View) -> bool:
    """Whether the first and the last word begin as the rendering writes them: „middle age“ is not “middle ages”."""
    words = text.replace(HYPHEN, " ").split()
    return target.lower[found[0]].startswith(stem(words[0])) and target.lower[found[1] - 1].startswith(stem(words[-1]))


def _in_a_shared_name(place: Place, source: View, target: View) -> bool:
    """Whether a word at ``place`` is part of a name that both sides write alike (Rhode Island): it is not a rendering."""
    tokens = target.tokens
    if target.language.nouns_capitalised or not any(_capital(tokens[at].text) for at in range(*place)):
        return False
    shared = _capital_pairs(source) & _capital_pairs(target)
    return bool(shared) and any(tokens[at].text in pair for at in range(*place) for pair in shared)


@per_view
def _capital_pairs(view: View) -> frozenset[tuple[str, str]]:
    """The capitalised words that stand side by side, be it with a hyphen between them."""
    words = [token.text for token in view.tokens if token.text != HYPHEN]
    return frozenset((one, two) for one, two in pairwise(words) if _capital(one) and _capital(two))


def _is_name(rule: Rule, place: Place, source: View) -> bool:
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


def _contradicted(rule: Rule, place: Place, source: View, target: View) -> bool:
    """Whether another sense of the word is cued as well and the target renders that one."""
    if rule.kind != "senses":
        return False
    return any(
        other is not rule and _spoken(source).applies(other, place, source) and has_right(other, target)
        for other in senses(*rule.langs)[rule.source]
    )


def wrong_places(wrong: Iterable[Pattern], target: View) -> list[Place]:
    """Where the wrong renderings stand, in order; of those that overlap the first."""
    places = set(find_any(wrong, target))
    if len(places) < 2:
        return list(places)
    out: list[Place] = []
    for place in sorted(places):
        if not out or place[0] >= out[-1][1]:
            out.append(place)
    return out
