"""What triggers the rules, worked out once: which target words call which wrong renderings of which rules.

Rules are parsed when first asked for, because most texts ask for few; a long run asks for half of them, which takes a
second. So once a run has asked for many, all are worked out and kept in the user's cache (:mod:`mtqa.cache`), and later runs
read from there what they need.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from mtqa.cache import keep, recall
from mtqa.lang.base import language
from mtqa.text.lemmas import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mtqa.knowledge.rules import Rule

Call = tuple[int, int]
"""A wrong rendering: number of the rule among those under one source word, number of the rendering among the rule's."""
Calls = dict[str, list[Call] | str]
"""Text or dictionary form of a target word -> the wrong renderings that need it; as :func:`read` understands them where
they were kept, because most are never asked for."""

FEW = 2000
"""Source words of the smallest index that is kept."""
MANY = 1000
"""After so many source words a run works out the others too."""

CODE = ("knowledge/pattern.py", "knowledge/rules.py", "knowledge/triggers.py", "text/lexicon.py")
"""The modules whose work is kept."""


class Index:
    """The calls of all source words of a direction."""

    def __init__(self, rules: Mapping[str, Sequence[Rule]], work_out: Callable[[Sequence[Rule]], Calls]) -> None:
        """Hold the rules by source word, and how the calls of some of them are worked out."""
        self.rules = rules
        self.work_out = work_out
        self._asked = 0

    def calls(self, word: str) -> Calls:
        """The calls of the rules under a source word."""
        if self._lines is not None:
            return _read(self._lines[word])
        self._asked += 1
        if self._asked == MANY and len(self.rules) >= FEW:
            self._keep()
        return self.work_out(self.rules[word])

    @cached_property
    def _lines(self) -> dict[str, str] | None:
        """What was kept of each source word; None where nothing was."""
        kept = recall(self._name, self._key, ("lines",)) if len(self.rules) >= FEW else None
        if kept is None:
            return None
        return dict(zip(self.rules, kept["lines"].tobytes().decode().split("\n"), strict=True))

    @property
    def _name(self) -> str:
        return f"rules-{'-'.join(self._langs)}"

    @property
    def _langs(self) -> tuple[str, str]:
        return next(iter(self.rules.values()))[0].langs

    @cached_property
    def _key(self) -> str:
        """A digest of all that the calls depend on: the tables, the target's dictionary and language, and the code."""
        target = self._langs[1]
        found = sha256(digest(target).encode())
        for name in (*CODE, f"lang/{language(target).code}.py"):
            found.update((files("mtqa") / name).read_bytes())
        for word, rules in self.rules.items():
            found.update("\n".join((word, *(rule.cells["wrong"] for rule in rules), "\n")).encode())
        return found.hexdigest()[:16]

    def _keep(self) -> None:
        text = "\n".join(_written(self.work_out(rules)) for rules in self.rules.values())
        keep(self._name, self._key, {"lines": np.frombuffer(text.encode(), np.uint8)})


def _written(calls: Calls) -> str:
    """The calls in a line that :func:`_read` understands: word, renderings, word, renderings."""
    return "\t".join(
        f"{word}\t{' '.join(f'{rule}.{number}' for rule, number in read(found))}" for word, found in calls.items()
    )


def _read(line: str) -> Calls:
    parts = line.split("\t")
    return dict(zip(parts[::2], parts[1::2], strict=True))


def read(calls: list[Call] | str) -> list[Call]:
    """The calls of one word."""
    if not isinstance(calls, str):
        return calls
    pairs = (one.split(".") for one in calls.split())
    return [(int(rule), int(number)) for rule, number in pairs]
