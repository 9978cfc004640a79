"""Finding and opening language packs.

A pack is found by its pair (in either direction) among those that mtqa ships and those in the folders that the
environment variable ``MTQA_PACKS`` names, or given by its folder or name.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import mtqa
from mtqa.errors import PackError
from mtqa.lang.base import short
from mtqa.pack.lexicon import TableLexicon
from mtqa.pack.manifest import NAME, check_sizes, read_manifest
from mtqa.pack.ngrams import NgramModel
from mtqa.pack.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtqa.encode.static import StaticEncoder
    from mtqa.pack.base import LanguageModel, Lexicon, Pack

T = TypeVar("T")

SHIPPED = Path(mtqa.__file__).parent / "packs"
"""Where the packs that come with mtqa are."""
ENVIRONMENT = "MTQA_PACKS"
"""The environment variable that names more folders of packs, separated as in PATH."""


class FolderPack:
    """A pack in a folder; its parts are opened when first asked for (implements Pack)."""

    def __init__(self, path: Path) -> None:
        """Read the manifest of the pack in ``path``; :class:`PackError` where it is none or files are missing."""
        self.path = path
        self.manifest = read_manifest(path)
        check_sizes(path, self.manifest)
        self.name = str(self.manifest["name"])
        self.source = str(self.manifest["source"])
        self.target = str(self.manifest["target"])
        self._parts: dict[str, Any] = {}

    def lexicon(self, source_lang: str, target_lang: str) -> Lexicon:
        """The table of that direction; raises PackError where the pack is of another pair."""
        self._require(short(source_lang), short(target_lang))
        forward = short(source_lang) == self.source
        return self._part(f"lexicon {forward}", lambda: self._lexicon(forward))

    def model(self, lang: str) -> LanguageModel:
        """The language model of that language; raises PackError where the pack has none."""
        folder = self.path / "ngrams" / short(lang)
        if not folder.is_dir():
            raise PackError(f"{self.path}: expected a language model of {lang!r}, found none; train one with --mono-….")
        return self._part(f"model {short(lang)}", lambda: NgramModel.load(folder))

    def encoder(self) -> StaticEncoder:
        """The pack's static sentence encoder; raises PackError where the pack has none."""
        folder = self.path / "encoder"
        if not folder.is_dir():
            raise PackError(f"{self.path}: expected an encoder, found none; train the pack without --no-encoder.")
        from mtqa.encode.static import StaticEncoder

        return self._part("encoder", lambda: StaticEncoder(folder, f"{self.name}/encoder"))

    def _lexicon(self, forward: bool) -> TableLexicon:
        endings = tuple(self.manifest["endings"][self.source]), tuple(self.manifest["endings"][self.target])
        if forward:
            tables = [Table.load(self.path / "lexicon" / name) for name in ("words", "stems")]
            return TableLexicon(tables[0], tables[1], endings)
        there = self._part("lexicon True", lambda: self._lexicon(True))
        return TableLexicon(there.words.reversed(), there.stems.reversed(), endings[::-1])

    def _require(self, source_lang: str, target_lang: str) -> None:
        if {source_lang, target_lang} != {self.source, self.target}:
            raise PackError(
                f"{self.path}: expected a pack of {source_lang} and {target_lang}, found one of "
                f"{self.source} and {self.target}; give another --pack."
            )

    def _part(self, key: str, load: Callable[[], T]) -> T:
        if key not in self._parts:
            try:
                self._parts[key] = load()
            except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
                what = key.partition(" ")[0]
                raise PackError(
                    f"{self.path}: expected a sound pack, found a damaged {what} ({error}); restore or rebuild it."
                ) from error
        part: T = self._parts[key]
        return part


def find_pack(source_lang: str, target_lang: str, pack: str = "") -> Pack | None:
    """The pack that serves the pair, in either direction; None where there is none and none was asked for by name.

    Of a text without a source (``source_lang`` empty) the first pack that has its language. ``pack`` is a pack's folder
    or name; :class:`PackError` where it is no pack or one of another pair.
    """
    pair = short(source_lang), short(target_lang)
    if pack:
        found = open_pack(pack)
        if not _serves({found.source, found.target}, pair):
            wanted = " and ".join(sorted(filter(None, pair)))
            raise PackError(
                f"{pack}: expected a pack of {wanted}, found one of {found.source} and {found.target}; give another."
            )
        return found
    return next((_open(path) for path in installed() if _serves(_pair(path), pair)), None)


def _serves(languages: set[str], pair: tuple[str, str]) -> bool:
    source, target = pair
    return target in languages and (not source or languages == {source, target})


def open_pack(pack: str | Path) -> FolderPack:
    """The pack of that folder or name."""
    path = Path(pack)
    if not (path / NAME).is_file() and (named := [found for found in installed() if found.name == str(pack)]):
        path = named[0]
    if not path.exists():
        names = ", ".join(sorted(found.name for found in installed())) or "none"
        raise PackError(f"{pack}: expected the folder or name of a language pack, found neither; installed: {names}.")
    return _open(path.resolve())


def installed() -> Iterator[Path]:
    """The folders of all packs that are found by themselves: the user's first, then the shipped ones."""
    extra = [Path(folder) for folder in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if folder]
    for root in [*extra, SHIPPED]:
        if root.is_dir():
            yield from sorted(path.resolve() for path in root.iterdir() if (path / NAME).is_file())


@cache
def _open(path: Path) -> FolderPack:
    return FolderPack(path)


def _pair(path: Path) -> set[str]:
    manifest = read_manifest(path)
    return {manifest["source"], manifest["target"]}
