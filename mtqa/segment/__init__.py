"""Running text to sentences, with exact offsets: nothing is changed, and only white space lies between two sentences.

Three steps, each in its module: where paragraphs end (:mod:`.paragraphs`), where sentencex ends sentences and what it
gets wrong (:mod:`.boundaries`, :mod:`.repairs`), and pieces that are no sentence joined to their neighbours (here).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mtqa.frames import DOCUMENTS_READ, SENTENCES
from mtqa.lang.base import Language, language
from mtqa.segment.boundaries import pieces
from mtqa.segment.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from mtqa.data import Range

__all__ = ["Sentence", "find", "segment", "sentences"]

SIDES = ("source", "target", "reference")


class Sentence(NamedTuple):
    """A sentence's place, ``text[start:end]``, and the number of its paragraph, from 0."""

    start: int
    end: int
    paragraph: int


def segment(documents: pd.DataFrame) -> pd.DataFrame:
    """The sentences of all running texts (``kind`` ``text``), a row each: contract ``SENTENCES``.

    Rows are in the order of the documents, then source, target, reference, then of the text. ``start end`` count in the
    document's text of that side; ``text`` is exactly what stands there.

    Raises:
        FrameError: where ``documents`` lacks a column of the contract ``DOCUMENTS_READ``.
    """
    DOCUMENTS_READ.check(documents)
    running = documents[documents["kind"] == "text"]
    return SENTENCES.build(row for record in running.to_dict("records") for row in _rows(record))


def _rows(record: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for side in SIDES:
        text = record[side]
        code = record["source_lang"] if side == "source" else record["target_lang"]
        if not isinstance(text, str):
            continue
        for index, (start, end, paragraph) in enumerate(find(text, language(str(code or "")))):
            yield {
                "document": record["document"], "side": side, "index": index, "start": start, "end": end,
                "text": text[start:end], "paragraph": paragraph,
            }  # fmt: skip


def sentences(text: str, lang: str = "") -> list[Range]:
    """The half-open offsets of the sentences of ``text`` in order; only white space lies outside them.

    ``lang`` is a language code; without one, what needs knowledge of a language is left out.
    """
    return [(start, end) for start, end, _ in find(text, language(lang))]


def find(text: str, lang: Language) -> list[Sentence]:
    """The sentences of ``text`` in order, with their paragraphs.

    A piece without letter or digit (a lone dash, a row of asterisks) is no sentence: it belongs to the sentence before
    it, or at the beginning of the text to the one after it.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in pieces(text, start, end, lang):
            if found and not (_speaks(text, first, last) and _speaks(text, found[-1].start, found[-1].end)):
                found[-1] = Sentence(found[-1].start, last, found[-1].paragraph)
            else:
                found.append(Sentence(first, last, number))
    return found


def _speaks(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))
