"""What findings cost the quality of their segments."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.frames import FINDINGS
from mtqa.pipeline import POINT, settle


def segments(*quality: float) -> pd.DataFrame:
    return pd.DataFrame({"document": "text", "segment": range(len(quality)), "score.quality": quality})


def findings(**penalties: list[float]) -> pd.DataFrame:
    rows = [(document, segment, penalty) for document, several in penalties.items()
            for segment, penalty in enumerate(several) if penalty]  # fmt: skip
    return pd.DataFrame(rows, columns=["document", "segment", "penalty"])


def test_each_penalty_point_costs_as_many_points_of_its_own_segment() -> None:
    found = pd.concat([findings(text=[5.0, 0.0, 1.0]), findings(text=[1.0])])
    assert settle(segments(90, 80, 70), found)["score.quality"].tolist() == [90 - 6 * POINT, 80, 70 - POINT]


def test_quality_does_not_fall_below_nothing() -> None:
    assert settle(segments(4.0), findings(text=[25.0]))["score.quality"].tolist() == [0.0]


def test_findings_of_another_document_cost_nothing() -> None:
    assert settle(segments(90.0), findings(other=[5.0]))["score.quality"].tolist() == [90.0]


@pytest.mark.parametrize("frame", [segments(90.0), segments(90.0).drop(columns="score.quality")])
def test_without_findings_or_without_a_score_nothing_changes(frame: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(settle(frame, FINDINGS.empty()), frame)
    if "score.quality" not in frame:
        pd.testing.assert_frame_equal(settle(frame, findings(text=[5.0])), frame)
