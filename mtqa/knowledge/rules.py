"""What engines get wrong, as rules: where the source says this, in this company, the target may not say that.

One shape for every kind of table: ambiguous words (senses), literal renderings, idioms, false friends, compounds,
government. :mod:`mtqa.knowledge.match` says which rules a translation breaks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from mtqa.knowledge.pattern import FORM_MARKS, HYPHEN, Choice, Pattern, Slot, parse, possible
from mtqa.knowledge.table import alternatives, read_table
from mtqa.knowledge.triggers import Call, Calls, Index, read
from mtqa.text.lexicon import zipf

ALWAYS = "*"

COLUMNS = ("cues", "unless", "wrong", "right", "doubt")
"""The columns of a rule besides its source, meaning and word class; a table may lack any but ``wrong`` and ``right``."""

KINDS: dict[str, dict[str, str]] = {
    "senses": {"source": "word", "meaning": "sense", "cues": "cues"},
    "literal": {"source": "word", "meaning": "meaning", "unless": "unless"},
    "idioms": {"source": "phrase", "meaning": "meaning", "wrong": "literal"},
    "false_friends": {"meaning": "note"},
    "compounds": {"meaning": "note"},
    "government": {"meaning": "note", "cues": "cues"},
}
"""Table -> our name of a column -> what the table calls it; ``source wrong right`` are called so where not named."""


@dataclass(frozen=True, eq=False)
class Rule:
    """One row of a knowledge table; its patterns are parsed when first asked for, because most rows never are.

    ``source`` is the pattern it is about, ``meaning`` what that means here; ``cells`` are the table's other cells by our
    column names.
    """

    kind: str
    source: str
    meaning: str
    pos: str
    langs: tuple[str, str]
    cells: Mapping[str, str]

    @cached_property
    def pattern(self) -> Pattern:
        """What must stand in the source."""
        return parse(self.source, self.langs[0])

    @cached_property
    def cues(self) -> Choice:
        """Of which one must stand near it; none: no cue is needed."""
        return self._patterns("cues", self.langs[0])

    @cached_property
    def unless(self) -> Choice:
        """What near it makes the literal rendering right."""
        return self._patterns("unless", self.langs[0])

    @cached_property
    def wrong(self) -> Choice:
        """What the target may not say."""
        return self._patterns("wrong", self.langs[1])

    @cached_property
    def renderings(self) -> tuple[str, ...]:
        """The patterns of :attr:`wrong` as they are written."""
        return self._written("wrong")

    def rendering(self, number: int) -> Pattern:
        """One pattern of :attr:`wrong`."""
        return parse(self.renderings[number], self.langs[1])

    @property
    def doubtful(self) -> bool:
        """Whether good translators write the wrong rendering now and then: the rule counts in rough texts alone."""
        return bool(self.cells.get("doubt"))

    @cached_property
    def right(self) -> tuple[str, ...]:
        """What silences the rule when the target has it; the first ones are what a reviewer is told."""
        return tuple(alternatives(self.cells["right"]))

    @cached_property
    def right_words(self) -> frozenset[str]:
        """The right renderings of one word, in lower case."""
        return frozenset(text.lstrip("=").lower() for text in self.right if " " not in text)

    def _patterns(self, name: str, lang: str) -> Choice:
        return Choice(parse(text, lang) for text in self._written(name))

    def _written(self, name: str) -> tuple[str, ...]:
        return tuple(text for text in alternatives(self.cells[name]) if text != ALWAYS)


@cache
def rules(source_lang: str, target_lang: str) -> dict[str, tuple[Rule, ...]]:
    """All rules of a direction, by the rarest word that the source pattern needs (each of its forms to choose from)."""
    index: dict[str, list[Rule]] = defaultdict(list)
    langs = source_lang, target_lang
    for kind, names in KINDS.items():
        columns = [(ours, names.get(ours, ours)) for ours in COLUMNS]
        for row in read_table(f"{source_lang}-{target_lang}", kind):
            cells = {ours: row.get(theirs, "") for ours, theirs in columns}
            source = row[names.get("source", "source")]
            rule = Rule(kind, source, row[names["meaning"]], row.get("pos", ""), langs, cells)
            for word in _rarest(source, source_lang):
                index[word].append(rule)
    return {word: tuple(found) for word, found in index.items()}


class Group:
    """Rules that stand or fall together with the words of a source, by the target words that call their renderings."""

    def __init__(self, called: Mapping[Rule, Mapping[str, list[int]]], times: Mapping[Rule, int]) -> None:
        """Hold the rules, each with the target words that its wrong renderings need and the numbers of those renderings.

        ``times``: how often each counts where it approves of a word.
        """
        self._wrong: dict[str, list[tuple[Rule, list[int]]]] = {}
        self._right: dict[str, list[tuple[Rule, int]]] = {}
        for rule, words in called.items():
            for word, numbers in words.items():
                self._wrong.setdefault(word, []).append((rule, numbers))
            for word in rule.right_words:
                self._right.setdefault(word, []).append((rule, times[rule]))
        self._accusing, self._approving = frozenset(self._wrong), frozenset(self._right)

    def accuse(self, said: frozenset[str], out: dict[Rule, list[int]]) -> None:
        """Add the rules that a target with these words may break, each with the numbers of the renderings that it may have."""
        if not self._accusing.isdisjoint(said):
            there = self._accusing & said
            for word in sorted(there) if len(there) > 1 else there:
                for rule, numbers in self._wrong[word]:
                    out.setdefault(rule, []).extend(numbers)

    def approve(self, said: frozenset[str], out: dict[Rule, int]) -> None:
        """Add the rules of which a target with these words has a right rendering of one word, unless another group did."""
        if not self._approving.isdisjoint(said):
            for word in self._approving & said:
                for rule, times in self._right[word]:
                    out.setdefault(rule, times)


class Bucket:
    """The rules under one source word; which of them need another one too is found when first asked for."""

    def __init__(self, word: str, index: Index) -> None:
        """Hold the rules; their patterns are parsed when first asked for."""
        self.word = word
        self.index = index
        self.rules = tuple(index.rules[word])

    def standing(self, said: frozenset[str]) -> list[Group]:
        """The rules of which all source words may be among ``said`` (texts and dictionary forms)."""
        alone, phrases = self._groups
        if phrases.keys().isdisjoint(said):
            return alone
        there = {rule: group for word in phrases.keys() & said for rule, group in phrases[word]}
        return alone + [group for rule, group in there.items() if possible(rule.pattern, said)]

    @cached_property
    def _groups(self) -> tuple[list[Group], dict[str, list[tuple[Rule, Group]]]]:
        """The rules that need no other word; and the others, each by itself, by the most telling of those they need."""
        called: dict[Rule, dict[str, list[int]]] = {rule: {} for rule in self.rules}
        for word, calls in self.index.calls(self.word).items():
            for at, number in read(calls):
                called[self.rules[at]].setdefault(word, []).append(number)
        times = Counter(self.rules)  # a word may be among the options of a rule more than once
        phrases: dict[str, list[tuple[Rule, Group]]] = defaultdict(list)
        for rule in list(called):
            if words := _further_words(rule, self.word):
                group = Group({rule: called.pop(rule)}, times)
                for word in words:
                    phrases[word].append((rule, group))
        return [Group(called, times)] if called else [], dict(phrases)


def _further_words(rule: Rule, word: str) -> frozenset[str]:
    """The options of the rule's most telling source word besides ``word``; none where there is no other."""
    if rule.source.isalpha():  # the usual case, told quickly
        return frozenset()
    others = [slot for slot in rule.pattern if not slot.gap and word not in slot.words]
    return max(others, key=_telling).words if others and len(rule.pattern) > 1 else frozenset()


def _calls(found: Sequence[Rule]) -> Calls:
    """Which target words call which wrong renderings of the rules."""
    out: dict[str, list[Call]] = defaultdict(list)
    for number, rule in enumerate(found):
        for rendering, pattern in enumerate(rule.wrong):
            for word in _most_telling(pattern).words:
                out[word].append((number, rendering))
    return dict(out.items())


def _most_telling(pattern: Pattern) -> Slot:
    """The slot of which it tells most that its word is there."""
    return pattern[0] if len(pattern) == 1 else max((slot for slot in pattern if not slot.gap), key=_telling)


def _telling(slot: Slot) -> int:
    """How much it tells that a slot's word stands in a text: the letters of its shortest option."""
    return min(len(word) for word in (*slot.lemmas, *slot.forms))


@cache
def buckets(source_lang: str, target_lang: str) -> dict[str, Bucket]:
    """:func:`rules` with what they need in the source and call for in the target."""
    index = Index(rules(source_lang, target_lang), _calls)
    return {word: Bucket(word, index) for word in index.rules}


@cache
def senses(source_lang: str, target_lang: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of kind ``senses`` by their source pattern: the senses that one word may have."""
    out: dict[str, list[Rule]] = defaultdict(list)
    for found in rules(source_lang, target_lang).values():
        for rule in found:
            if rule.kind == "senses" and rule not in out[rule.source]:
                out[rule.source].append(rule)
    return {source: tuple(found) for source, found in out.items()}


PLAIN = {ord(HYPHEN): " ", **dict.fromkeys(map(ord, FORM_MARKS))}
"""How a pattern is written without hyphens and marks."""


def _rarest(pattern: str, lang: str) -> list[str]:
    """The options of the slot whose most frequent option is rarest."""
    if pattern.isalpha():  # the usual case, told quickly
        return [pattern.lower()]
    plain = pattern.lower().translate(PLAIN)
    slots = [slot.split("/") for slot in plain.split() if slot != "*"]
    return (
        slots[0] if len(slots) == 1 else min(slots, key=lambda options: max(zipf(option, lang) for option in options))
    )
