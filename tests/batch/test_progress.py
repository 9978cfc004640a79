from __future__ import annotations

import pytest

from mtqa.batch.progress import Progress, duration


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "1 s"), (59, "59 s"), (61, "1 min"), (3599, "1 h 00 min"), (7500, "2 h 05 min")]
)
def test_a_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_progress_counts_and_guesses_the_time_left_by_the_bytes() -> None:
    lines: list[str] = []
    times = iter([0.0, 10.0, 40.0])
    progress = Progress(4, 100.0, lines.append, done=2, clock=lambda: next(times))
    progress.add(weight=25.0, segments=1000, documents=1)
    progress.add(weight=75.0, segments=3000, documents=1)
    assert lines == [
        "3 of 4 documents · 1,000 segments · 100 a second · 30 s left",
        "4 of 4 documents · 4,000 segments · 100 a second",
    ]
