"""A small world: a tiny corpus of two languages, and the pack that is trained on it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from mtqa.pack.ngrams_train import Size
from mtqa.pack.train import Recipe, train_pack

if TYPE_CHECKING:
    from pathlib import Path

WHO = {"the man": "der Mann", "the woman": "die Frau", "the child": "das Kind", "a dog": "ein Hund"}
DOES = {"sees": "sieht", "finds": "findet", "buys": "kauft", "reads": "liest"}
WHAT = {"a house": "ein Haus", "the book": "das Buch", "the garden": "den Garten", "5 cards": "5 Karten"}


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


PAIRS = [
    (capital(f"{a} {b} {c}."), capital(f"{WHO[a]} {DOES[b]} {WHAT[c]}."), "grammar")
    for a, b, c in product(WHO, DOES, WHAT)
]
"""Every who with every verb and object, in English and German."""
PAIRS += [("Click the power card.", "Klicken Sie auf die Powerkarte.", "software")] * 4


@pytest.fixture
def corpus(tmp_path: Path) -> Recipe:
    """A recipe with the tiny corpus on disk, without an encoder."""
    parallel, mono = tmp_path / "pairs.tsv", tmp_path / "mono.txt"
    parallel.write_text("".join("\t".join(pair) + "\n" for pair in PAIRS), encoding="utf-8")
    mono.write_text("Das Haus ist alt.\nIm Haus wohnt die Frau.\nAlte Häuser sind schön.\n", encoding="utf-8")
    size = Size(words=500, grams=(500, 500, 500), seen=1)
    licences = {"grammar": {"licence": "CC0-1.0", "repo": "here/there"}}
    weights = {"software": 0.5}
    return Recipe("en", "de", (parallel,), (), (mono,), weights, licences, (size, size), encoder=False)


@pytest.fixture
def pack(corpus: Recipe, tmp_path: Path) -> Path:
    """The folder of the pack trained on the tiny corpus."""
    train_pack(corpus, tmp_path / "pack")
    return tmp_path / "pack"
