"""What a second look sees of the first one."""

from __future__ import annotations

import numpy as np

from mtqa.data import Segment
from mtqa.judge.evidence import gather
from mtqa.judge.flat import Flat
from mtqa.judge.neighbours import COLUMNS, KNOWN, OUTSIDE, REACH, USUAL, document_columns, neighbour_columns
from mtqa.judge.trees import probability


def flat_of(*targets: str) -> Flat:
    segments = [Segment(target=text, source="", source_lang="en", target_lang="de") for text in targets]
    return Flat.of(gather(segments))


def test_each_word_sees_its_neighbours_in_its_own_sentence_alone() -> None:
    flat = flat_of("Der Hund bellt", "Gut so")
    logits = np.array([-2, 0, 2, 1, -1], np.float32)
    columns = neighbour_columns(logits, flat)
    assert columns.shape == (5, COLUMNS)
    own, before, behind = columns[:, 0], columns[:, REACH], columns[:, REACH + 1]
    np.testing.assert_array_equal(own, logits)
    np.testing.assert_array_equal(before, [OUTSIDE, -2, 0, OUTSIDE, 1])
    np.testing.assert_array_equal(behind, [0, 2, OUTSIDE, -1, OUTSIDE])


def test_a_word_is_set_against_its_sentence() -> None:
    flat = flat_of("Der Hund bellt", "Gut so")
    mean, highest, above, near, smoothed = neighbour_columns(np.array([-2, 0, 2, 1, 1], np.float32), flat).T[-5:]
    np.testing.assert_allclose(mean[:3], 0.5, atol=1e-6)
    np.testing.assert_array_equal(highest, [2, 2, 2, 1, 1])
    np.testing.assert_allclose(above, [-2, 0, 2, 0, 0], atol=1e-5)
    np.testing.assert_array_equal(near, [2, 2, 0, 1, 1])
    np.testing.assert_allclose(smoothed[1], 0, atol=1e-6)


def test_a_word_alone_has_nobody_around() -> None:
    columns = neighbour_columns(np.array([0.5], np.float32), flat_of("Ja"))
    assert (columns[0, 1 : 2 * REACH + 1] == OUTSIDE).all()
    assert np.isfinite(columns).all()


def test_a_word_hears_of_the_other_sentences_of_its_document() -> None:
    flat = flat_of("Der Hund bellt", "Gut so", "Nein")
    logits = np.array([-2, 0, 2, 4, 4, -4], np.float32)
    mean, likely = document_columns(logits, flat, np.array([0, 0, 0, 0, 0, 1])).T
    np.testing.assert_allclose(mean[:3], (2 * probability(logits[3:4])[0] + KNOWN * USUAL) / (2 + KNOWN), rtol=1e-5)
    np.testing.assert_allclose(likely[3:5], (1 + KNOWN * USUAL) / (3 + KNOWN), rtol=1e-6)
    np.testing.assert_allclose([mean[5], likely[5]], USUAL, rtol=1e-6)
