"""The languages of ready pairs: as given, as the file says, or detected for each document and side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import pandas as pd

from mtqa.errors import ReadError
from mtqa.lang.base import language
from mtqa.read.base import ReadOptions
from mtqa.read.names import primary
from mtqa.text.language import NOTHING, Guess, detect

T = TypeVar("T")
Look = Callable[[int], str]
"""Row -> its text on one side."""
Rows = Mapping[str, Sequence[int]]
"""Document -> its rows, in order."""

SAMPLE = 20_000
"""Characters of a side that are looked at."""
ROWS = 200
"""Rows of a document that are looked at; first a tenth of both, which nearly always decides."""
DOCUMENTS = 200
"""Documents that are looked at before the others are taken to be like them."""
AGREED = 0.95
"""Part of those that must be in one language for that."""
SURE = 0.95
"""Probability from which a detected language goes before what names and other documents say."""
LIKELY = 0.5
"""Probability from which it is better than no language."""


def sample(texts: Sequence[str], rows: int = ROWS) -> str:
    """Up to ``rows`` of ``texts``, evenly spread, cut at :data:`SAMPLE`."""
    return joined(_spread(texts, rows))


def joined(texts: Sequence[str], characters: int = SAMPLE) -> str:
    """The texts below each other, each and all cut."""
    return "\n".join(str(text)[: characters // 10] for text in texts)[:characters]


def excerpt(text: str) -> str:
    """The beginning, middle and end of a long text, :data:`SAMPLE` characters in all; a short one whole."""
    if len(text) <= SAMPLE:
        return text
    third, middle = SAMPLE // 3, len(text) // 2
    return f"{text[:third]}\n{text[middle : middle + third]}\n{text[-third:]}"


def likely(guess: Guess) -> str:
    """The guessed language where it is likelier than not, else empty."""
    return guess.code if guess.confidence >= LIKELY else ""


def majority(codes: Iterable[str]) -> str:
    """The most frequent code that is not empty; the first in the alphabet of several."""
    counts = Counter(code for code in codes if code)
    return min(counts, key=lambda code: (-counts[code], code), default="")


def fill(frame: pd.DataFrame, name: str, options: ReadOptions, expected: tuple[str, str] = ("", "")) -> pd.DataFrame:
    """The frame of the file ``name`` with its languages; ``expected`` are source and target as the name tells them.

    Raises:
        ReadError: where the user gave the languages and the two sides are clearly the other way round.
    """
    known = all(all(frame[f"{side}_lang"]) for side in ("source", "target"))
    if known and not (options.source_lang or options.target_lang):
        return frame
    whole_table = bool(options.source_lang and options.target_lang)
    documents = _rows_of(["" if whole_table else document for document in frame["document"]])
    looks = {side: frame[side].tolist().__getitem__ for side in ("source", "target")}
    return put_in(frame, detected(name, looks, documents, options, expected), options)


def detected(
    name: str, looks: Mapping[str, Look], documents: Rows, options: ReadOptions, expected: tuple[str, str] = ("", "")
) -> dict[str, dict[str, str]]:
    """Side -> document -> language, of texts that ``looks`` gives by side and row; ``documents``: name -> its rows.

    Raises:
        ReadError: where the user gave the languages and the two sides are clearly the other way round.
    """
    sides = {side: _guesses(looks[side], documents) for side in ("source", "target")}
    _refuse_swapped(name, sides, options)
    return {
        side: _decide(
            sides[side],
            sides["source"] if side == "target" else {},
            hint or _together(sides[side], looks[side], documents),
        )
        for side, hint in zip(sides, expected, strict=True)
    }


def put_in(frame: pd.DataFrame, found: Mapping[str, Mapping[str, str]], options: ReadOptions) -> pd.DataFrame:
    """A copy of the frame with its languages: as given, else as the file says, else as found."""
    out = frame.copy()
    for side, given in (("source", options.source_lang), ("target", options.target_lang)):
        column = f"{side}_lang"
        out[column] = given or out[column].where(out[column].astype(bool), out["document"].map(dict(found[side])))
    return out


def _rows_of(documents: Sequence[str]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, document in enumerate(documents):
        rows.setdefault(document, []).append(row)
    return rows


def looked_at(documents: Rows) -> set[int]:
    """The rows that :func:`detected` looks at, as long as the languages of the documents agree."""
    names = list(documents)
    some = [documents[name] for name in names[:: max(len(names) // DOCUMENTS, 1)]]
    return {row for rows in some for number in (ROWS // 10, ROWS) for row in _spread(rows, number)}


def _spread(rows: Sequence[T], number: int) -> Sequence[T]:
    """About ``number`` of the rows, evenly spread."""
    return rows[:: max(len(rows) // number, 1)][:number]


def _guesses(look: Look, documents: Rows) -> dict[str, Guess]:
    """Document -> guess. Where there are very many and a good part of them agrees, the others are not looked at."""
    names = list(documents)
    some = names[:: max(len(names) // DOCUMENTS, 1)]
    found = {name: _guess(look, documents[name]) for name in some}
    if len(some) == len(names):
        return found
    sure = [guess.code for guess in found.values() if guess.confidence >= SURE]
    usual = majority(sure)
    if sure.count(usual) < AGREED * len(sure):
        return {name: _guess(look, documents[name]) for name in names}
    return {name: found.get(name, Guess(usual, 1.0)) for name in names}


def _together(guesses: dict[str, Guess], look: Look, documents: Rows) -> str:
    """The language that all documents tell together, where each alone is too short to be sure and none speaks for another."""
    if len(documents) == 1 or any(guess.confidence >= SURE for guess in guesses.values()):
        return ""
    some = [documents[name] for name in _spread(list(documents), DOCUMENTS)]
    code = likely(detect(joined([look(row) for rows in some for row in _spread(rows, ROWS // 10)])))
    return code if all(likely(guess) in ("", code) for guess in guesses.values()) else ""


def _guess(look: Look, rows: Sequence[int]) -> Guess:
    few, many = ([look(row) for row in _spread(rows, number)] for number in (ROWS // 10, ROWS))
    if not any(few) and not any(many):
        return NOTHING
    quick = detect(joined(few, SAMPLE // 10))
    return quick if quick.confidence >= SURE or len(rows) == 1 else detect(joined(many))


def _decide(guesses: dict[str, Guess], source: dict[str, Guess], hint: str) -> dict[str, str]:
    """Document -> language; an unsure one, and one that is a copy of its source, is taken to be like the others.

    ``hint``: the language where none is sure, as the file's name or all documents together tell it.
    """
    sure = {document: guess.code for document, guess in guesses.items() if guess.confidence >= SURE}
    usual = majority(sure.values()) or hint
    copied = {document for document, code in sure.items() if document in source and source[document].code == code}
    outvoted = len(copied) <= len(sure) // 5
    return {
        document: usual if (document not in sure and usual) or (document in copied and outvoted) else likely(guess)
        for document, guess in guesses.items()
    }


def _refuse_swapped(name: str, sides: dict[str, dict[str, Guess]], options: ReadOptions) -> None:
    source, target = (majority(g.code for g in sides[side].values() if g.confidence >= SURE) for side in sides)
    wanted = primary(options.source_lang), primary(options.target_lang)
    if source and target and source != target and is_swapped(wanted, source, target):
        raise ReadError(
            name,
            f"expected {language(options.target_lang or source).name} in the target column, found "
            f"{language(target).name}, and {language(source).name} in the source column; "
            "swap the columns or the languages.",
        )


def is_swapped(wanted: tuple[str, str], source: str, target: str) -> bool:
    """Whether texts in ``source`` and ``target`` are the other way round than ``wanted`` (either may be empty) says."""
    given = [(want, found) for want, found in zip(wanted, (target, source), strict=True) if want]
    return source != target and bool(given) and all(want == found for want, found in given)
