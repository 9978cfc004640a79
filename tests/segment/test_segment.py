"""The segment stage on frames."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.errors import FrameError
from mtqa.frames import DOCUMENTS_READ, SENTENCES
from mtqa.segment import segment


def documents(**columns: object) -> pd.DataFrame:
    row = {"document": "a", "kind": "text", "target": "", "source": "", "reference": "", "target_lang": "de",
           "source_lang": "en"}  # fmt: skip
    return DOCUMENTS_READ.build([{**row, **columns}])


def test_every_side_of_a_text_is_segmented_with_its_offsets() -> None:
    frame = segment(documents(target="Ja. Der 2. Weltkrieg.\nNein.", source="Yes. War II.\nNo.", reference="Doch."))
    assert list(frame.columns) == list(SENTENCES.columns)
    assert frame["side"].tolist() == ["source"] * 3 + ["target"] * 3 + ["reference"]
    assert frame["index"].tolist() == [0, 1, 2, 0, 1, 2, 0]
    target = frame[frame["side"] == "target"]
    assert target["text"].tolist() == ["Ja.", "Der 2. Weltkrieg.", "Nein."]
    assert target["start"].tolist() == [0, 4, 22]
    assert target["paragraph"].tolist() == [0, 0, 1]


def test_ready_pairs_are_left_alone() -> None:
    assert segment(documents(kind="pair", target="Ja. Nein.")).empty


def test_a_missing_cell_is_an_empty_text() -> None:
    assert segment(documents(target="Ja.", source=None))["side"].tolist() == ["target"]


def test_a_frame_without_its_columns_is_refused() -> None:
    with pytest.raises(FrameError, match="add kind"):
        segment(pd.DataFrame({"document": [], "target": [], "source": [], "reference": [], "target_lang": [],
                              "source_lang": []}))  # fmt: skip
