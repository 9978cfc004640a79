"""The parts of the search, each against what it should be by definition."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.align.band import Band
from mtqa.align.breaks import Breaks
from mtqa.align.bridge import Bridge
from mtqa.align.evidence import explain
from mtqa.align.forms import Beginnings, common, digits, parts, sounds
from mtqa.align.lattice import Lattice, Step
from mtqa.align.learn import own_lexicon
from mtqa.align.lengths import Lengths
from mtqa.align.links import Links
from mtqa.align.meaning import Meaning
from mtqa.align.path import find_path
from mtqa.align.side import Side
from mtqa.align.weights import SHAPES, WEIGHTS
from mtqa.lang.base import Language
from mtqa.pack.base import Floats, Ints, Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.encode.base import Vectors


def test_a_band_holds_the_path_and_both_ends_and_turns_into_a_band() -> None:
    path = np.array([[0, 0], [1, 1], [2, 1], [2, 2], [2, 9], [3, 10], [4, 10]])
    band = Band.around(path, 1)
    cells = set(zip(band.row.tolist(), band.column.tolist(), strict=True))
    assert {tuple(point) for point in path.tolist()} <= cells
    assert (0, 0) in cells
    assert (4, 10) in cells
    turned = band.turned
    assert {(j, i) for i, j in cells} == set(zip(turned.row.tolist(), turned.column.tolist(), strict=True))
    after = band.shifted(1, 1)
    for cell, (i, j) in enumerate(zip(band.row.tolist(), band.column.tolist(), strict=True)):
        inside = (i + 1, j + 1) in cells
        assert (after[cell] < len(cells)) == inside
        assert not inside or (band.row[after[cell]], band.column[after[cell]]) == (i + 1, j + 1)


def alignments(n: int, m: int) -> list[list[tuple[int, int, int]]]:
    """All alignments of n and m sentences, as (i, j, shape), -1 for a target sentence alone."""
    found = []
    moves = [*((shape, *SHAPES[shape]) for shape in range(len(SHAPES))), (-1, 0, 1)]

    def go(i: int, j: int, path: list[tuple[int, int, int]]) -> None:
        if (i, j) == (n, m):
            found.append(path)
        for shape, sources, targets in moves:
            if i + sources <= n and j + targets <= m:
                go(i + sources, j + targets, [*path, (i, j, shape)])

    go(0, 0, [])
    return found


def test_probabilities_are_those_of_all_alignments_counted_out() -> None:
    n, m, null = 3, 3, -1.3
    band = Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m))
    random = np.random.default_rng(5)
    scores = random.normal(size=(len(SHAPES), 16)).astype(np.float32)
    scores[-1] = null
    outside = [band.shifted(*shape) == 16 for shape in SHAPES]
    scores[np.array(outside)] = -1e9
    lattice = Lattice(band, scores, null)
    probable, alone = lattice.probabilities()
    expected, expected_alone = np.zeros_like(probable), np.zeros_like(alone)
    paths = alignments(n, m)
    weights = [np.exp(sum(null if t < 0 else scores[t, i * 4 + j] for i, j, t in path)) for path in paths]
    for path, weight in zip(paths, weights, strict=True):
        for i, j, shape in path:
            if shape < 0:
                expected_alone[i * 4 + j] += weight / sum(weights)
            else:
                expected[shape, i * 4 + j] += weight / sum(weights)
    np.testing.assert_allclose(probable, expected, atol=1e-5)
    np.testing.assert_allclose(alone, expected_alone, atol=1e-5)
    there, here = lattice.loose(probable, alone)  # whatever stands beside it

    def worth_of(i: int, j: int, t: int) -> float:
        return float(here[j] if t < 0 else there[i] if SHAPES[t] == (1, 0) else probable[t, i * 4 + j])

    worth = [sum(worth_of(*step) for step in path) for path in paths]
    best = lattice.best(probable, alone)
    assert sum(step.probability for step in best) == pytest.approx(max(worth), abs=1e-5)


def test_evidence_is_the_log_ratio_by_definition() -> None:
    source, target = Side(["a b", "b", "c c c"]), Side(["x y", "z", "x"])
    links = Links.of(np.array([0, 1, 1]), np.array([0, 1, 2]), np.array([0.5, 0.4, 0.3], np.float32), (3, 3))
    band = Band(np.zeros(4, dtype=np.int64), np.full(4, 3))
    expected = np.array([0.1, 0.2, 0.3, 0.1], np.float32)
    evidence = explain(source, target, links, expected, band, 0.7, 9.0)
    table = {("a", "x"): 0.5, ("b", "y"): 0.4, ("b", "z"): 0.3}
    texts, others = ["a b", "b", "c c c"], ["x y", "z", "x"]
    chances = [[0.1, 0.2], [0.3], [0.1]]
    for first, size in product(range(3), (1, 2)):
        if first + size > 3:
            continue
        group = " ".join(texts[first : first + size]).split()
        for j, sentence in enumerate(others):
            ratios = [sum(table.get((s, t), 0) for s in group) / len(group) / p
                      for t, p in zip(sentence.split(), chances[j], strict=True)]  # fmt: skip
            wanted = sum(np.log(0.3 + 0.7 * ratio) for ratio in ratios)
            assert evidence.at(size, np.array([first]), np.array([j]))[0] == pytest.approx(wanted, abs=1e-5)


def test_words_of_the_neighbourhood_are_expected() -> None:
    side = Side(["storm at sea", "the storm grew", "fish", *["other words here"] * 30])
    near, far = side.expectation(0.5, 2, 1e-4), side.expectation(0.0, 2, 1e-4)
    assert near[0] > far[0]
    assert near[6] < far[6]


@pytest.mark.parametrize("missing", [(0, 0), (100, 180), (0, 90), (300, 400)])
def test_the_path_survives_long_passages_without_counterpart(missing: tuple[int, int]) -> None:
    vectors = np.random.default_rng(3).normal(size=(400, 32)).astype(np.float32)
    kept = [number for number in range(400) if not missing[0] <= number < missing[1]]
    path = {tuple(point) for point in find_path(vectors, vectors[kept]).tolist()}
    assert sum((number, place) in path for place, number in enumerate(kept)) >= 0.97 * len(kept)
    assert {(0, 0), (400, len(kept))} <= path


class Words(Lexicon):
    """A lexicon of lower-case words."""

    def __init__(self, **table: str) -> None:
        self.table = table

    def translations(self, word: str) -> list[tuple[str, float]]:
        return [(translation, 0.5) for translation in self.table.get(word, "").split()]

    def __contains__(self, word: object) -> bool:
        return word in self.table

    def support(self, source: Sequence[Sequence[str]], target: Sequence[Sequence[str]]) -> list[tuple[Floats, Ints]]:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("word", "other", "least"),
    [
        ("summit", "gipfel", 0.5),  # the lexicon
        ("summit", "gipfels", 0.2),  # a relative of a translation
        ("summits", "gipfel", 0.2),  # the word's own relative
        ("summit", "präsidentschaftsgipfel", 0.15),  # a compound with a translation
        ("kirill", "kirill", 0.4),  # the same name
        ("president", "präsident", 0.0),  # nothing but a cognate: too far apart
        ("7.2", "7,2", 0.7),  # the same number
        ("1867", "1867", 0.7),
        ("“", "“", 0.2),
    ],
)
def test_words_are_linked_by_lexicon_and_form(word: str, other: str, least: float) -> None:
    german = Language("de", "German", compounds=True, linking=("s", "es"))
    forth, back = Words(summit="gipfel"), Words(gipfel="summit", präsidentschaft="presidency")
    source, target = Side([word]), Side([other, "unbeteiligt wort"])
    links = Bridge(source, target, (Language("en", "English"), german), (forth, back)).links()
    found = dict(zip(links.columns.tolist(), links.values.tolist(), strict=True))
    assert found.get(0, 0) >= least
    assert not set(found) - {0}


def test_a_false_friend_counts_little() -> None:
    english, german = Language("en", "English"), Language("de", "German")
    known = Bridge(Side(["gift"]), Side(["gift"]), (english, german), (Words(gift="geschenk"), Words(gift="poison")))
    unknown = Bridge(Side(["gift"]), Side(["gift"]), (english, german), None)
    assert known.links().values[0] < 0.3 * unknown.links().values[0]


def test_forms() -> None:
    assert digits("1.234,5") == "12345"
    assert sounds("präsident") == sounds("prasident")
    assert sounds("photographie") == sounds("fotografie")
    assert common("haus", "hausen") == pytest.approx(4 / 6)
    known = {"präsidentschaft", "gipfel", "präsident", "schafts"}
    found = list(parts("präsidentschaftsgipfel", known.__contains__, ("s",)))
    assert found == [("präsidentschaft", "gipfel")]
    crowd = Beginnings([f"unter{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"], sounds)
    assert crowd.like("untergehen") == []


def test_a_documents_own_lexicon_needs_more_than_one_bead() -> None:
    source = Side(["alpha one", "alpha two", "alpha three", "beta four", "gamma", "delta"])
    target = Side(["aleph eins", "aleph zwei", "aleph drei", "beth vier", "g", "d"])
    beads = [Step(number, number, 1, 1, 1.0) for number in range(6)]
    rows, columns, values = own_lexicon(source, target, beads, WEIGHTS)
    found = {(source.vocabulary[r], target.vocabulary[c]): v for r, c, v in zip(rows, columns, values, strict=True)}
    assert found == {("alpha", "aleph"): pytest.approx(4 / 6)}


def test_lengths_that_fit_speak_for_a_bead_and_others_against() -> None:
    lengths = Lengths(mean=float(np.log(1.1)))
    ratios = lengths.ratio(np.array([100.0, 100.0, 100.0]), np.array([110.0, 40.0, 300.0]))
    assert ratios[0] > 0 > ratios[1]
    assert ratios[2] < 0


def test_a_missing_passage_does_not_change_the_length_of_sentences() -> None:
    assert Lengths.guessed(Side(["a" * 50] * 10), Side(["b" * 55] * 4)).mean == pytest.approx(np.log(1.1))


def test_paragraphs_count_as_far_as_they_agree() -> None:
    beads = [Step(number, number, 1, 1, 1.0) for number in range(40)]
    agree = Breaks.of([n // 4 for n in range(40)], [n // 4 for n in range(40)]).learned(beads)
    differ = Breaks.of([n // 4 for n in range(40)], [(n + 2) // 4 for n in range(40)]).learned(beads)
    assert agree.worth[1, 1] > 1 > differ.worth[1, 1]
    assert agree.worth[1, 0] < differ.worth[1, 0]
    assert agree.inside < 0


class Letters:
    """An encoder that counts letters."""

    name = "letters"

    def encode(self, texts: list[str]) -> Vectors:
        counts = np.array([[text.count(letter) for letter in "abcdef"] for text in texts], np.float32)
        length: Vectors = np.linalg.norm(counts, axis=1, keepdims=True)
        vectors: Vectors = (counts / np.maximum(length, 1)).astype(np.float32)
        return vectors


def test_an_encoder_tells_groups_that_mean_the_same() -> None:
    texts = ["aaa", "bbb", "ccc", "ddd"]
    meaning = Meaning.of(Letters(), texts, ["aaa bbb", "ccc", "ddd", "eee"])  # type: ignore[arg-type]
    here = np.zeros(1, dtype=np.int64)
    assert meaning.likeness(here, here, 2, 1)[0] > meaning.likeness(here, here, 1, 1)[0]
    assert meaning.likeness(here, here, 2, 1)[0] > meaning.likeness(here, here, 3, 1)[0]
