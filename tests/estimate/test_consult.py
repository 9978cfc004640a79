"""Judges among segments: columns, opinions, and sentences about what they could not read; no model is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from mtqa.data import Opinion, Segment
from mtqa.estimate import consult, left_out
from mtqa.estimate.base import Estimate, Pair
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen
from mtqa.judge.evidence import Evidence, gather

GOOD, BAD = "Das Schiff verließ den Hafen.", "Das Schaf verließ den Hafen."


@dataclass
class Fake:
    """A judge that holds „Schaf“ to be wrong, counts characters, and remembers what it was asked."""

    name: str = "fake"
    said: str = "fake: for tests"
    limit: float = 60.0
    factor: float = 1.0
    words: bool = True
    asked: list[Pair] = field(default_factory=list)

    def estimate(self, pairs: Sequence[Pair]) -> list[Estimate]:
        self.asked += pairs
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Estimate:
        risks = tuple(0.9 if pair.target[start:end] == "Schaf" else 0.1 for start, end in pair.words)
        return Estimate(self.factor * 100 * (1 - float(np.mean(risks))), risks if self.words else ())

    def length(self, pair: Pair) -> int:
        return len(pair.source) + len(pair.target)


def evidence(*pairs: tuple[str, str]) -> list[Evidence]:
    return gather([Segment(target, source, target_lang="de", source_lang="en") for source, target in pairs])


def test_each_judge_has_a_column_and_only_pairs_are_asked() -> None:
    rows = evidence(("The ship left.", GOOD), ("The ship left.", ""), ("", GOOD), (" ", " "), ("The ship left.", BAD))
    first, second = Fake(), Fake("other", words=False, factor=2.0)
    found = consult([first, second], rows)
    assert list(found) == ["score.fake", "score.other"]
    np.testing.assert_allclose(found["score.fake"], [90, np.nan, np.nan, np.nan, 74])
    np.testing.assert_allclose(found["score.other"], [180, np.nan, np.nan, np.nan, 148])
    assert [pair.target for pair in first.asked] == [GOOD, BAD]


def test_opinions_are_about_whole_words_and_part_of_the_evidence() -> None:
    [row] = evidence(("The ship left.", "Das Schaf-Boot (Schaf) ging."))
    consult([Fake(), Fake("silent", words=False)], [row])
    assert row.opinions == (Opinion("fake", ((0, 3), (4, 14), (16, 21), (23, 27)), (0.1, 0.1, 0.9, 0.1)),)


def test_words_that_were_not_read_are_no_part_of_an_opinion() -> None:
    class Cut(Fake):
        def _one(self, pair: Pair) -> Estimate:
            return Estimate(50.0, (0.5, *[float("nan")] * (len(pair.words) - 1)))

    [row] = evidence(("The ship left.", GOOD))
    consult([Cut()], [row])
    assert row.opinions == (Opinion("fake", ((0, 3),), (0.5,)),)


def test_without_judges_nothing_happens() -> None:
    rows = evidence(("The ship left.", GOOD))
    assert consult([], rows) == {}
    assert rows[0].opinions == ()


def frame(*pairs: tuple[str, str], score: float = 50.0) -> pd.DataFrame:
    return pd.DataFrame(
        {"source": [source for source, _ in pairs], "target": [target for _, target in pairs], "score.fake": score}
    )


def test_pairs_that_are_too_long_are_counted() -> None:
    long = ("The ship left. " * 9, GOOD)
    assert list(left_out([Fake()], frame(("The ship left.", GOOD)))) == []
    assert list(left_out([Fake()], frame(long, long, ("The ship left.", GOOD), ("", GOOD)))) == [
        "2 pairs are longer than the 60 tokens that the judge fake reads: it saw no more than the beginning."
    ]
    [said] = left_out([Fake()], frame(long))
    assert said.startswith("1 pair is longer than")


def test_a_judge_without_a_pair_was_left_out_and_says_so() -> None:
    assert list(left_out([Fake()], frame(("", GOOD), score=float("nan")))) == [
        "There is no pair of source and target, so the judge fake was left out."
    ]


def test_numbers_on_another_scale_are_told() -> None:
    assert list(left_out([Fake()], frame(("a", "b"), score=104.0))) == []
    [said] = left_out([Fake()], frame(("a", "b"), score=-180.0))
    assert said.startswith("1 score of the judge fake lies far outside 0 to 100")


def found(risk: float, *, thorough: bool = False, least: float | None = None) -> list[tuple[str, float]]:
    segment = Segment(BAD, "The ship left the harbour.", target_lang="de", source_lang="en")
    [row] = gather([segment])
    row.opinions = (Opinion("fake", ((4, 9),), (risk,)),)
    options = {} if least is None else {"judge-risk": {"precise": least}}
    checks = chosen(["judge-risk"], options=options)
    [hits] = findings_of([segment], checks, evidence=[row], thorough=thorough)
    return [(hit.text, hit.confidence) for hit in hits]


def test_the_mode_and_the_option_say_from_which_risk_on_words_are_found() -> None:
    assert found(0.8) == [("Schaf", 0.8)]
    assert found(0.79) == []
    assert found(0.5, thorough=True) == [("Schaf", 0.5)]
    assert found(0.49, thorough=True) == []
    assert found(0.6, least=0.6) == [("Schaf", 0.6)]
