"""The rough texts that the judge learns from: every mark parses, and documents are of one kind."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.rough_texts import LIGHT, edited_texts, marked_documents, plain, rough_pairs


def test_marks_leave_the_text_as_the_engine_wrote_it() -> None:
    text, marks = plain("Er ging ⟦M:mistranslation:in die Bank⟧ und ⟦m:grammar:kaufen⟧ ein.")
    assert text == "Er ging in die Bank und kaufen ein."
    assert [(text[mark.start : mark.end], mark.category, mark.major) for mark in marks] == [
        ("in die Bank", "mistranslation", True), ("kaufen", "grammar", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("direction", "least"), [("en-de", 3000), ("de-en", 600)])
def test_all_lines_parse_and_both_kinds_of_documents_are_there(direction: str, least: int) -> None:
    pairs = list(rough_pairs(direction))
    assert len(pairs) >= least
    for pair in pairs:
        assert pair.source.strip()
        assert pair.target.strip()
        assert all(pair.target[mark.start : mark.end].strip() for mark in pair.marks)
    rough = marked_documents(direction)
    assert 0.7 * len(pairs) < len(rough) < len(pairs)


def test_labels_mark_the_tokens_that_a_mark_touches() -> None:
    pair = next(pair for pair in rough_pairs() if pair.marks)
    labels = pair.labels()
    assert 0 < labels.sum() < len(labels)


def test_what_a_post_editor_changed_is_marked_and_counts_little(tmp_path: Path) -> None:
    record = {
        "split": "train", "seg_id": "3", "doc_id": "Bees", "src": "Bees can sting.", "mt": "Bienen können stinken.",
        "mt_tokens": ["Bienen", "können", "stinken", "."], "word_tags": ["OK", "OK", "BAD", "OK"],
    }  # fmt: skip
    (tmp_path / "qe").mkdir()
    with gzip.open(tmp_path / "qe" / "mlqe-pe.en-de.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({**record, "split": split}) + "\n" for split in ("train", "dev"))
    (pair,) = edited_texts(tmp_path, "en-de")
    assert pair.weight == LIGHT
    assert pair.labels().tolist() == [0, 0, 1, 0]
    assert list(edited_texts(tmp_path, "de-en")) == []
    assert list(edited_texts(tmp_path, "en-de", {"3"})) == []
