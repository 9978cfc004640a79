"""What triggers rules is the same whether it was kept or is worked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.knowledge import triggers
from mtqa.knowledge.rules import KINDS, Rule, _calls
from mtqa.knowledge.triggers import Index, read

CELLS = {"right": "Haus", "cues": "", "unless": "", "doubt": ""}
RULES = {
    word: [
        Rule(next(iter(KINDS)), word, "a meaning", "noun", ("en", "de"), CELLS | {"wrong": wrong})
        for wrong in ("Scheune * Tor|*|=Ställe", "Stall/Hof Tür|Häuser")
    ]
    for word in ("barn", "stable")
}


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path))
    monkeypatch.setattr(triggers, "FEW", 1)
    monkeypatch.setattr(triggers, "MANY", 2)
    return tmp_path


def test_a_run_that_asks_for_many_keeps_all_for_the_next(cache: Path) -> None:
    first = Index(RULES, _calls)
    worked_out = {word: first.calls(word) for word in RULES}
    assert worked_out["barn"]["scheune"] == [(0, 0)]
    assert worked_out["barn"]["ställe"] == [(0, 1)]  # „*“ alone is no rendering
    assert len(list(cache.glob("rules-en-de-*.npz"))) == 1
    later = Index(RULES, lambda _rules: {})
    kept = {word: {target: read(calls) for target, calls in later.calls(word).items()} for word in RULES}
    assert kept == worked_out


def test_what_was_kept_of_other_tables_is_not_read() -> None:
    first = Index(RULES, _calls)
    for word in RULES:
        first.calls(word)
    fewer = {"barn": RULES["barn"][:1]}
    assert Index(fewer, lambda _rules: {}).calls("barn") == {}


def test_a_run_that_asks_for_few_keeps_nothing(cache: Path) -> None:
    Index(RULES, _calls).calls("barn")
    assert list(cache.iterdir()) == []
