"""One place, one finding, the best explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mtqa.data import Severity, Span
from mtqa.flag.base import CHECKS, Hit
from mtqa.flag.resolve import Candidate, candidate, resolve

if TYPE_CHECKING:
    from mtqa.data import Side

CODES = ["LIN002", "LIN003", "LIN006", "ACC006", "ACC009"]


def one(
    start: int, end: int, code: str = "LIN003", *, priority: int = 50, side: Side = "target",
    severity: Severity = Severity.MINOR, confidence: float = 0.9,
) -> Candidate:  # fmt: skip
    check = replace(CHECKS[code], priority=priority)
    return candidate(check, Hit(Span(start, end, side), "Wrong.", confidence=confidence, severity=severity))


def places(*candidates: Candidate) -> list[tuple[int, int]]:
    return [(kept.hit.span.start, kept.hit.span.end) for kept in resolve(candidates)]


def test_of_two_findings_at_one_place_the_one_with_the_higher_priority_stays() -> None:
    [kept] = resolve([one(0, 5, "LIN003", priority=45), one(0, 5, "ACC006", priority=56)])
    assert kept.check.code == "ACC006"


def test_of_equal_priority_the_graver_stays_then_the_surer_then_the_longer() -> None:
    assert places(one(0, 5), one(2, 6, "ACC006", severity=Severity.MAJOR)) == [(2, 6)]
    assert places(one(0, 5, confidence=0.5), one(2, 6, "ACC006", confidence=0.8)) == [(2, 6)]
    assert places(one(2, 5), one(0, 6, "ACC006")) == [(0, 6)]


def test_a_finding_inside_a_better_one_goes() -> None:
    assert places(one(0, 40, priority=90), one(5, 9)) == [(0, 40)]


def test_a_long_general_finding_stays_beside_a_short_precise_one_inside_it() -> None:
    assert places(one(0, 40, "LIN006", priority=10), one(0, 13)) == [(0, 13), (0, 40)]


def test_a_general_finding_that_is_mostly_explained_goes() -> None:
    assert places(one(0, 20, "LIN006", priority=10), one(0, 7), one(12, 20)) == [(0, 7), (12, 20)]


def test_findings_on_two_sides_do_not_meet() -> None:
    assert places(one(0, 5), one(0, 5, side="source")) == [(0, 5), (0, 5)]


def test_neighbours_do_not_meet() -> None:
    assert places(one(5, 9), one(0, 5)) == [(0, 5), (5, 9)]


def test_two_findings_of_one_check_that_touch_become_the_better_one() -> None:
    assert places(one(0, 9, confidence=0.8), one(7, 30, confidence=0.7)) == [(0, 9)]


@given(
    st.lists(
        st.builds(
            one, st.integers(0, 20), st.integers(21, 40), st.sampled_from(CODES),
            priority=st.sampled_from([10, 50, 60]), side=st.sampled_from(["target", "source"]),
            confidence=st.sampled_from([0.5, 0.9]),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_the_result_does_not_depend_on_the_order_and_the_best_always_stays(candidates: list[Candidate]) -> None:
    kept = resolve(candidates)
    assert kept == resolve(reversed(candidates))
    assert kept == resolve(kept)
    if candidates:
        assert max(item.check.priority for item in kept) == max(item.check.priority for item in candidates)


def test_a_suspicion_goes_where_the_other_side_has_its_reason() -> None:
    omitted = candidate(CHECKS["ACC002"], Hit(Span(3, 30, "source"), "Omitted."))
    short = candidate(CHECKS["ACC009"], Hit(Span(0, 40), "Short.", category="accuracy/omission"))
    long = candidate(CHECKS["ACC009"], Hit(Span(0, 40), "Long.", category="accuracy/addition"))
    assert resolve([short, omitted]) == [omitted]
    assert resolve([long, omitted]) == [long, omitted]
