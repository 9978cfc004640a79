"""How well words fit: the same columns however much is looked at at once, and whatever was remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.data import Segment
from mtqa.judge import fit as fit_module
from mtqa.judge import judge
from mtqa.judge.features import features, known_features
from mtqa.judge.fit import Fit
from mtqa.judge.vectors import WordVectors, unit
from mtqa.text.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.judge.evidence import Evidence
    from mtqa.pack.base import Pack

PAIRS = (
    (
        "The baker has run out of bread rolls three days in a row.",
        "Der Bäcker ist drei Tage in Folge aus Brötchen gelaufen.",
    ),
    ("Yes.", "Ja, das ist so."),
    ("", "Ein Satz ohne Quelle."),
)


@pytest.fixture
def rows(pack: Pack) -> list[Evidence]:
    return judge([Segment(target, source, target_lang="de", source_lang="en") for source, target in PAIRS], pack=pack)


def columns(rows: Sequence[Evidence], pack: Pack) -> list[list[list[float]]]:
    fit = Fit(pack, pack.encoder(), "en", "de")
    fit.prepare(rows)
    return [fit.columns([row]).tolist() for row in rows]


def test_a_long_text_is_looked_at_in_blocks(rows: list[Evidence], pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = columns(rows, pack)
    monkeypatch.setattr(fit_module, "CELLS", 20)
    for one, other in zip(whole, columns(rows, pack), strict=True):
        assert np.array(one) == pytest.approx(np.array(other), abs=1e-5)


@pytest.mark.parametrize("tokens", [1, 15, 1000])
def test_a_row_has_the_same_columns_whatever_rows_are_looked_at_with_it(
    rows: list[Evidence], pack: Pack, monkeypatch: pytest.MonkeyPatch, tokens: int
) -> None:
    alone = [values for row in columns(rows, pack) for values in row]
    monkeypatch.setattr(fit_module, "TOKENS", tokens)
    fit = Fit(pack, pack.encoder(), "en", "de")
    fit.prepare(rows)
    assert fit.columns(rows).tolist() == alone


def test_words_that_are_forgotten_are_found_again(
    rows: list[Evidence], pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = columns(rows, pack)
    monkeypatch.setattr(fit_module, "REMEMBERED", 0)
    assert columns(rows, pack) == before


def test_vectors_are_the_encoders_whenever_their_word_came(pack: Pack) -> None:
    words = ["Hafen", "harbour", "Hafen", "Fähre", "ferry", "sea"]
    vectors = WordVectors(pack.encoder())
    for count in (1, 3, 6):
        places = vectors.places(words[:count])
        expected = pack.encoder().embed_words(words[:count])
        assert vectors.raw(places).tolist() == expected.tolist()
        assert vectors.units(places).tolist() == unit(expected).tolist()
        assert vectors.norms(places).tolist() == np.linalg.norm(expected, axis=-1).tolist()
    assert len(vectors) == 5


def test_what_the_word_judges_read_is_kept(rows: list[Evidence]) -> None:
    judged = [row for row in rows if row.features is not None]
    assert len(judged) == 2
    assert known_features(judged).tolist() == features(judged)[1].matrix().tolist()
    judged[0].features = None
    assert known_features(judged).tolist() == features(judged)[1].matrix().tolist()


def test_what_a_word_may_mean_does_not_hang_on_the_sentences_before(pack: Pack) -> None:
    """Its dictionary form is asked where the table lacks the word, and two sentences may read that differently."""
    fit = Fit(pack, pack.encoder(), "en", "de")
    found = []
    for base in ("house", "tree", "house"):
        view = View("qzx", "en")
        view.bases = [base]
        found.append(dict(fit._senses_of(view, 0).found))
    assert "haus" in found[0]
    assert "baum" in found[1]
    assert found[0] == found[2]
