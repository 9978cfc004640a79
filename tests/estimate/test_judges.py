"""Judges of the user's, run by the libraries of the extra ``models`` on tiny models."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mtqa.errors import SettingsError
from mtqa.estimate.base import Judge, Pair
from mtqa.estimate.find import find_judges
from mtqa.estimate.word import bad_label
from mtqa.text.runs import runs
from mtqa.text.words import tokens
from tests.estimate.models import PLACES, rename_architecture, write_judge

SOURCES = ("The ship left the harbour.", "The ship left.", "Left, the ship!", "The harbour left the ship, the harbour.")
TARGETS = ("Das Schiff verließ den Hafen.", "Das Schiff ging.", "Links, das See-Schiff!", "Hafen ab.")


def pairs(times: int = 1) -> list[Pair]:
    """Every source with every target."""
    return [_pair(source, target) for source in SOURCES for target in TARGETS] * times


def _pair(source: str, target: str) -> Pair:
    return Pair(source, target, tuple(runs(tokens(target))))


def one(folder: Path) -> Judge:
    [judge] = find_judges([str(folder)])
    return judge


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(
        SettingsError, match=r'judge team/qe: .* run pip install "mtqa\[models\]", or leave the judge out'
    ):
        find_judges(["team/qe"])


def test_without_judges_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    assert find_judges([]) == []


@pytest.mark.parametrize(
    ("labels", "bad"),
    [(("OK", "BAD"), 1), (("BAD", "OK"), 0), (("LABEL_0", "LABEL_1"), 1), (("0", "1"), 1), (("error", "x"), 0),
     (("strange", "good"), 0)],
)  # fmt: skip
def test_the_bad_label_is_known_by_its_name_or_by_the_other_s(labels: tuple[str, ...], bad: int) -> None:
    assert bad_label("qe", dict(enumerate(labels))) == bad


@pytest.mark.parametrize("labels", [("A", "B"), ("OK", "BAD", "GAP"), ("BAD", "ERROR"), ("BAD",)])
def test_labels_that_do_not_say_what_is_bad_are_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError, match=r"judge qe: expected two labels such as OK and BAD, found"):
        bad_label("qe", dict(enumerate(labels)))


class TestWithTheExtra:
    @pytest.fixture(autouse=True)
    def _needs_the_extra(self) -> None:
        pytest.importorskip("sentence_transformers")

    @pytest.mark.parametrize("words", [False, True])
    def test_an_estimate_does_not_depend_on_what_else_is_asked(self, tmp_path: Path, words: bool) -> None:
        judge = one(write_judge(tmp_path / "qe", words=words))
        asked = pairs(3)
        together = judge.estimate(asked)
        assert len({found.score for found in together}) > 10
        assert together == judge.estimate(asked)
        for others in ([judge.estimate([pair])[0] for pair in asked], judge.estimate(asked[::-1])[::-1]):
            for found, other in zip(together, others, strict=True):
                assert found.score == pytest.approx(other.score, abs=0.011)
                assert found.risks == pytest.approx(other.risks, abs=1.1e-4)

    def test_a_number_without_a_named_activation_counts_as_it_is_and_0_to_1_times_100(self, tmp_path: Path) -> None:
        near_one, near_60 = (one(write_judge(tmp_path / str(bias), bias=bias)) for bias in (0.5, 60.0))
        asked = pairs()
        raw = [found.score for found in near_60.estimate(asked)]
        assert 57 < min(raw) < max(raw) < 63
        hundredfold = [found.score for found in near_one.estimate(asked)]
        assert hundredfold == pytest.approx([100 * (value - 59.5) for value in raw], abs=1.1)
        assert "(0 to 1, times 100)" in near_one.said
        assert "(as it is)" in near_60.said

    def test_a_named_activation_is_applied(self, tmp_path: Path) -> None:
        plain, named = (one(write_judge(tmp_path / str(flag), bias=0.5, sigmoid=flag)) for flag in (False, True))
        raw = np.array([found.score for found in plain.estimate(pairs())]) / 100
        assert [found.score for found in named.estimate(pairs())] == pytest.approx(100 / (1 + np.exp(-raw)), abs=0.011)

    def test_it_is_what_the_library_says(self, tmp_path: Path) -> None:
        from sentence_transformers import CrossEncoder

        folder = write_judge(tmp_path / "qe", sigmoid=True)
        library = CrossEncoder(str(folder), device="cpu", local_files_only=True)
        expected = library.predict([(pair.source, pair.target) for pair in pairs()])
        assert [found.score for found in one(folder).estimate(pairs())] == pytest.approx(100 * expected, abs=0.011)

    def test_a_word_s_risk_is_that_of_its_first_token_and_the_score_what_is_left(self, tmp_path: Path) -> None:
        import torch
        from transformers import AutoModelForTokenClassification, AutoTokenizer

        folder = str(write_judge(tmp_path / "qe", words=True, bias=1.0))
        pair = _pair("The ship left.", "Das See-Schiff (alt) verließ.")
        [found] = one(Path(folder)).estimate([pair])
        tokenizer = AutoTokenizer.from_pretrained(folder)
        encoded = tokenizer(pair.source, pair.target, return_tensors="pt")
        with torch.inference_mode():
            chances = AutoModelForTokenClassification.from_pretrained(folder)(**encoded).logits.softmax(-1)[0, :, 1]
        pieces = tokenizer.convert_ids_to_tokens(encoded["input_ids"][0])
        second = pieces.index("[SEP]")
        first = [pieces.index(piece, second) for piece in ("das", "s", "a", "verließ")]
        assert found.risks == pytest.approx([float(chances[at]) for at in first], abs=1e-4)
        assert found.score == pytest.approx(100 * (1 - np.mean(found.risks)), abs=0.02)

    def test_words_that_were_cut_off_have_no_risk_and_do_not_count(self, tmp_path: Path) -> None:
        judge = one(write_judge(tmp_path / "qe", words=True))
        short, long = _pair("The ship.", "Das Schiff."), _pair("The ship.", "Das Schiff " * PLACES)
        assert judge.limit == PLACES
        assert judge.length(short) == 9
        assert judge.length(long) > PLACES
        [found] = judge.estimate([long])
        known = [risk for risk in found.risks if risk == risk]
        assert 30 < len(known) < PLACES < len(found.risks)
        assert found.score == pytest.approx(100 * (1 - np.mean(known)), abs=0.02)

    def test_a_target_without_words_has_no_score_by_words(self, tmp_path: Path) -> None:
        [found] = one(write_judge(tmp_path / "qe", words=True)).estimate([_pair("The ship.", "…")])
        assert found.score != found.score

    def test_a_model_that_loses_its_first_positions_is_never_asked_for_more(self, tmp_path: Path) -> None:
        """RoBERTa counts places from behind that of the padding: a pair of 48 tokens would be out of its range."""
        from transformers import AutoTokenizer, XLMRobertaConfig, XLMRobertaForSequenceClassification

        tokenizer = AutoTokenizer.from_pretrained(write_judge(tmp_path / "bert"))
        configuration: Any = XLMRobertaConfig
        config = configuration(
            vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
            max_position_embeddings=PLACES, pad_token_id=0, num_labels=1,
        )  # fmt: skip
        XLMRobertaForSequenceClassification(config).save_pretrained(tmp_path / "xlmr")
        tokenizer.save_pretrained(tmp_path / "xlmr")
        judge = one(tmp_path / "xlmr")
        assert judge.limit == PLACES - 1
        [found] = judge.estimate([_pair("The ship.", "Das Schiff " * PLACES)])
        assert found.score == found.score

    def test_nothing_in_what_it_is_called_is_a_path(self, tmp_path: Path) -> None:
        for words in (False, True):
            judge = one(write_judge(tmp_path / f"qe-{words}", words=words))
            assert judge.name == f"qe-{words}"
            assert str(tmp_path) not in judge.said
            assert judge.said.startswith(f"qe-{words}: a ")
            for library in ("sentence-transformers", "transformers", "torch"):
                assert f"{library} " in judge.said

    def test_loading_says_nothing(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        folders = [write_judge(tmp_path / name, words=name == "w") for name in ("s", "w")]
        capfd.readouterr()
        for folder in folders:
            one(folder).estimate(pairs())
        assert capfd.readouterr() == ("", "")

    def test_two_scores_of_one_name_are_refused(self, tmp_path: Path) -> None:
        first, second = (str(write_judge(tmp_path / parent / "qe")) for parent in ("a", "b"))
        with pytest.raises(SettingsError, match="found that there is another score called 'qe'; rename the folder"):
            find_judges([first, second])
        with pytest.raises(SettingsError, match="another score called 'qe'"):
            find_judges([first], ["qe"])
        assert len(find_judges([first, first])) == 1

    @pytest.mark.parametrize("name", ["nobody/no-such-judge", "./no-such-folder"])
    def test_a_model_that_is_not_here_is_one_sentence(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        with pytest.raises(SettingsError, match=f"judge {name}: expected a judge .* on this machine") as caught:
            find_judges([name])
        assert "\n" not in str(caught.value)
        assert ("download it once with: hf download" in str(caught.value)) == name.startswith("nobody")

    def test_a_model_that_is_no_judge_is_one_sentence(self, tmp_path: Path) -> None:
        masked = rename_architecture(write_judge(tmp_path / "mlm"), "BertForMaskedLM")
        with pytest.raises(SettingsError, match=r"expected a judge .*, found BertForMaskedLM; name another model"):
            one(masked)
        classes = write_judge(tmp_path / "classes", labels=("a", "b", "c"))
        with pytest.raises(SettingsError, match="expected a head that gives one number, found 3 labels"):
            one(classes)
        damaged = write_judge(tmp_path / "damaged")
        (damaged / "model.safetensors").write_bytes(b"no model")
        with pytest.raises(
            SettingsError, match="expected a cross-encoder on this machine, found that it cannot be loaded"
        ):
            one(damaged)

    @pytest.mark.parametrize("words", [False, True])
    def test_a_model_that_cannot_read_pairs_is_one_sentence(self, tmp_path: Path, words: bool) -> None:
        """Its tokenizer knows more words than the model has vectors for."""
        folder = write_judge(tmp_path / "qe", words=words)
        path = folder / "tokenizer.json"
        path.write_text(path.read_text(encoding="utf-8").replace('"h": ', '"h": 9'), encoding="utf-8")
        with pytest.raises(SettingsError, match=r"that reads pairs on this machine, found that it cannot be loaded \("):
            one(folder)

    @pytest.mark.parametrize("kind", ["BertForTokenClassification", "BertForSequenceClassification"])
    def test_a_model_without_its_head_is_refused_and_not_made_up(self, tmp_path: Path, kind: str) -> None:
        words = "Token" in kind
        folder = rename_architecture(write_judge(tmp_path / "qe", words=words, headless=True), kind)
        with pytest.raises(SettingsError, match=r"found no classifier(\.bias)?; name a model that was trained"):
            one(folder)
