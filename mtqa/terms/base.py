"""Glossary values: names of a concept with their status, and the entries that a pair of languages makes of them."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mtqa.lang.base import short
from mtqa.terms.find import Index

if TYPE_CHECKING:
    from mtqa.terms.pattern import Pattern


class Status(enum.StrEnum):
    """What a glossary says of a name; the values are what a table may have in its column ``status``."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    DO_NOT_TRANSLATE = "do-not-translate"


STRENGTH = (Status.REQUIRED, Status.PREFERRED, Status.ADMITTED)
"""What allows a rendering, the strongest first."""

SOURCE, TARGET = "source", "target"
"""Stand for the languages of a table whose columns are called so."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a concept in the language ``lang``; ``case``: whether letter case counts; ``pos``: part of speech."""

    text: str
    lang: str
    status: Status = Status.REQUIRED
    case: bool = False
    pos: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """All names of one thing; ``place`` is where the glossary has them (``terms.csv:7``)."""

    names: tuple[Name, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source term and what may, and may not, stand for it.

    ``allowed`` has the strongest status first; ``status`` is the strongest of them, or ``do-not-translate``.
    """

    source: str
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    status: Status = Status.REQUIRED
    case: bool = False
    note: str = ""
    place: str = ""

    def joined(self, other: Entry) -> Entry:
        """Both as one: homonyms allow what either allows, and what one allows the other does not forbid."""
        allowed = tuple(dict.fromkeys([*self.allowed, *other.allowed]))
        forbidden = dict.fromkeys([*self.forbidden, *other.forbidden])
        ranks = [*STRENGTH[::-1], Status.DO_NOT_TRANSLATE]
        return Entry(
            self.source, allowed, tuple(text for text in forbidden if text not in allowed),
            max(self.status, other.status, key=ranks.index), self.case and other.case,
            self.note or other.note, self.place or other.place,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Banned:
    """A term that must not be used at all, and what to use instead where the glossary says."""

    text: str
    instead: tuple[str, ...] = ()
    case: bool = False
    note: str = ""


@dataclass(frozen=True)
class Terms:
    """What a run is told about words for one pair of languages."""

    entries: tuple[Entry, ...] = ()
    banned: tuple[Banned, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    source_lang: str = ""
    target_lang: str = ""

    @cached_property
    def sources(self) -> Index[Entry]:
        """The entries by source term."""
        return Index(((entry.source, entry.case, entry) for entry in self.entries), self.source_lang)

    @cached_property
    def forbidden(self) -> Index[Banned]:
        """The banned terms of the target's language."""
        return Index(((one.text, one.case, one) for one in self.banned), self.target_lang)


def terms_of(
    concepts: Iterable[Concept], source_lang: str, target_lang: str, patterns: Iterable[Pattern] = ()
) -> Terms:
    """What the concepts say about translating from one language into another.

    A name counts for a language with the same bare code (``de`` for ``de-AT``); those of ``source`` and ``target``
    columns for any. A forbidden name without a source term is banned from every target.
    """
    entries: dict[str, Entry] = {}
    banned: dict[str, Banned] = {}
    for concept in concepts:
        sources = [name for name in concept.names if _is(name, SOURCE, source_lang)]
        targets = [name for name in concept.names if _is(name, TARGET, target_lang)]
        usable = [name for name in sources if name.status is not Status.FORBIDDEN]
        for name in usable:
            entry = _entry(name, targets, concept.place)
            if entry is not None:
                key = name.text if name.case else name.text.casefold()
                entries[key] = entries[key].joined(entry) if key in entries else entry
        if not usable:
            banned |= {one.text: one for one in _banned(targets)}
    return Terms(tuple(entries.values()), tuple(banned.values()), tuple(patterns), source_lang, target_lang)


def _is(name: Name, side: str, lang: str) -> bool:
    return name.lang == side or (name.lang not in (SOURCE, TARGET) and short(name.lang) == short(lang))


def _entry(source: Name, targets: list[Name], place: str) -> Entry | None:
    """What the concept says of one of its source names; None where it says nothing."""
    allowed = sorted(
        (name for name in targets if name.status in STRENGTH), key=lambda name: STRENGTH.index(name.status)
    )
    forbidden = tuple(name.text for name in targets if name.status is Status.FORBIDDEN)
    note = source.note or next((name.note for name in targets if name.note), "")
    if source.status is Status.DO_NOT_TRANSLATE or any(name.status is Status.DO_NOT_TRANSLATE for name in targets):
        return Entry(source.text, (source.text,), forbidden, Status.DO_NOT_TRANSLATE, True, note, place)
    if not allowed and not forbidden:
        return None
    status = allowed[0].status if allowed else Status.ADMITTED
    return Entry(source.text, tuple(name.text for name in allowed), forbidden, status, source.case, note, place)


def _banned(targets: list[Name]) -> list[Banned]:
    instead = tuple(name.text for name in targets if name.status in STRENGTH)
    return [Banned(name.text, instead, name.case, name.note) for name in targets if name.status is Status.FORBIDDEN]
