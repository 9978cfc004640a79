"""The gold annotations of corpora/: every span is where it says, and the README counts what is there."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mtqa.mqm import CATEGORIES

CORPORA = Path(__file__).parents[2] / "corpora"
TEXTS = sorted(path.parent.name for path in CORPORA.glob("*/gold.jsonl"))
CLEAN = "night-train"
USED = (
    "accuracy/mistranslation", "accuracy/omission", "accuracy/addition", "accuracy/untranslated",
    "linguistic-conventions/grammar", "linguistic-conventions/spelling", "linguistic-conventions/punctuation",
    "linguistic-conventions/word-order", "terminology/wrong-term", "locale-conventions/typography", "style/awkward",
)  # fmt: skip


def decoded(name: str, file: str) -> str:
    """The file as an offset sees it: no newline is translated."""
    return (CORPORA / name / file).read_bytes().decode("utf-8")


def gold(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in decoded(name, "gold.jsonl").splitlines()]


def test_four_texts_are_there() -> None:
    assert TEXTS == ["harbour-news", "night-train", "quarterly-economy", "tea-museum"]


@pytest.mark.parametrize("name", TEXTS)
def test_every_span_is_the_text_it_says(name: str) -> None:
    target = decoded(name, "target.de.txt")
    for span in gold(name):
        assert 0 <= span["start"] < span["end"] <= len(target)
        assert target[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("name", TEXTS)
def test_spans_are_sorted_and_do_not_overlap(name: str) -> None:
    for left, right in pairwise(gold(name)):
        assert left["end"] <= right["start"]


@pytest.mark.parametrize("name", TEXTS)
def test_spans_say_what_is_wrong_in_the_words_of_mqm(name: str) -> None:
    for span in gold(name):
        assert list(span) == ["start", "end", "text", "category", "severity", "note"]
        assert span["category"] in USED
        assert span["severity"] in {"minor", "major"}
        assert span["note"].strip()


@pytest.mark.parametrize("name", TEXTS)
def test_no_annotation_mark_is_left_in_a_text(name: str) -> None:
    for file in ("source.en.txt", "target.de.txt"):
        text = decoded(name, file)
        assert not set("⟦⟧{}\r\t") & set(text)
        assert text.endswith("\n")


def test_gold_categories_are_ones_a_check_may_name() -> None:
    assert set(USED) <= CATEGORIES


def test_the_good_translation_has_no_errors() -> None:
    assert (CORPORA / CLEAN / "gold.jsonl").read_bytes() == b""


@pytest.mark.parametrize("name", [name for name in TEXTS if name != CLEAN])
def test_rough_texts_have_enough_to_find(name: str) -> None:
    severities = Counter(span["severity"] for span in gold(name))
    assert min(severities["major"], severities["minor"]) >= 10


def test_readme_counts_are_the_computed_ones() -> None:
    readme = (CORPORA / "README.md").read_text(encoding="utf-8")
    rows = {cells[0]: cells[1:] for cells in map(row_cells, readme.splitlines()) if cells}
    rough = ["harbour-news", "tea-museum", "quarterly-economy"]
    for category in USED:
        each = [severities(name, category) for name in rough]
        assert rows[category] == [shown(count) for count in [*each, sum(each, Counter())]]
    totals = [severities(name) for name in rough]
    assert rows["all"] == [shown(count) for count in [*totals, sum(totals, Counter())]]


def row_cells(line: str) -> list[str]:
    """The cells of a Markdown table row, without code marks; nothing for other lines."""
    return [cell.strip().strip("`") for cell in line.strip("|").split("|")] if re.match(r"\| ", line) else []


def severities(name: str, category: str | None = None) -> Counter[str]:
    return Counter(span["severity"] for span in gold(name) if category in {None, span["category"]})


def shown(count: Counter[str]) -> str:
    return f"{count['major']} + {count['minor']}"
