"""Findings in doubtful beads."""

from __future__ import annotations

from typing import Any

import pytest

from mtqa.flag import flag
from mtqa.frames import SEGMENTS


def one(source: str, target: str, bead: str, alignment: float, moved: int = 0) -> list[dict[Any, Any]]:
    row = {"document": "d", "segment": 0, "source": source, "target": target, "reference": "", "target_lang": "de",
           "source_lang": "en", "bead": bead, "alignment": alignment, "moved": moved}  # fmt: skip
    return flag(SEGMENTS.build([row])).to_dict("records")


def test_a_finding_that_compares_says_that_the_alignment_is_doubtful() -> None:
    [sure], [doubtful] = (one("It costs 300 euros.", "Das kostet 500 Euro.", "1-1", value) for value in (0.95, 0.6))
    assert "doubtful" not in str(sure["message"])
    assert str(doubtful["message"]).endswith("But the alignment is doubtful here (60% sure).")
    assert float(str(doubtful["confidence"])) < float(str(sure["confidence"]))


def test_a_finding_on_the_target_alone_stays_as_it_is() -> None:
    sure, doubtful = (one("bingo cards", "Hier sind Bingo -Karten.", "1-1", value) for value in (0.95, 0.3))
    assert sure == doubtful


@pytest.mark.parametrize("sides", [("Nobody has said why.", "", "1-0"), ("", "Niemand hat gesagt, warum.", "0-1")])
def test_a_doubtful_omission_or_addition_is_never_critical(sides: tuple[str, str, str]) -> None:
    [found] = one(*sides, 0.4)
    assert found["severity"] != "critical"
    assert float(str(found["confidence"])) <= 0.4


def test_a_passage_that_moved_is_one_neutral_finding() -> None:
    [found] = one("Subject: your order", "Betreff: Ihre Bestellung", "1-1", 0.97, moved=1)
    assert (found["check"], found["severity"], found["penalty"]) == ("moved-block", "neutral", 0.0)
    assert one("Subject: your order", "Betreff: Ihre Bestellung", "1-1", 0.97, moved=2) == []
