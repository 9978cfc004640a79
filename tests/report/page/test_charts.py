from __future__ import annotations

import pytest

from mtqa.report.bands import bands
from mtqa.report.page.charts import category_chart, category_name, histogram, severity_chart
from tests.report.cases import BANDS


def test_the_longest_severity_fills_its_row_and_the_description_says_all_counts() -> None:
    chart = severity_chart({"critical": 0, "major": 2, "minor": 8, "neutral": 1})
    assert [bar.parts[0].width for bar in chart.bars] == [0.0, 25.0, 100.0, 12.5]
    assert chart.description == "0 critical, 2 major, 8 minor, 1 neutral."


def test_a_category_is_divided_by_severity_the_worst_first() -> None:
    chart = category_chart([("accuracy/omission", "minor"), ("accuracy/omission", "major"), ("style/awkward", "minor")])
    omission = chart.bars[0]
    assert (omission.label, omission.value) == ("Omission", 2)
    assert [(part.tone, part.x, part.width) for part in omission.parts] == [("major", 0.0, 50.0), ("minor", 50.0, 50.0)]


def test_many_categories_are_folded_and_none_is_lost() -> None:
    found = [(f"style/kind-{number}", "minor") for number in range(12) for _ in range(20 - number)]
    chart = category_chart(found)
    assert chart.bars[-1].label == "8 other categories"
    assert sum(bar.value for bar in chart.bars) == len(found)


def test_no_findings_make_a_chart_that_says_so() -> None:
    assert category_chart([]).description == "no findings."


def test_every_segment_with_a_score_stands_in_one_column() -> None:
    columns = histogram([0.0, 9.99, 10.0, 55.5, 99.9, 100.0, None], bands(BANDS))
    assert [column.count for column in columns] == [2, 1, 0, 0, 0, 1, 0, 0, 0, 2]
    assert (columns[0].tone, columns[9].tone) == ("bad", "good")


@pytest.mark.parametrize(("category", "name"), [("terminology/wrong-term", "Wrong term"), ("3 others", "3 others")])
def test_a_category_is_named_as_a_reader_says_it(category: str, name: str) -> None:
    assert category_name(category) == name
