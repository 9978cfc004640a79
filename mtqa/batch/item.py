"""One document of a batch: the files it is made of, and what the manifest says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

SYSTEM, PROJECT = "system", "project"


@dataclass(frozen=True, slots=True)
class Item:
    """A translation to judge with what it is judged against; a pair file is a target that brings both sides.

    ``name`` is unique in a batch, ``title`` what the document is called whoever translated it. ``target``, ``source`` and
    ``reference`` are absolute paths; ``shown`` maps each to what people are told. ``about``: what the manifest or the file
    names say besides (system, project, …).
    """

    name: str
    target: str
    source: str = ""
    reference: str = ""
    title: str = ""
    source_lang: str = ""
    target_lang: str = ""
    about: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> list[str]:
        """The paths it has."""
        return [path for path in (self.target, self.source, self.reference) if path]

    @property
    def size(self) -> int:
        """Bytes of its files, 0 for one that is missing."""
        return sum(Path(path).stat().st_size for path in self.files if Path(path).is_file())

    def tell(self, sentence: str) -> str:
        """A sentence without this machine's paths."""
        for path, shown in sorted(self.shown.items(), key=lambda pair: -len(pair[0])):
            sentence = sentence.replace(path, shown)
        return sentence


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be judged, and why, in a sentence."""

    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do, in the order of the items' names; ``failed`` is what cannot even be tried.

    ``several``: whether documents within a table are called after the table, too.
    """

    items: tuple[Item, ...]
    failed: tuple[Failure, ...] = ()
    several: bool = False
