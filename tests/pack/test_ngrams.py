from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.pack import vocabulary as vocabulary_module
from mtqa.pack.corpus import Collector, Types
from mtqa.pack.kneser_ney import discounts
from mtqa.pack.ngrams import NgramModel
from mtqa.pack.ngrams_train import Size, train_model
from mtqa.pack.vocabulary import BEGIN, CAPITALISED, CLASSES, MARK, MASKED, NUMBER, UNKNOWN, YEAR
from mtqa.text.words import FILLER, words

if TYPE_CHECKING:
    from pathlib import Path

SUBJECTS = ("Der Hund", "Die Katze", "Das Kind", "Der alte Mann", "Eine Frau")
VERBS = ("sieht", "findet", "kauft", "liest", "malt", "mag")
OBJECTS = ("das Haus", "den Garten", "ein Buch", "die Karten", "der Frau den Hund", "das alte Haus", "5 Karten")


def sentences(count: int = 400) -> list[str]:
    chosen = random.Random(7)
    return [f"{chosen.choice(SUBJECTS)} {chosen.choice(VERBS)} {chosen.choice(OBJECTS)}." for _ in range(count)]


def train(texts: list[str], size: Size) -> NgramModel:
    types = Types()
    collector = Collector(types)
    for text in texts:
        collector.add(text)
    return train_model(types.names, collector.sentences(), size)


@pytest.fixture(scope="module")
def model() -> NgramModel:
    return train(sentences(), Size(words=40, grams=(60, 60, 40), seen=1))


@pytest.mark.parametrize(
    "context", ["", "Der", "Der Hund", "Das Kind liest", "Die Katze mag die", "kauft Zebra", "alte alte Haus ."]
)
def test_the_probabilities_of_all_that_may_follow_sum_to_one(model: NgramModel, context: str) -> None:
    before = words(context)
    # every entry of the vocabulary as a token: capitals only stand where they are told from beginnings
    tokens, _ = model.vocabulary.encode([before])
    flat = np.concatenate([np.append(tokens[:-1], word) for word in range(len(model.vocabulary)) if word != BEGIN])
    size = len(tokens)
    starts = np.arange(0, len(flat) + 1, size)
    score, _ = model._look_up(flat.astype(np.int32), starts)
    entries = [word for word in range(len(model.vocabulary)) if word != BEGIN]
    total = sum(
        10.0 ** float(score[i * size + size - 1]) * int(model.vocabulary.types[w]) for i, w in enumerate(entries)
    )
    assert total == pytest.approx(1, abs=0.03)


def test_every_list_has_the_shape_that_the_protocol_says(model: NgramModel) -> None:
    texts = [words("Der Hund sieht das Haus."), [], ["Hund"]]
    assert [len(found) for found in model.score(texts)] == [7, 1, 2]
    assert [len(found) for found in model.unigram(texts)] == [6, 0, 1]
    assert [len(found) for found in model.order(texts)] == [7, 1, 2]
    assert model.score([]) == []


def test_a_batch_gives_what_its_sentences_give_one_by_one(model: NgramModel) -> None:
    texts = [words(text) for text in [*sentences(20), "", "Zebra frisst Gras."]]
    batch = model.scores(texts)
    for place, text in enumerate(texts):
        assert batch.score[place].tolist() == model.score([text])[0].tolist()
        assert batch.unigram[place].tolist() == model.unigram([text])[0].tolist()
        assert batch.order[place].tolist() == model.order([text])[0].tolist()


def test_what_is_remembered_follows_the_sentences(model: NgramModel) -> None:
    texts = [words("Der Hund sieht das Haus.")]
    before = model.score(texts)[0].tolist()
    texts[0][1] = "Mann"
    assert model.score(texts)[0].tolist() != before
    texts[0][1] = "Hund"
    assert model.score(texts)[0].tolist() == before


def test_answers_cannot_be_changed_by_who_reads_them(model: NgramModel) -> None:
    [score] = model.score([words("Der Hund")])
    with pytest.raises(ValueError, match="read-only"):
        score[0] = 0


def test_right_order_is_more_probable_than_wrong(model: NgramModel) -> None:
    right, wrong = model.score([words("Der Hund sieht das alte Haus."), words("Hund der alte sieht Haus das.")])
    assert right.sum() > wrong.sum() + 3


def test_known_n_grams_have_long_orders_and_unknown_words_none(model: NgramModel) -> None:
    [order] = model.order([words("Der Hund sieht das Zebra.")])
    assert order[1] >= 2
    assert order[4] == 0


def test_an_unknown_word_costs_more_than_any_known_one_in_its_place(model: NgramModel) -> None:
    known, unknown = model.score([words("Der Hund sieht das Haus."), words("Der Hund sieht das Xylophon.")])
    assert unknown[4] < known[4]


def test_a_capital_at_the_beginning_is_read_as_the_usual_casing(model: NgramModel) -> None:
    number = model.vocabulary.numbers
    for text in ("Das Haus", "„Das Haus", "Ja: Das Haus"):
        tokens, _ = model.vocabulary.encode([words(text)])
        assert tokens[-3] == number["das"]
        assert tokens[-2] == number["Haus"]
    within, _ = model.vocabulary.encode([words("sieht Das")])
    assert within[2] != number["das"]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("2019", YEAR),
        ("7,2", NUMBER),
        ("99", NUMBER),
        ("Zebra", CAPITALISED),
        ("zebra", UNKNOWN),
        ("§", MARK),
        (FILLER * 4, MASKED),
    ],
)
def test_what_is_no_known_word_has_a_class(model: NgramModel, token: str, expected: int) -> None:
    assert model.vocabulary.number(token) == expected


def test_words_in_capitals_are_known_by_their_usual_casing(model: NgramModel) -> None:
    assert model.vocabulary.number("HAUS") == model.vocabulary.number("Haus") >= len(CLASSES)


def test_words_are_in_the_vocabulary_in_their_casing_or_capitalised_or_not(model: NgramModel) -> None:
    assert "Haus" in model
    assert "Alte" in model
    assert "haus" not in model
    assert 5 not in model


def test_a_model_that_was_saved_gives_the_same(model: NgramModel, tmp_path: Path) -> None:
    model.save(tmp_path / "model")
    again = NgramModel.load(tmp_path / "model")
    texts = [words(text) for text in sentences(30)]
    for one, other in zip(model.score(texts), again.score(texts), strict=True):
        assert np.abs(one - other).max() < 0.01  # single words are stored in half precision
    assert [found.tolist() for found in again.order(texts)] == [found.tolist() for found in model.order(texts)]


def test_a_smaller_model_knows_fewer_n_grams_and_predicts_a_little_worse() -> None:
    small = train(sentences(), Size(words=40, grams=(10, 5), seen=1))
    large = train(sentences(), Size(words=40, grams=(200, 200), seen=1))
    texts = [words(text) for text in sentences(30)]
    assert sum(len(level.keys) for level in small.levels) < sum(len(level.keys) for level in large.levels)
    assert np.concatenate(small.score(texts)).mean() < np.concatenate(large.score(texts)).mean()


def test_forgetting_tokens_changes_no_result(model: NgramModel, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [words(text) for text in sentences(10)]
    before = [found.tolist() for found in model.score(texts)]
    monkeypatch.setattr(vocabulary_module, "REMEMBERED", 1)
    assert [found.tolist() for found in model.score(texts)] == before


def test_a_text_of_one_sentence_makes_a_model() -> None:
    model = train(["Ein Satz."], Size(words=10, grams=(10, 10), seen=1))
    assert np.isfinite(model.score([words("Ein anderer Satz.")])[0]).all()


def test_discounts_are_those_of_chen_and_goodman() -> None:
    counts = np.repeat([1, 2, 3, 4], [100, 40, 20, 10])
    share = 100 / 180
    assert discounts(counts).tolist() == pytest.approx(
        [0, 1 - 2 * share * 40 / 100, 2 - 3 * share * 20 / 40, 3 - 4 * share * 10 / 20]
    )


def test_discounts_of_too_little_text_are_one_half() -> None:
    assert discounts(np.array([1, 1, 2])).tolist() == [0, 0.5, 0.5, 0.5]
