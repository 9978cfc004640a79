from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from mtqa.pack.subword_rows import BUCKETS, Grams, SubwordRows, buckets

TOKENS = ["[UNK]", "haus", "##haus", "hauses", "x", "##ung"]


def rows(lengths: list[float] | None = None) -> SubwordRows:
    sizes = np.array(lengths or [0, 1, 1, 1, 1, 1], np.float32)
    return SubwordRows(TOKENS, sizes, 6, np.random.default_rng(5))


def test_words_that_begin_alike_share_most_n_grams() -> None:
    shared = set(buckets("haus")) & set(buckets("hauses"))
    assert len(shared) >= len(set(buckets("haus"))) - 1


def test_a_piece_shares_all_but_the_beginning_with_the_word() -> None:
    assert set(buckets("##haus")) < set(buckets("haus"))


@pytest.mark.parametrize("token", ["[UNK]", "x", "##ab"])
def test_what_is_too_short_has_no_n_grams(token: str) -> None:
    assert buckets(token) == []


def test_buckets_are_numbers_of_vectors() -> None:
    assert all(0 <= number < BUCKETS for number in buckets("Donaudampfschifffahrtsgesellschaftskapitän"))


def test_n_grams_are_taken_in_the_order_asked_for() -> None:
    ids, starts = Grams.of(TOKENS).take(np.array([5, 0, 1]))
    assert ids.tolist() == [*buckets("##ung"), *buckets("haus")]
    assert starts.tolist() == [0, 1, 1]


def test_the_unknown_token_folds_to_nothing() -> None:
    folded = rows().fold()
    assert folded.shape == (6, 6)
    assert not folded[0].any()
    assert folded[1:].any(axis=1).all()


def test_words_spelled_alike_begin_alike() -> None:
    folded = rows().fold()
    unit = folded / np.maximum(np.linalg.norm(folded, axis=1, keepdims=True), 1e-9)
    assert unit[1] @ unit[3] > unit[1] @ unit[4]


def test_a_text_in_training_is_the_mean_of_the_rows_that_are_folded_later() -> None:
    made = rows([0, 1, 0.5, 0.2, 1, 1])
    folded = made.fold()
    bags = [(np.array([1, 2, 5]), np.array([0, 2])), (np.array([3, 4]), np.array([0, 1]))]
    found = [made(features)["sentence_embedding"].detach().numpy() for features in made.prepare(bags)]
    assert found[0] == pytest.approx(np.stack([folded[[1, 2]].mean(axis=0), folded[5]]), abs=1e-6)
    assert found[1] == pytest.approx(folded[[3, 4]], abs=1e-6)
