"""The index of a batch."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.frames import DOCUMENTS
from mtqa.report.page import overview as under_test
from mtqa.report.page.overview import overview


def documents(*rows: tuple[str, float, str]) -> pd.DataFrame:
    frame = DOCUMENTS.build(
        {"document": name, "score.quality": quality, "verdict": verdict} for name, quality, verdict in rows
    )
    return frame.assign(system="", report=[f"reports/{name}/report.html" for name, _, _ in rows])


def test_the_worst_documents_come_first_and_link_to_their_reports() -> None:
    page = overview(documents(("fine", 90, "publishable"), ("b d", 30, "retranslate"), ("bad", 40, "retranslate")), [])
    places = [page.index(f'<a href="reports/{name}/report.html">') for name in ("b%20d", "bad", "fine")]
    assert places == sorted(places)
    assert "Not judged" not in page


def test_what_comes_from_outside_is_escaped_and_nothing_is_loaded() -> None:
    page = overview(documents(("<script>", 90, "publishable")), [("<img src=x>", "<b>why</b>")])
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;b&gt;why" in page
    assert "http" not in page.partition("<style>")[0].replace("http-equiv", "")


def test_a_page_stays_short_and_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "ROWS_SHOWN", 2)
    page = overview(documents(*((f"d{number}", 50, "heavy edit") for number in range(5))), [])
    assert page.count('scope="row"') == 2
    assert "3 more" in page
