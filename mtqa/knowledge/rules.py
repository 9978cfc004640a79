"""What engines get wrong, as rules: where the source says this, in this company, the target may not say that.

One shape for every kind of table: ambiguous words (senses), literal renderings, idioms, false friends, compounds,
government. :mod:`mtqa.knowledge.match` says which rules a translation breaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property

from mtqa.knowledge.pattern import FORM_MARKS, HYPHEN, Choice, Pattern, Slot, parse
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


NOTHING: dict[Rule, list[int]] = {}


class Bucket:
    """The rules under one source word, by the target words of which a translation needs one to break any of them."""

    def __init__(self, word: str, index: Index) -> None:
        """Hold the rules; their patterns are parsed when first asked for."""
        self.word = word
        self.index = index
        self.rules = tuple(index.rules[word])
        self._called: dict[str, list[tuple[Rule, int]]] = {}

    @cached_property
    def triggers(self) -> Calls:
        """Text or dictionary form of a target word -> the wrong renderings that need it, each with its rule's number."""
        return self.index.calls(self.word)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that :attr:`triggers` knows."""
        return frozenset(self.triggers)

    def triggered(self, said: frozenset[str], silent: AbstractSet[Rule] = frozenset()) -> dict[Rule, list[int]]:
        """The rules that a target with these words may break, each with the numbers of the renderings that it may have.

        Those that are ``silent`` are left out.
        """
        if self.words.isdisjoint(said):
            return NOTHING
        words = self.words & said
        out: dict[Rule, list[int]] = {}
        for word in sorted(words) if len(words) > 1 else words:
            if word not in self._called:
                self._called[word] = [(self.rules[rule], number) for rule, number in read(self.triggers[word])]
            for rule, number in self._called[word]:
                if rule not in silent:
                    out.setdefault(rule, []).append(number)
        return out

    def approving(self, said: frozenset[str]) -> list[Rule]:
        """The rules of which the target has a right rendering of one word, in their order."""
        if self._approved.isdisjoint(said):
            return []
        return [rule for rule in self.rules if not rule.right_words.isdisjoint(said)]

    @cached_property
    def _approved(self) -> frozenset[str]:
        return frozenset().union(*(rule.right_words for rule in self.rules))


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
    """:func:`rules` with what triggers them."""
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
