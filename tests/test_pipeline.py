"""The main job called from Python."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import mtqa
from mtqa.errors import FrameError


def table(**columns: list[Any]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in columns.items()})


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (table(source=["a"]), "expected the columns target, found source; add target."),
        (table(target=["a", 3.5]), "expected texts in target, found 3.5 in row 1; convert it."),
        (table(target=["a \ud800"]), "expected Unicode in target, found half a surrogate pair in row 0; remove it."),
    ],
)
def test_a_frame_that_cannot_be_judged_is_one_sentence(frame: pd.DataFrame, said: str) -> None:
    with pytest.raises(FrameError) as caught:
        mtqa.check(frame, source_lang="en", target_lang="de")
    assert said in str(caught.value)


def test_missing_values_of_a_frame_are_empty_texts() -> None:
    frame = table(target=[None, "Gut so."], source=["All is well.", float("nan")], document=["a", None])
    result = mtqa.check(frame, source_lang="en", target_lang="de")
    assert result.segments["target"].tolist() == ["", "Gut so."]
    assert result.findings["check"].tolist() == ["empty-target"]
    assert frame["target"].isna().tolist() == [True, False]
