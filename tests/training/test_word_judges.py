"""What judges learn from at second sight."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.data import Segment
from mtqa.judge import judge
from mtqa.judge.model import quality_model
from mtqa.pack.base import Pack

pytest.importorskip("catboost")
from training import word_judges
from training.word_judges import seen_again

PAIRS = [("The crane lifted the beams.", "Der Kranich hob die Strahlen."), ("Let the glue dry.", "Lass den Leim trocken."),
         ("Wipe off the paint.", "Wische die Farbe ab.")]  # fmt: skip


def test_what_a_judge_would_have_said_stands_for_what_it_says_of_texts_it_learned_from(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_judges, "BATCH", 2)
    segments = [Segment(source=source, target=target, source_lang="en", target_lang="de") for source, target in PAIRS]
    rows = judge(segments, pack=pack, encoder=pack.encoder())
    rough = quality_model(pack).rough["en-de"]
    of_row = np.repeat(np.arange(3), [len(row.target.tokens) for row in rows])
    other = np.full(int((of_row == 2).sum()), -3.25, np.float32)
    plain, told = (seen_again(rows, pack.path, rough, [None, None, said]) for said in (None, other))
    np.testing.assert_array_equal(plain[of_row < 2], told[of_row < 2])
    assert (told[of_row == 2] == -3.25).any(axis=1).all()
    assert not (plain == -3.25).any()
