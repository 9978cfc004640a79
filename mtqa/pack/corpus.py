"""What a pack is trained on: files of pairs and of plain text, read into arrays of token numbers.

Files are UTF-8, plain, ``.gz`` or ``.xz``. Pairs are TSV (source, target, optionally the id of where the pair is from)
or TMX; plain text has a sentence a line. Text is tokenised by :mod:`mtqa.text.words`, after masking what is no
language, exactly as it will be when judged; hence spaces before hyphens ("CO 2 -Emissionen") leave no trace here.
"""

from __future__ import annotations

import gzip
import lzma
from array import array
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from mtqa.errors import ReadError
from mtqa.lang.base import short
from mtqa.text.mask import mask
from mtqa.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

MASKABLE = frozenset("<>{}[]%$@\\/_|`=#&")
"""Only a line with one of these (or ``www``) can hold something to mask; asking first is three times as fast."""


CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""TMX elements that hold native codes, not language."""


class Pair(NamedTuple):
    """A sentence in both languages and the id of its source (empty where the file names none)."""

    source: str
    target: str
    origin: str


@dataclass
class Types:
    """The distinct tokens of one language, cased as written, numbered in the order in which they first came."""

    numbers: dict[str, int] = field(default_factory=dict)

    def encode(self, text: str, into: array[int]) -> int:
        """How many tokens ``text`` has; their numbers are appended to ``into``."""
        numbers = self.numbers
        found = words(visible(text))
        into.extend([numbers.setdefault(word, len(numbers)) for word in found])
        return len(found)

    @property
    def names(self) -> list[str]:
        """The tokens by number."""
        return list(self.numbers)


@dataclass(frozen=True)
class Sentences:
    """Token numbers of many sentences in one array; sentence ``i`` is ``tokens[starts[i]:starts[i + 1]]``."""

    tokens: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int64]

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.starts) - 1

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """Tokens per sentence."""
        return np.diff(self.starts)

    def pick(self, keep: npt.NDArray[Any]) -> Sentences:
        """The sentences for which ``keep`` (a mask, one entry a sentence) is true, in order."""
        lengths = self.lengths
        starts = np.concatenate([[0], np.cumsum(lengths[keep])]).astype(np.int64)
        return Sentences(self.tokens[np.repeat(keep, lengths)], starts)


class Collector:
    """Sentences under way: texts in, one :class:`Sentences` out."""

    def __init__(self, types: Types) -> None:
        """Number tokens by ``types``, which several collectors of one language share."""
        self.types = types
        self.tokens: array[int] = array("i")
        self.starts: array[int] = array("q", [0])

    def add(self, text: str) -> None:
        """Append one sentence."""
        self.types.encode(text, self.tokens)
        self.starts.append(len(self.tokens))

    def sentences(self) -> Sentences:
        """All that was added."""
        return Sentences(np.array(self.tokens, dtype=np.int32), np.array(self.starts, dtype=np.int64))


def visible(text: str) -> str:
    """``text`` with what is no language blanked."""
    return mask(text).text if not MASKABLE.isdisjoint(text) or "www" in text else text


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 text file, plain, ``.gz`` or ``.xz``, without their line ends."""
    number = 0
    try:
        with _open(path) as file:
            for number, line in enumerate(file, 1):  # noqa: B007 - the error below names the line
                yield line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise ReadError(path, f"expected UTF-8, found {error.reason}; convert the file.", number + 1) from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise ReadError(path, f"expected a readable file, found an error ({error}); check path and content.") from error


def read_pairs(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    """The pairs of a TSV or TMX file (by its suffix, before ``.gz`` or ``.xz``); empty sides are left out."""
    names = [suffix.lower() for suffix in path.suffixes[-2:]]
    pairs = _tmx(path, source_lang, target_lang) if ".tmx" in names else _tsv(path)
    return (pair for pair in pairs if pair.source.strip() and pair.target.strip())


def read_sentences(path: Path, types: Types, tick: Callable[[int], None] = lambda _: None) -> Sentences:
    """All sentences of a text file, a line each; ``tick`` hears how many there are, every few thousand."""
    collector = Collector(types)
    for number, line in enumerate(read_lines(path), 1):
        if line:
            collector.add(line)
        if number % 5000 == 0:
            tick(number)
    return collector.sentences()


def joined(parts: Sequence[Sentences]) -> Sentences:
    """The sentences of all parts, which number their tokens alike, one after another."""
    lengths = np.concatenate([part.lengths for part in parts])
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Sentences(np.concatenate([part.tokens for part in parts]), starts)


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _open_bytes(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.GzipFile(path))
    return lzma.LZMAFile(path) if path.suffix == ".xz" else path.open("rb")


def _tsv(path: Path) -> Iterator[Pair]:
    for number, line in enumerate(read_lines(path), 1):
        if not line:
            continue
        fields = line.split("\t")
        if len(fields) < 2:
            raise ReadError(path, f"expected source<TAB>target, found {len(fields)} column; add the tab.", number)
        yield Pair(fields[0], fields[1], fields[2] if len(fields) > 2 else "")


def _tmx(path: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    from lxml import etree

    try:
        with _open_bytes(path) as file:  # the XML declaration names the encoding
            for _, unit in etree.iterparse(file, tag="{*}tu", resolve_entities=False, no_network=True):
                texts = dict(_variants(unit))
                yield Pair(texts.get(short(source_lang), ""), texts.get(short(target_lang), ""), "")
                _forget(unit)
    except (etree.XMLSyntaxError, OSError, EOFError, lzma.LZMAError) as error:
        raise ReadError(path, f"expected TMX, found an error ({error}); check path and content.") from error


def _variants(unit: Any) -> Iterator[tuple[str, str]]:
    for variant in unit.iterfind("{*}tuv"):
        lang = variant.get("{http://www.w3.org/XML/1998/namespace}lang") or variant.get("lang") or ""
        segment = variant.find("{*}seg")
        if segment is not None:
            yield short(lang), " ".join("".join(_texts(segment)).split())


def _texts(segment: Any) -> Iterator[str]:
    """The text of a segment without its inline codes."""
    yield segment.text or ""
    for child in segment:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] not in CODES:  # comments and entities have none
            yield from _texts(child)
        yield child.tail or ""


def _forget(unit: Any) -> None:
    """Free what was read, so that memory does not grow with the file."""
    unit.clear()
    while unit.getprevious() is not None:
        del unit.getparent()[0]
