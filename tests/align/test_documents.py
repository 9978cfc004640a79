"""Segments of documents: exact slices, nothing lost, references where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtqa.align import align_documents
from mtqa.align.references import attach
from mtqa.data import Bead
from mtqa.errors import FrameError
from mtqa.frames import DOCUMENTS_READ, SEGMENTS, SENTENCES

if TYPE_CHECKING:
    import pandas as pd

SOURCE = "Karin Holm came at 14:30.\nThe 27 ferries waited in Rostock.\nNobody knew why.\nOn 12 May she left.\n"
TARGET = "Karin Holm kam um 14:30 Uhr. Die 27 Fähren warteten in Rostock.\n\nAm 12. Mai ging sie.\n"
REFERENCE = "Um 14:30 kam Karin Holm. In Rostock warteten 27 Fähren. Keiner wusste warum. Sie ging am 12. Mai."


def documents(**columns: object) -> pd.DataFrame:
    row = {"document": "a", "kind": "text", "target": TARGET, "source": SOURCE, "reference": "", "target_lang": "de",
           "source_lang": "en"}  # fmt: skip
    return DOCUMENTS_READ.build([{**row, **columns}])


def sentences(frame: pd.DataFrame, **sides: list[str]) -> pd.DataFrame:
    rows = []
    for side, texts in sides.items():
        text, end = str(frame[side].iloc[0]), 0
        for index, piece in enumerate(texts):
            start = text.index(piece, end)
            end = start + len(piece)
            rows.append({"document": "a", "side": side, "index": index, "start": start, "end": end, "text": piece,
                         "paragraph": text.count("\n", 0, start)})  # fmt: skip
    return SENTENCES.build(rows)


TARGETS = ["Karin Holm kam um 14:30 Uhr.", "Die 27 Fähren warteten in Rostock.", "Am 12. Mai ging sie."]
SOURCES = SOURCE.splitlines()
REFERENCES = [f"{part}." for part in REFERENCE.replace("12. Mai", "12# Mai")[:-1].split(". ")]
REFERENCES = [part.replace("#", ".") for part in REFERENCES]


def test_segments_are_exact_slices_and_nulls_stand_between_their_neighbours() -> None:
    frame = documents()
    segments = align_documents(frame, sentences(frame, target=TARGETS, source=SOURCES))
    assert list(segments.columns[: len(SEGMENTS.columns)]) == list(SEGMENTS.columns)
    assert segments["bead"].tolist() == ["1-1", "1-1", "1-0", "1-1"]
    assert segments["segment"].tolist() == [0, 1, 2, 3]
    for row in segments.to_dict("records"):
        assert TARGET[row["document_start"] : row["document_end"]] == row["target"]
        assert SOURCE[row["source_start"] : row["source_end"]] == row["source"]
    null = segments.iloc[2]
    assert null["target"] == ""
    assert null["document_start"] == null["document_end"] == segments.iloc[1]["document_end"]
    assert segments["alignment"].between(0, 1).all()


def test_a_bead_of_two_sentences_has_what_lies_between_them() -> None:
    frame = documents(source="Karin Holm came at 14:30, and the 27 ferries waited in Rostock.")
    segments = align_documents(frame, sentences(frame, target=TARGETS[:2], source=[frame["source"].iloc[0]]))
    assert segments["bead"].tolist() == ["1-2"]
    assert segments["target"].iloc[0] == f"{TARGETS[0]} {TARGETS[1]}"


def test_every_sentence_of_a_reference_goes_to_one_segment() -> None:
    frame = documents(reference=REFERENCE)
    segments = align_documents(frame, sentences(frame, target=TARGETS, source=SOURCES, reference=REFERENCES))
    assert segments["reference"].tolist() == REFERENCES


def test_with_a_reference_alone_the_target_is_aligned_with_it() -> None:
    frame = documents(source="", reference=REFERENCE, source_lang="")
    segments = align_documents(frame, sentences(frame, target=TARGETS, reference=REFERENCES))
    assert segments["bead"].tolist() == ["1-1", "1-1", "1-0", "1-1"]
    assert segments["reference"].tolist() == REFERENCES
    assert segments["source"].tolist() == [""] * 4
    assert segments["source_start"].isna().all()


def test_a_target_alone_gives_a_segment_per_sentence() -> None:
    frame = documents(source="")
    segments = align_documents(frame, sentences(frame, target=TARGETS))
    assert segments["bead"].tolist() == ["pair"] * 3
    assert segments["target"].tolist() == TARGETS


def test_further_columns_are_carried_on() -> None:
    frame = documents(path="x/a.txt").assign(segment=7)
    segments = align_documents(frame, sentences(frame, target=TARGETS, source=SOURCES))
    assert set(segments["path"]) == {"x/a.txt"}
    assert segments["segment"].tolist() == [0, 1, 2, 3]


def test_without_running_texts_there_are_no_segments() -> None:
    segments = align_documents(documents(kind="pair"), SENTENCES.empty())
    assert segments.empty
    assert list(segments.columns) == list(SEGMENTS.columns)


def test_a_frame_without_its_columns_is_refused() -> None:
    with pytest.raises(FrameError, match="add index"):
        align_documents(documents(), SENTENCES.empty().drop(columns="index"))


def bead(source: list[int], target: list[int]) -> Bead:
    return Bead(tuple(source), tuple(target), 1.0)


@pytest.mark.parametrize(
    ("beads", "references", "expected"),
    [
        ([([0], [0]), ([1], [1])], [([0], [0]), ([1], [1])], [[0], [1]]),
        ([([0], [0]), ([1], [1])], [([0], [0, 1])], [[0], []]),
        ([([0], [0]), ([1], [1])], [([0, 1], [0, 1])], [[0], [1]]),
        ([([0], [0, 1])], [([0], [0]), ([1, 2], [1])], [[0, 1, 2]]),
        ([([0], [0]), ([1], []), ([2], [1])], [([0], [0]), ([1], []), ([2], [1])], [[0], [1], [2]]),
        ([([0], [0]), ([1], [1])], [([0], [0]), ([1], []), ([2], [1])], [[0, 1], [2]]),
        ([([0], []), ([1], [0])], [([0], []), ([1], []), ([2], [0])], [[0, 1], [2]]),
        ([([0], [0])], [([0], []), ([1], [0])], [[0, 1]]),
        ([([0], [])], [([0], []), ([1], [])], [[0, 1]]),
        ([], [], []),
    ],
)  # fmt: skip
def test_references_are_attached_in_order_and_none_is_lost(
    beads: list[tuple[list[int], list[int]]], references: list[tuple[list[int], list[int]]], expected: list[list[int]]
) -> None:
    assert attach([bead(*pair) for pair in beads], [bead(*pair) for pair in references]) == expected
