"""Documents and their sentences to segments: what the target says, held against what it should say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from mtqa.align.references import attach
from mtqa.align.sentences import align_sentences
from mtqa.data import Bead
from mtqa.frames import DOCUMENTS_READ, SEGMENTS, SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtqa.data import Range
    from mtqa.encode.base import Encoder
    from mtqa.pack.base import Pack

Tools = tuple["Pack | None", "Encoder | None"]
REPLACED = {"kind", "segment", "target_markup", "source_markup"}
"""Columns of a document that say nothing about its segments."""


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a document: the whole text, and where its sentences are."""

    text: str
    spans: tuple[Range, ...]
    paragraphs: tuple[int, ...]

    @property
    def sentences(self) -> list[str]:
        """The sentences' own characters."""
        return [self.text[start:end] for start, end in self.spans]

    def said(self, places: Sequence[int]) -> str:
        """What stands in the text from the first to the last of ``places``, and where they have gaps, the pieces."""
        gaps = [0, *(at for at in range(1, len(places)) if places[at] != places[at - 1] + 1), len(places)]
        pieces = [
            self.text[slice(*self.slice(places[first:last], -1))] for first, last in pairwise(gaps) if first < last
        ]
        return " ".join(pieces)

    def slice(self, places: Sequence[int], before: int) -> Range:
        """From the first to the last of the sentences ``places``; without any, the end of the sentence ``before``."""
        if places:
            return self.spans[places[0]][0], self.spans[places[-1]][1]
        end = self.spans[before][1] if before >= 0 else 0
        return end, end


def align_documents(
    documents: pd.DataFrame, sentences: pd.DataFrame, *, pack: Pack | None = None, encoder: Encoder | None = None
) -> pd.DataFrame:
    """A row for each bead of each running text: contract ``SEGMENTS``; further columns of ``documents`` are carried on.

    ``target`` and ``source`` are exactly what stands in the document from the first to the last sentence of the bead; a
    side without sentences is empty and its offsets are the place between its neighbours. Without a source the target is
    aligned with the reference, in the same language, and ``bead`` counts the sentences of the reference; with both,
    each sentence of the reference goes to exactly one segment; with neither, every target sentence is a segment, and its
    ``bead`` is ``pair``, because nothing was aligned.

    Args:
        documents: contract ``DOCUMENTS_READ``; only rows of the kind ``text`` are looked at.
        sentences: their sentences, contract ``SENTENCES``.
        pack: see :func:`align_sentences`.
        encoder: see :func:`align_sentences`.

    Raises:
        FrameError: where a frame lacks columns.
        PackError: where ``pack`` is of another pair of languages.
    """
    DOCUMENTS_READ.check(documents)
    SENTENCES.check(sentences)
    groups = dict(iter(sentences.groupby(["document", "side"], sort=False)))
    running = documents[documents["kind"] == "text"]
    tools = pack, encoder
    return SEGMENTS.build(row for record in running.to_dict("records") for row in _segments(record, groups, tools))


def _segments(record: dict[Any, Any], groups: dict[Any, pd.DataFrame], tools: Tools) -> Iterator[dict[str, Any]]:
    source, target, reference = (_text(record, groups, side) for side in ("source", "target", "reference"))
    beads, trusted = _aligned(record, source, target, reference, tools)
    carried = {name: value for name, value in record.items() if name not in REPLACED}
    aligned = bool(source.spans or reference.spans)
    first = last = -1
    for number, (bead, quoted) in enumerate(zip(beads, trusted, strict=True)):
        here, there = target.slice(bead.target, last), source.slice(bead.source, first)
        first, last = bead.source[-1] if bead.source else first, bead.target[-1] if bead.target else last
        yield {
            **carried, "segment": number, "target": target.text[slice(*here)], "source": source.text[slice(*there)],
            "reference": reference.said(quoted), "moved": bead.moved, "alignment": bead.confidence,
            "bead": f"{len(bead.source if source.spans else quoted)}-{len(bead.target)}" if aligned else "pair",
            "document_start": here[0], "document_end": here[1],
            "source_start": there[0] if source.spans else pd.NA, "source_end": there[1] if source.spans else pd.NA,
        }  # fmt: skip


def _text(record: dict[Any, Any], groups: dict[Any, pd.DataFrame], side: str) -> Text:
    rows = groups.get((record["document"], side))
    if rows is None:
        return Text("", (), ())
    spans = tuple(zip(rows["start"].tolist(), rows["end"].tolist(), strict=True))
    return Text(record[side], spans, tuple(rows["paragraph"].tolist()))


def _aligned(
    record: dict[Any, Any], source: Text, target: Text, reference: Text, tools: Tools
) -> tuple[list[Bead], list[list[int]]]:
    """The beads, and for each the sentences of the reference that belong to it."""
    langs = str(record["source_lang"] or ""), str(record["target_lang"] or "")
    same = _beads(reference, target, (langs[1], langs[1]), (None, None)) if reference.spans else []
    if source.spans:
        beads = _beads(source, target, langs, tools)
        return beads, attach(beads, same)
    if same:
        return [Bead((), bead.target, bead.confidence, bead.moved) for bead in same], [
            list(bead.source) for bead in same
        ]
    return [Bead((), (j,), 1.0) for j in range(len(target.spans))], [[] for _ in target.spans]


def _beads(source: Text, target: Text, langs: tuple[str, str], tools: Tools) -> list[Bead]:
    return align_sentences(
        source.sentences, target.sentences, source_lang=langs[0], target_lang=langs[1], pack=tools[0],
        encoder=tools[1], source_paragraphs=source.paragraphs, target_paragraphs=target.paragraphs,
    )  # fmt: skip
