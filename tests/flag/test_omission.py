"""Omissions inside a segment, by lexical evidence."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.data import Segment
from mtqa.flag.base import CHECKS, Unit
from mtqa.judge.evidence import Evidence
from mtqa.text.view import View

SOURCE = "The talks failed in Geneva, because neither side trusted the other after years of bitter war."
OMITTED = "because neither side trusted the other after years of bitter war"


def unit(target: str, said: str) -> Unit:
    """A unit whose evidence says that the target supports the source words in ``said``."""
    source_view, target_view = View(SOURCE, "en"), View(target, "de")
    coverage = np.array([0.5 * (token.text in said.split()) for token in source_view.tokens], np.float32)
    evidence = Evidence(
        target_view, source_view, coverage=coverage, coverage_from=np.full(len(coverage), -1, np.int32),
        support=np.ones(len(target_view.tokens), np.float32),
    )  # fmt: skip
    return Unit(Segment(target, SOURCE, target_lang="de", source_lang="en"), evidence=evidence)


def test_a_clause_that_no_word_of_a_short_target_says_is_marked_in_the_source() -> None:
    [hit] = CHECKS["ACC002"](unit("Die Gespräche in Genf scheiterten.", "talks failed Geneva"))
    assert hit.span.side == "source"
    assert SOURCE[hit.span.start : hit.span.end] == OMITTED


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Die Gespräche in Genf scheiterten.", "talks failed Geneva side trusted years bitter war"),
        ("Die Gespräche in Genf scheiterten.", ""),
        (
            "Die Gespräche in Genf scheiterten, weil sich nach Jahren des Krieges niemand mehr traute.",
            "talks failed Geneva",
        ),
    ],
    ids=["the clause is said", "nothing is said: the lexicon is at a loss", "the target is long enough"],
)
def test_without_a_gap_nothing_is_marked(target: str, said: str) -> None:
    assert CHECKS["ACC002"](unit(target, said)) == []
