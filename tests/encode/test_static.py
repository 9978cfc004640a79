from __future__ import annotations

import importlib.util
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers

import mtqa
from mtqa.encode.static import StaticEncoder
from mtqa.errors import PackError

Rows = npt.NDArray[np.float32]

SHIPPED = Path(mtqa.__file__).parent / "packs" / "de-en" / "encoder"

TEXTS = [
    "Das Haus ist das Haus.",
    "the house - IS",
    "",
    "Haustür",
    "  das \t haus\nist ",
    "völlig unbekannt",
    "das\u00a0Haus",
    "Haus-Tür.",
    "Die Rüstungskontrolle ist wichtig, sagte der Präsident am 3. Mai 2017 („Bingo“ ½).",
]


def test_a_text_is_the_mean_of_its_token_vectors_at_length_one(write_model: Any, rows: Rows) -> None:
    mean = rows[[4, 1, 9, 7]].mean(axis=0)
    assert StaticEncoder(write_model()).encode(["Das Haus ist."])[0] == pytest.approx(
        mean / np.linalg.norm(mean), abs=1e-6
    )


@pytest.mark.parametrize("text", ["", " ", "völlig unbekannt"])
def test_a_text_without_known_tokens_is_all_zero(write_model: Any, text: str) -> None:
    assert not StaticEncoder(write_model()).encode(["das", text])[1].any()


def test_no_texts_give_no_rows(write_model: Any) -> None:
    assert StaticEncoder(write_model()).encode([]).shape == (0, 8)


def test_vectors_are_float32_and_of_length_one(write_model: Any) -> None:
    vectors = StaticEncoder(write_model()).encode(["das Haus", "the house is."])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-6)


def test_sums_of_parts_add_up_to_the_sum_of_the_whole(write_model: Any) -> None:
    encoder = StaticEncoder(write_model())
    parts, counts = encoder.sums(["Das Haus ist.", "The Haustür -"])
    whole, count = encoder.sums(["Das Haus ist. The Haustür -"])
    assert whole[0] == pytest.approx(parts.sum(axis=0), abs=1e-6)
    assert count.tolist() == [counts.sum()] == [8]


def test_a_words_vector_is_the_mean_of_its_subwords(write_model: Any, rows: Rows) -> None:
    vectors = StaticEncoder(write_model()).embed_words(["Haustür", "Tür", "xyz"])
    assert vectors[0] == pytest.approx((rows[1] + rows[3]) / 2, abs=1e-6)
    assert vectors[1] == pytest.approx(rows[6])
    assert not vectors[2].any()


WORDS = st.sampled_from(
    [
        "das",
        "Haus",
        "haustür.",
        "-",
        "\u00a0",
        "\t",
        "\x1c",
        "ist\x1cist",
        "Å",
        "ẞ",
        "e\u0301",
        "\u0308",
        "",
        "[UNK]",
        "a\ufffcb",
    ]
)


@settings(deadline=None)
@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=5))
def test_tokenizing_words_once_changes_no_sum(texts: list[str]) -> None:
    encoder = _shipped()
    assert encoder._by_word
    by_word, counts = encoder.sums(texts)
    whole, whole_counts = encoder._sum_texts(texts)
    assert by_word == pytest.approx(whole, abs=1e-5)
    assert counts.tolist() == whole_counts.tolist()


def test_a_vector_depends_on_its_own_text_alone() -> None:
    encoder = _shipped()
    many = [f"{text} {number % 997}" for number in range(2_500) for text in TEXTS]
    together = encoder.encode(many)
    for number in (0, 8_191, 16_383, 16_384, len(many) - 1):
        assert (encoder.encode([many[number]])[0] == together[number]).all()


def test_a_tokenizer_that_looks_across_spaces_gets_whole_texts(write_model: Any) -> None:
    encoder = StaticEncoder(write_model(splits=pre_tokenizers.Metaspace()))
    assert not encoder._by_word
    assert encoder.encode(["das haus"]).shape == (1, 8)


@pytest.mark.parametrize(
    ("pattern", "by_word"), [("\ufffc", True), ("a b", False), (Regex("a"), False), (Regex(r"(?<= )a"), False)]
)
def test_words_are_tokenized_once_where_the_normaliser_looks_at_no_neighbours(
    write_model: Any, pattern: str | Regex, by_word: bool
) -> None:
    folder = write_model()
    changed = Tokenizer.from_file(str(folder / "tokenizer.json"))
    changed.normalizer = normalizers.Sequence([normalizers.Replace(pattern, " "), normalizers.Lowercase()])
    changed.save(str(folder / "tokenizer.json"))
    encoder = StaticEncoder(folder)
    assert encoder._by_word is by_word
    assert encoder.sums(["the Tür"])[1].tolist() == [2]


def test_a_text_of_many_words_is_not_cut_off(write_model: Any, rows: Rows) -> None:
    sums, counts = StaticEncoder(write_model()).sums(["das " * 9_999 + "haus"])
    assert counts[0] == 10_000
    assert sums[0] == pytest.approx(9_999 * rows[4] + rows[1], rel=1e-3)


def test_loading_imports_neither_torch_nor_sentence_transformers(write_model: Any) -> None:
    code = (
        "import sys; from mtqa.encode.static import StaticEncoder; "
        f"StaticEncoder({str(write_model())!r}).encode(['das']); "
        "print(sorted({'torch', 'sentence_transformers', 'transformers', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_folder_without_a_tokenizer_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        PackError, match=r"tokenizer\.json: expected the tokenizer of a static encoder, found no such file"
    ):
        StaticEncoder(tmp_path)


def test_a_damaged_tokenizer_is_named(write_model: Any) -> None:
    folder = write_model()
    (folder / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(PackError, match=r"tokenizer\.json: expected a tokenizer, found .*; fetch or build"):
        StaticEncoder(folder)


def test_a_table_with_too_few_rows_is_refused(write_model: Any, rows: Rows) -> None:
    with pytest.raises(PackError, match="expected a row for each of the tokenizer's 11 tokens, found 5"):
        StaticEncoder(write_model({"embedding.weight": rows[:5]}))


@cache
def _shipped() -> StaticEncoder:
    return StaticEncoder(SHIPPED, "de-en")


def test_the_shipped_encoder_finds_the_translation() -> None:
    german = _shipped().encode(["Die Regierung hat das Gesetz gestern abgelehnt.", "Meine Katze schläft auf dem Sofa."])
    english = _shipped().encode(["My cat sleeps on the sofa.", "Yesterday the government rejected the law."])
    assert (german @ english.T).argmax(axis=1).tolist() == [1, 0]


def test_the_shipped_encoder_is_small_enough_to_carry() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) <= 9_000_000


@pytest.mark.skipif(importlib.util.find_spec("sentence_transformers") is None, reason="needs the extra models")
class TestAgainstSentenceTransformers:
    def test_the_shipped_encoder_gives_the_same_vectors(self) -> None:
        assert _shipped().encode(TEXTS) == pytest.approx(_reference(SHIPPED), abs=1e-5)

    @pytest.mark.parametrize("stored", ["float32", "float16", "eight bits", "shared rows"])
    def test_every_way_to_store_the_rows_gives_the_same_vectors(
        self, write_model: Any, rows: Rows, stored: str
    ) -> None:
        ways: dict[str, dict[str, npt.NDArray[Any]]] = {
            "float32": {"embedding.weight": rows},
            "float16": {"embeddings": rows.astype(np.float16), "weights": np.linspace(0.5, 2, 11).astype(np.float32)},
            "eight bits": {"embeddings": (rows * 30).astype(np.int8), "weights": np.full(11, 1 / 30, np.float32)},
            "shared rows": {"embeddings": rows[:6], "mapping": np.array([0, 1, 1, 2, 3, 3, 2, 4, 4, 5, 5], np.int64)},
        }
        folder = write_model(ways[stored])
        assert StaticEncoder(folder).encode(TEXTS) == pytest.approx(_reference(folder), abs=1e-5)


def _reference(folder: Path) -> Rows:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return np.asarray(model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False), np.float32)
