"""From what the user named to the documents frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from mtqa.errors import ReadError
from mtqa.frames import DOCUMENTS_READ
from mtqa.read.base import Reader, ReadOptions
from mtqa.read.choose import reader_of
from mtqa.read.decode import refuse_binary
from mtqa.read.files import STDIN, File, Paths, find
from mtqa.read.languages import fill
from mtqa.read.names import labels, pair_of
from mtqa.read.sides import Text, match, sides, usual

DEFAULTS = ReadOptions()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read, the reader that did it, and the name of its document."""

    file: File
    reader: Reader
    frame: pd.DataFrame
    label: str


def read(target: Paths, against: Paths = (), *, options: ReadOptions = DEFAULTS) -> pd.DataFrame:
    """The documents that ``target`` names, with what they are judged against: contract ``DOCUMENTS_READ``.

    Args:
        target: a file, a list of files, a folder, a glob pattern, or ``-`` for standard input.
        against: files, folders or patterns, each file a source or a reference of a running text. Several documents are
            matched by name (``a.de.txt`` with ``a.en.txt``, ``de/a.txt`` with ``en/a.txt``).
        options: the languages and column names that the user gave; what is not given is detected.

    Returns:
        A row per running text, or per row of a table, in the order of the files' names. ``document`` is unique to
        a text, and to a document within a table; it holds no path of this machine.

    Raises:
        ReadError: one sentence that names the file, and the line where there is one.
    """
    targets, others = find(target), find(against)
    if [file.path for file in (*targets, *others)].count(STDIN) > 1:
        raise ReadError("<stdin>", "expected standard input once, found - twice; name a file for one of them.")
    _refuse_itself(targets, others)
    loaded = [_load(file, label, options) for file, label in zip(targets, labels(targets), strict=True)]
    other_texts = [_text(_load(file, file.relative, options)) for file in others]
    tables = [one for one in loaded if one.reader.kind == "pair"]
    if tables and others:
        raise ReadError(
            tables[0].file.name,
            f"expected nothing besides a {tables[0].reader.name} file, which brings its own source and reference, "
            f"found {others[0].name}; leave it out.",
        )
    texts = _texts([one for one in loaded if one.reader.kind == "text"], other_texts, options)
    frames = [texts[one.file] if one.file in texts else _pairs(one, options, len(loaded) > 1) for one in loaded]
    return DOCUMENTS_READ.check(_joined(frames))


def _refuse_itself(targets: Sequence[File], against: Sequence[File]) -> None:
    places = {file.place for file in targets if file.path != STDIN}
    for file in against:
        if file.path != STDIN and file.place in places:
            raise ReadError(
                file.name, "expected a text to judge the translation against, found the translation itself; "
                "name its source or a reference.",
            )  # fmt: skip


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    if len(frames) == 1:
        return frames[0]
    joined = pd.concat(frames, ignore_index=True)
    joined = joined.where(joined.notna(), "")
    for column in {"source_markup", "target_markup"} & set(joined.columns):
        joined[column] = [ranges or () for ranges in joined[column]]
    return joined


def _load(file: File, label: str, options: ReadOptions) -> Loaded:
    data = file.load()
    refuse_binary(data, file.name)
    reader = reader_of(file.path, data)
    return Loaded(file, reader, reader.read(data, file.name, options), label)


def documents_of(file: File, label: str, options: ReadOptions, *, several: bool) -> list[str]:
    """The names of the documents that a target file brings, read as one of ``several`` or alone."""
    loaded = _load(file, label, options)
    if loaded.reader.kind == "text":
        return [label]
    return list(dict.fromkeys(_pairs(loaded, options, several)["document"].tolist()))


def _text(loaded: Loaded) -> Text:
    if loaded.reader.kind != "text":
        raise ReadError(loaded.file.name, f"expected running text to judge against, found a {loaded.reader.name} file; "
                                          "name it as the target, it brings both sides.")  # fmt: skip
    return Text.of(loaded.file, loaded.frame["target"].iloc[0])


def _texts(loaded: Sequence[Loaded], against: Sequence[Text], options: ReadOptions) -> dict[File, pd.DataFrame]:
    targets = [_text(one) for one in loaded]
    usual_target = usual(targets)
    rows = {}
    for one, target, belonging in zip(loaded, targets, match(targets, against), strict=True):
        found = sides(target, belonging, options, usual_target)
        rows[one.file] = one.frame.assign(
            document=one.label,
            source=found.source.text if found.source else "",
            reference=found.reference.text if found.reference else "",
            target_lang=found.target_lang,
            source_lang=found.source_lang,
        )
    return rows


def _pairs(loaded: Loaded, options: ReadOptions, several: bool) -> pd.DataFrame:
    frame = fill(loaded.frame, loaded.file.name, options, pair_of(loaded.file))
    unnamed = frame["document"] == loaded.file.name
    prefix = f"{loaded.label}/" if several else ""
    frame["document"] = (prefix + frame["document"]).where(~unnamed, loaded.label)
    return frame
