"""What engines get wrong, as rules: where the source says this, in this company, the target may not say that.

One shape for every kind of table: ambiguous words (senses), idioms, false friends, government. A rule speaks when its
source pattern stands in the source, a cue that tells the sense stands near it, the target has a wrong rendering, and
none of the right ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mtqa.knowledge.pattern import Pattern, find, parse
from mtqa.knowledge.table import alternatives, read_table
from mtqa.text.view import View

NEAR = 10
"""Within how many tokens of the word a cue must stand."""

ALWAYS = "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a knowledge table, ready to match. ``cues`` empty: no cue is needed; ``unless``: what near the
    word makes the literal rendering right."""

    kind: str
    source: str
    pos: str
    meaning: str
    pattern: Pattern
    cues: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    wrong: tuple[Pattern, ...]
    right: tuple[str, ...]

    @property
    def always(self) -> bool:
        """Whether the rule holds without a cue."""
        return not self.cues


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that the target breaks, and where: half-open token ranges in source and target."""

    rule: Rule
    source: tuple[int, int]
    target: tuple[int, int]


KINDS: dict[str, dict[str, str]] = {
    "senses": {"source": "word", "meaning": "sense", "cues": "cues"},
    "literal": {"source": "word", "meaning": "meaning", "unless": "unless"},
    "idioms": {"source": "phrase", "meaning": "meaning", "wrong": "literal"},
    "false_friends": {"meaning": "note"},
    "compounds": {"meaning": "note"},
    "government": {"meaning": "note", "cues": "cues"},
}
"""Table -> our name of a column -> what the table calls it; ``source wrong right`` are called so where not named."""


@cache
def rules(kind: str, source_lang: str, target_lang: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of a kind for a direction, by each dictionary form or form that the pattern's first word may have."""
    index: dict[str, list[Rule]] = defaultdict(list)
    for row in read_table(f"{source_lang}-{target_lang}", kind):
        rule = _rule(kind, row, source_lang, target_lang)
        for word in rule.pattern[0].lemmas | rule.pattern[0].forms:
            index[word].append(rule)
    return {word: tuple(found) for word, found in index.items()}


def _rule(kind: str, row: dict[str, str], source_lang: str, target_lang: str) -> Rule:
    names = KINDS[kind]
    cells = {ours: row.get(names.get(ours, ours), "") for ours in ("source", "meaning", "wrong", "right")}
    cues, unless = (
        tuple(parse(cue, source_lang) for cue in alternatives(row.get(names.get(name, ""), "")) if cue != ALWAYS)
        for name in ("cues", "unless")
    )
    return Rule(
        kind, cells["source"], row.get("pos", ""), cells["meaning"], parse(cells["source"], source_lang), cues, unless,
        tuple(parse(text, target_lang) for text in alternatives(cells["wrong"])), tuple(alternatives(cells["right"])),
    )  # fmt: skip


def violations(kind: str, source: View, target: View) -> Iterator[Violation]:
    """The rules of a kind that ``target`` breaks, given what ``source`` says; in the order of the source."""
    index = rules(kind, source.lang.partition("-")[0], target.lang.partition("-")[0])
    if not index:
        return
    for at, (text, base) in enumerate(zip(source.lower, source.bases, strict=True)):
        spoken = [rule for rule in {*index.get(base, ()), *index.get(text, ())} if _applies(rule, at, source)]
        for rule in sorted(spoken, key=lambda rule: (rule.source, rule.meaning)):
            if _contradicted(rule, spoken, target) or has_right(rule, target):
                continue
            place = _first_wrong(rule.wrong, target)
            if place is not None:
                yield Violation(rule, next(find(rule.pattern, source.lower, source.bases, at)), place)
                break


def _applies(rule: Rule, at: int, source: View) -> bool:
    if _other_class(rule, at, source):
        return False
    first = next(find(rule.pattern, source.lower, source.bases, at), None)
    if first is None or first[0] != at:
        return False
    low, high = max(0, at - NEAR), first[1] + NEAR
    texts, bases = source.lower[low:high], source.bases[low:high]
    own = range(at - low, first[1] - low)

    def near(cues: Sequence[Pattern]) -> bool:
        return any(place[0] not in own for cue in cues for place in find(cue, texts, bases))

    return (rule.always or near(rule.cues)) and not near(rule.unless)


def _other_class(rule: Rule, at: int, source: View) -> bool:
    """Whether the word before says that this is a verb where the rule is about a noun, or the other way round."""
    before = source.lower[at - 1] if at else ""
    if rule.pos == "noun":
        return before in source.language.before_verbs
    bare = len(rule.pattern) == 1 and source.lower[at] == source.bases[at]
    return rule.pos == "verb" and bare and before in source.language.before_nouns


def _contradicted(rule: Rule, spoken: Sequence[Rule], target: View) -> bool:
    """Whether another sense of the word is cued as well and the target renders that one."""
    return any(other is not rule and other.source == rule.source and has_right(other, target) for other in spoken)


def _first_wrong(wrong: Sequence[Pattern], target: View) -> tuple[int, int] | None:
    places = [place for pattern in wrong for place in find(pattern, target.lower, target.bases)]
    return min(places, default=None)


def has_right(rule: Rule, target: View) -> bool:
    """Whether one of the right renderings is in the target: as words, within a compound, or with its prefix split off."""
    return any(_rendered(text, target) for text in rule.right)


@cache
def _stem(word: str) -> str:
    """A right rendering without its ending, lower case: generous, since it only ever silences."""
    low = word.lower()
    for ending in ("en", "ern", "eln", "e", "n"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def _rendered(text: str, target: View) -> bool:
    parts = [part for part in text.replace("-", " ").split() if part != "*"]
    return bool(parts) and all(_has_word(part.lstrip("="), target) for part in parts)


def _has_word(word: str, target: View) -> bool:
    low, stem = word.lower(), _stem(word)
    if low in target.lower or low in target.bases:
        return True
    if len(stem) >= 4 and any(stem in token for token in target.lower):
        return True
    if len(stem) >= 4 and any(stem in base for base in target.bases):
        return True
    return any(low.startswith(prefix) and low[len(prefix) :] in target.bases and prefix in target.lower
               for prefix in target.language.separable)  # fmt: skip
