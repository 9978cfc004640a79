from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mtqa.encode.static import StaticEncoder
from mtqa.errors import PackError
from mtqa.pack.train_encoder import Sides, thinned, train_encoder
from mtqa.pack.train_tokenizer import train_tokenizer

if TYPE_CHECKING:
    from pathlib import Path

WORDS = {
    "Haus": "house", "Katze": "cat", "Baum": "tree", "Wasser": "water", "Brot": "bread", "Straße": "street",
    "Kind": "child", "Berg": "mountain", "Vogel": "bird", "Tisch": "table", "Fenster": "window", "Stadt": "city",
}  # fmt: skip
DEEDS = {"sieht": "sees", "sucht": "seeks", "findet": "finds", "zeigt": "shows", "liebt": "loves"}

PAIRS = [
    (f"Das {one} {deed} das {two}.", f"The {WORDS[one]} {DEEDS[deed]} the {WORDS[two]}.")
    for one in WORDS
    for deed in DEEDS
    for two in WORDS
    if one < two
]


@pytest.fixture
def _needs_the_extra() -> None:
    pytest.importorskip("sentence_transformers")


needs_the_extra = pytest.mark.usefixtures("_needs_the_extra")


def train(folder: Path, **options: Any) -> Path:
    train_encoder(PAIRS[::2], folder, **{"vocabulary": 300, "dimensions": 16, "epochs": 12, **options})
    return folder


@needs_the_extra
def test_pairs_it_never_saw_are_found(tmp_path: Path) -> None:
    encoder = StaticEncoder(train(tmp_path / "encoder"))
    unseen = PAIRS[1::20]
    german, english = (encoder.encode([pair[side] for pair in unseen]) for side in (0, 1))
    found = (german @ english.T).argmax(axis=1)
    assert (found == np.arange(len(unseen))).mean() > 0.9


@needs_the_extra
def test_the_same_pairs_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (train(tmp_path / name, epochs=1) for name in ("first", "second"))
    names = sorted(file.relative_to(first) for file in first.rglob("*") if file.is_file())
    assert {name.name for name in names} >= {"model.safetensors", "tokenizer.json", "modules.json"}
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()


@needs_the_extra
def test_another_seed_gives_another_model(tmp_path: Path) -> None:
    models = [train(tmp_path / str(seed), epochs=1, seed=seed) / "model.safetensors" for seed in (0, 1)]
    assert models[0].read_bytes() != models[1].read_bytes()


@needs_the_extra
def test_sentence_transformers_loads_it_and_gives_unit_vectors(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    folder = train(tmp_path / "encoder", epochs=1)
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    texts = ["Das Haus sieht Boston.", "The cat", ""]
    assert StaticEncoder(folder).encode(texts) == pytest.approx(model.encode(texts), abs=1e-5)


@needs_the_extra
def test_an_older_model_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    folder.mkdir()
    (folder / "old.txt").write_text("left over", encoding="utf-8")
    train(folder, epochs=1)
    assert not (folder / "old.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["encoder"]


@needs_the_extra
def test_progress_ends_each_epoch_complete(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    train(tmp_path / "encoder", epochs=2, progress=lambda *report: seen.append(report))
    last = {stage: (done, total) for stage, done, total in seen}
    assert list(last) == ["encoder, epoch 1 of 2", "encoder, epoch 2 of 2"]
    assert all(done == total for done, total in last.values())


@needs_the_extra
def test_torch_is_left_as_it_was_found(tmp_path: Path) -> None:
    import torch

    before = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    train(tmp_path / "encoder", epochs=1)
    assert (torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()) == before


@pytest.mark.parametrize("pairs", [[], [("Das Haus", "The house")], [("Das Haus", "The house"), ("", "The cat")]])
def test_too_few_pairs_are_refused(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(PackError, match=r"expected at least two pairs to train an encoder on, found [01]; give more"):
        train_encoder(pairs, tmp_path / "encoder")


def test_without_the_extra_the_error_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(PackError, match=r'found none .*; run pip install "mtqa\[models\]"'):
        train_encoder(PAIRS[:4], tmp_path / "encoder")


def test_a_batch_never_holds_a_text_twice_and_no_pair_is_lost() -> None:
    pairs = [
        ("Hallo", "Hello"),
        ("Hallo", "Hi"),
        ("Guten Tag", "Hello"),
        ("Katze", "cat"),
        ("Hund", "dog"),
        ("Kuh", "cow"),
    ]
    sides = Sides(train_tokenizer([text for pair in pairs for text in pair], 200), pairs)
    batches = [batch.tolist() for batch in sides.batches(np.arange(6), 2)]
    assert sorted(number for batch in batches for number in batch) == [0, 1, 2, 3, 4, 5]
    for first, second in batches:
        assert pairs[first][0] != pairs[second][0]
        assert pairs[first][1] != pairs[second][1]


@pytest.mark.parametrize(
    ("weight", "kept"), [(0.0, 0), (0.03, 3), (0.25, 25), (0.5, 50), (0.7, 70), (1.0, 100), (3.0, 100)]
)
def test_an_origin_keeps_the_share_that_it_weighs(weight: float, kept: int) -> None:
    pairs = [(f"{number}", "", origin) for number in range(100) for origin in ("docs", "talk")]
    found = list(thinned(pairs, {"docs": weight}))
    assert len(found) == 100 + kept


def test_what_an_origin_keeps_is_spread_over_it() -> None:
    kept = [int(number) for number, _ in thinned([(str(number), "", "docs") for number in range(100)], {"docs": 0.25})]
    assert {after - before for before, after in pairwise(kept)} == {4}
