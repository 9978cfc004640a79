"""What engines get wrong, as rules: where the source says this, in this company, the target may not say that.

One shape for every kind of table: ambiguous words (senses), literal renderings, idioms, false friends, compounds,
government. :mod:`mtqa.knowledge.match` says which rules a translation breaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from mtqa.knowledge.pattern import Pattern, parse
from mtqa.knowledge.table import alternatives, read_table

ALWAYS = "*"

KINDS: dict[str, dict[str, str]] = {
    "senses": {"source": "word", "meaning": "sense", "cues": "cues"},
    "literal": {"source": "word", "meaning": "meaning", "unless": "unless"},
    "idioms": {"source": "phrase", "meaning": "meaning", "wrong": "literal"},
    "false_friends": {"meaning": "note"},
    "compounds": {"meaning": "note"},
    "government": {"meaning": "note", "cues": "cues"},
}
"""Table -> our name of a column -> what the table calls it; ``source wrong right`` are called so where not named."""


@dataclass(frozen=True)
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
    def cues(self) -> tuple[Pattern, ...]:
        """Of which one must stand near it; none: no cue is needed."""
        return self._patterns("cues", self.langs[0])

    @cached_property
    def unless(self) -> tuple[Pattern, ...]:
        """What near it makes the literal rendering right."""
        return self._patterns("unless", self.langs[0])

    @cached_property
    def wrong(self) -> tuple[Pattern, ...]:
        """What the target may not say."""
        return self._patterns("wrong", self.langs[1])

    @cached_property
    def heads(self) -> frozenset[str]:
        """Words of which the target has one wherever it has a wrong rendering."""
        firsts = [next((slot for slot in pattern if not slot.gap), None) for pattern in self.wrong]
        return frozenset(word for slot in firsts if slot is not None for word in slot.lemmas | slot.forms)

    @cached_property
    def right(self) -> tuple[str, ...]:
        """What silences the rule when the target has it; the first ones are what a reviewer is told."""
        return tuple(alternatives(self.cells["right"]))

    def _patterns(self, name: str, lang: str) -> tuple[Pattern, ...]:
        return tuple(parse(text, lang) for text in alternatives(self.cells[name]) if text != ALWAYS)


@cache
def rules(source_lang: str, target_lang: str) -> dict[str, tuple[Rule, ...]]:
    """All rules of a direction, by each word that the source pattern may begin with."""
    index: dict[str, list[Rule]] = defaultdict(list)
    for kind, names in KINDS.items():
        for row in read_table(f"{source_lang}-{target_lang}", kind):
            cells = {ours: row.get(names.get(ours, ours), "") for ours in ("cues", "unless", "wrong", "right")}
            source = row[names.get("source", "source")]
            rule = Rule(kind, source, row[names["meaning"]], row.get("pos", ""), (source_lang, target_lang), cells)
            for word in source.replace("-", " ").split()[0].split("/"):
                index[word.lstrip("=").lower()].append(rule)
    return {word: tuple(found) for word, found in index.items()}
