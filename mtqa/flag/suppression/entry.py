"""One suppression: which findings it names, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from mtqa.errors import SettingsError, UnknownUnitError
from mtqa.flag.base import CHECKS
from mtqa.flag.select import matched

SIDES = ("source", "target", "text")
"""What an entry may say of a finding's segment, and of the flagged words: exactly, or by a pattern."""
PATTERN = "-pattern"
KEYS = ("check", "reason", "document", *SIDES, *(side + PATTERN for side in SIDES))


@dataclass(frozen=True, slots=True)
class Place:
    """What a suppression may ask about: the document, its segment's texts, and (empty for a segment) the flagged words."""

    document: str
    source: str
    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A suppression of a file; ``number`` counts from 1. What is empty fits everything.

    ``check`` is a selector as for ``--select``, ``document`` a glob; ``exact`` and ``patterns`` are by side (``source``,
    ``target``, ``text``); a pattern fits where it is found anywhere.
    """

    number: int
    check: str
    reason: str
    document: str = ""
    exact: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What findings and sentences call it."""
        return f"entry {self.number}"

    def is_about(self, document: str) -> bool:
        """Whether the entry concerns the document."""
        return not self.document or document == self.document or fnmatchcase(document, self.document)

    def fits(self, place: Place, sides: tuple[str, ...] = SIDES) -> bool:
        """Whether the texts of the place are those that the entry names."""
        texts = {side: getattr(place, side) for side in sides}
        return (
            self.is_about(place.document)
            and all(texts[side] == text for side, text in self.exact.items() if side in texts)
            and all(pattern.search(texts[side]) for side, pattern in self.patterns.items() if side in texts)
        )


def entry_of(values: Mapping[str, object], number: int, where: str) -> Entry:
    """The entry that a file writes so; :class:`SettingsError` says what in it is wrong."""
    said = {key.strip().replace("_", "-"): value for key, value in values.items()}
    for key, value in said.items():
        if key not in KEYS:
            raise SettingsError(f"{where}: expected one of {', '.join(KEYS)}, found {key!r}; correct it.")
        if not isinstance(value, str):
            raise SettingsError(f"{where}: expected a text for {key!r}, found {value!r}; put it in quotes.")
    texts = {key: str(value) for key, value in said.items() if value != ""}
    for key, what in (("check", "the code, name or prefix of a check"), ("reason", "the reason for the suppression")):
        if not texts.get(key, "").strip():
            raise SettingsError(f"{where}: expected {what}, found no {key!r}; add it.")
    return Entry(
        number, texts["check"], texts["reason"].strip(), texts.get("document", ""),
        {side: texts[side] for side in SIDES if side in texts},
        {side: _pattern(texts[side + PATTERN], f"{where}: {side}{PATTERN}") for side in SIDES if side + PATTERN in texts},
        codes_of(texts["check"], where),
    )  # fmt: skip


def codes_of(selector: str, where: str) -> frozenset[str]:
    """The codes of the checks that the selector names; :class:`UnknownUnitError` where there is none."""
    codes = frozenset(check.code for check in CHECKS if matched(check, [selector]))
    if not codes:
        raise UnknownUnitError(f"{where}: expected the code, name or prefix of a check, found {selector!r}; "
                               "`mtqa checks` lists them.")  # fmt: skip
    return codes


def _pattern(text: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise SettingsError(f"{where}: expected a regular expression, found {text!r} ({error}); correct it.") from error
