"""What the written knowledge says about single words, sure and unsure."""

from __future__ import annotations

import pytest

from mtqa.data import Segment
from mtqa.judge.evidence import gather
from mtqa.judge.known import COLUMNS, rule_columns
from mtqa.pack.load import find_pack


@pytest.mark.parametrize(
    ("source", "target", "word", "column"),
    [
        ("The police charged him with murder.", "Die Polizei hat ihn wegen Mordes aufgeladen.", "aufgeladen", "broken"),
        ("They boarded with us.", "Sie hatten bei uns ein Ufer an der Bank.", "ufer", None),
        ("The police charged him with murder.", "Die Polizei hat ihn wegen Mordes angeklagt.", "angeklagt", "approved"),
    ],
)  # fmt: skip
def test_rules_speak_about_the_words_they_know(source: str, target: str, word: str, column: str | None) -> None:
    segment = Segment(target=target, source=source, target_lang="de", source_lang="en")
    (row,) = gather([segment], pack=find_pack("en", "de"))
    said = dict(zip(COLUMNS, rule_columns(row)[row.target.lower.index(word)].tolist(), strict=True))
    if column is None:
        assert not said["broken"]
    else:
        assert said[column]


def test_a_pair_without_tables_has_nothing_said() -> None:
    segment = Segment(target="La maison.", source="The house.", target_lang="fr", source_lang="en")
    (row,) = gather([segment])
    assert not rule_columns(row).any()
