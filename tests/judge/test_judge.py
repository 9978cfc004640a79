"""The judge: evidence, features and risks, all aligned with the tokens they are about."""

from __future__ import annotations

import numpy as np

from mtqa.data import Segment
from mtqa.judge import judge
from mtqa.judge.evidence import gather
from mtqa.judge.features import features
from mtqa.judge.flat import Flat
from mtqa.pack.base import Pack

PAIRS = [
    ("The house is small.", "Das Haus ist klein."),
    ("", "Nur ein Ziel."),
    ("Only a source.", ""),
    ("She bought three apples and a pear for her sister.", "Sie kaufte drei Äpfel und eine Birne für ihre Schwester."),
]
SEGMENTS = [Segment(target=target, source=source, target_lang="de", source_lang="en") for source, target in PAIRS]


def test_every_array_is_as_long_as_the_tokens_it_is_about(pack: Pack) -> None:
    for row in judge(SEGMENTS, pack=pack, encoder=pack.encoder()):
        count = len(row.target.tokens)
        assert len(row.unigram) == len(row.support) == len(row.support_from) == count
        assert len(row.logprob) == len(row.order) == count + 1
        assert len(row.coverage) == len(row.source.tokens)
        if count and row.source.tokens:
            for chances in (row.risk, row.edits):
                assert len(chances) == count
                assert ((chances >= 0) & (chances <= 1)).all()


def test_supported_words_point_to_the_words_that_support_them(pack: Pack) -> None:
    row = gather(SEGMENTS, pack=pack)[0]
    at = row.target.lower.index("haus")
    assert row.source.lower[row.support_from[at]] == "house"
    assert row.coverage[row.source.lower.index("small")] > 0.1


def test_without_a_pack_only_the_views_are_there() -> None:
    row = judge(SEGMENTS)[0]
    assert not row.has_model
    assert not row.has_lexicon
    assert row.model is None
    assert np.isnan(row.similarity)


def test_features_do_not_depend_on_the_batch(pack: Pack) -> None:
    rows = [row for row in gather(SEGMENTS, pack=pack, encoder=pack.encoder()) if row.has_lexicon]
    together = features(rows)[1].matrix()
    apart = np.concatenate([features([row])[1].matrix() for row in rows])
    np.testing.assert_allclose(together, apart, atol=1e-5)


def test_a_shift_stays_within_its_segment(pack: Pack) -> None:
    rows = [row for row in gather(SEGMENTS, pack=pack) if row.has_lexicon]
    flat = Flat.of(rows)
    values = np.arange(len(flat.segment), dtype=np.float32) + 1
    moved = flat.shift(values, 1, -1.0)
    ends = flat.starts + flat.lengths - 1
    assert (moved[ends] == -1).all()
    assert moved[0] == values[1]


def test_suspicions_are_chances_and_depend_on_the_document_alone(pack: Pack) -> None:
    rows = judge(SEGMENTS, pack=pack, encoder=pack.encoder())
    model = rows[0].model
    assert model is not None
    apart = model.suspicions(rows, pack, [str(number) for number in range(len(rows))])
    for row, chances in zip(rows, apart, strict=True):
        assert len(chances) == len(row.risk)
        np.testing.assert_allclose(chances, model.suspicions([row], pack)[0], atol=1e-5)
    together = np.concatenate(model.suspicions(rows, pack))
    assert np.abs(together - np.concatenate(apart)).max() > 1e-4
