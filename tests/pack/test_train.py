from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.errors import PackError, WriteError
from mtqa.pack.manifest import contents
from mtqa.pack.notice import notice
from mtqa.pack.train import Recipe, thinned, train_pack
from mtqa.pack.word_list import load_words

if TYPE_CHECKING:
    from pathlib import Path


def test_training_twice_gives_the_same_bytes(corpus: Recipe, tmp_path: Path) -> None:
    for name in ("one", "two"):
        train_pack(corpus, tmp_path / name)
    assert (tmp_path / "one" / "manifest.json").read_bytes() == (tmp_path / "two" / "manifest.json").read_bytes()
    names = [name for name, _ in contents(tmp_path / "one")]
    assert names == [name for name, _ in contents(tmp_path / "two")]
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)


def test_the_manifest_says_what_the_pack_was_made_of(pack: Path) -> None:
    manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
    sources = {source["id"]: source for source in manifest["sources"]}
    assert manifest["pairs"] == 68
    assert sources["grammar"] == {
        "id": "grammar",
        "pairs": 64,
        "weight": 1.0,
        "licence": "CC0-1.0",
        "repo": "here/there",
    }
    assert sources["software"]["weight"] == 0.5
    assert sources["mono.txt"] == {"id": "mono.txt", "language": "de", "sentences": 3}
    assert set(manifest["files"]) == {name for name, _ in contents(pack)}


def test_the_notice_names_every_source_with_its_licence(corpus: Recipe, tmp_path: Path) -> None:
    text = notice(train_pack(replace(corpus, weights={"software": 0.0}), tmp_path / "pack"))
    assert "* grammar (here/there): CC0-1.0\n" in text
    assert "* mono.txt: licence not stated\n" in text
    assert "software" not in text


def test_an_origin_without_weight_teaches_nothing(corpus: Recipe, tmp_path: Path) -> None:
    train_pack(replace(corpus, weights={"software": 0.0}), tmp_path / "pack")
    assert "powerkarte" not in load_words(tmp_path / "pack" / "lexicon" / "words", "target")
    assert "Powerkarte" not in load_words(tmp_path / "pack" / "ngrams" / "de", "words")


def test_an_older_pack_is_replaced(corpus: Recipe, pack: Path) -> None:
    (pack / "leftover").write_text("old")
    train_pack(corpus, pack)
    assert not (pack / "leftover").exists()


def test_a_quality_model_trained_apart_is_kept_and_listed(corpus: Recipe, pack: Path) -> None:
    (pack / "quality").mkdir()
    (pack / "quality" / "scores.json").write_text("{}")
    manifest = train_pack(corpus, pack)
    assert (pack / "quality" / "scores.json").read_text() == "{}"
    assert "quality/scores.json" in manifest["files"]


def test_anything_else_at_the_place_is_left_alone(corpus: Recipe, tmp_path: Path) -> None:
    place = tmp_path / "precious"
    place.mkdir()
    (place / "thesis.txt").write_text("years of work")
    with pytest.raises(WriteError, match="expected a new folder or an older pack"):
        train_pack(corpus, place)
    assert (place / "thesis.txt").read_text() == "years of work"


def test_a_failure_leaves_nothing_behind_and_the_old_pack_as_it_was(corpus: Recipe, pack: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.tsv"
    empty.write_text("")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(PackError, match="expected pairs to learn from, found none"):
        train_pack(replace(corpus, parallel=(empty,)), pack)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (pack / "manifest.json").is_file()


def test_one_language_twice_is_refused(corpus: Recipe, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="expected two languages, found 'en' twice"):
        train_pack(replace(corpus, target="en"), tmp_path / "pack")


def test_without_sentence_transformers_one_sentence_says_what_to_install(
    corpus: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(PackError, match=r"install mtqa\[models\], or leave the encoder out with --no-encoder"):
        train_pack(replace(corpus, encoder=True), tmp_path / "pack")
    assert not (tmp_path / "pack").exists()


def test_progress_reaches_the_end_of_every_stage(corpus: Recipe, tmp_path: Path) -> None:
    heard: dict[str, tuple[int, int]] = {}
    train_pack(corpus, tmp_path / "pack", lambda stage, done, total: heard.update({stage: (done, total)}))
    assert heard == {"aligning words": (8, 8), "counting en": (4, 4), "counting de": (4, 4)}


@pytest.mark.parametrize(("weight", "taken"), [(0.0, 0), (0.25, 25), (0.5, 50), (1.0, 100), (3.0, 100)])
def test_thinning_takes_the_weight_s_share(weight: float, taken: int) -> None:
    assert thinned(np.full(100, weight, dtype=np.float32)).sum() == taken
