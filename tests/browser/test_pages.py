"""The report and the comparison in a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mtqa.compare.run import compared
from mtqa.compare.sacre import Chance
from mtqa.compare.save import save
from mtqa.report.html import render
from tests.browser.conftest import View
from tests.compare.cases import finding, system
from tests.report.cases import joined, make_results

WORDS = ("Zug", "Bus", "Kahn", "Rad")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(joined(make_results("a.de.txt"), make_results("b.de.txt", "publishable"))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def rows(word: str, quality: float) -> list[dict[str, object]]:
        return [{"source": f"Train {at} leaves.", "target": f"Der {word} {at} fährt ab.", "score.quality": quality + at % 7,
                 "reference": f"Der Zug {at} fährt ab."} for at in range(40)]  # fmt: skip

    systems = [
        system("good", rows("Zug", 80)),
        system("bad", rows("Bus", 50), [finding(3, "Bus", 4), finding(5, "ab", 16)]),
    ]
    found = compared(systems, metrics=("bleu",), chance=Chance(100, 200, 1))
    return save(found, tmp_path_factory.mktemp("compare") / "out") / "comparison.html"


def test_findings_of_the_report_are_filtered_searched_and_visited(view: View, report: Path) -> None:
    page = view.open(report)
    view.screenshot(f"report-{page.viewport_size['width']}")
    assert view.overflow() <= 0
    everything = page.locator("#list > li").count()
    page.locator("#search").fill("Zeittafel")
    view.wait("#count", re.compile(" of "))
    assert 0 < view.shown("#list > li") < everything
    page.keyboard.press("Escape")
    page.locator('.chip[data-severity="minor"]').click()
    assert {one.get_attribute("data-severity") for one in page.locator("#list > li:not([hidden])").all()} == {
        "critical", "major", "neutral",
    }  # fmt: skip
    page.locator("h1").click()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.classList.contains('m')")
    assert page.locator("#why").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#why").is_visible()
    page.locator("#clear").click()
    view.wait("#count", str(everything))


def test_a_link_to_a_finding_opens_at_its_words(view: View, report: Path) -> None:
    page = view.open(report, "#f3")
    page.wait_for_selector("#f3.current")
    page.get_by_role("link", name="b.de.txt").first.click()
    assert page.url.endswith("#d1")


def test_segments_of_the_comparison_are_filtered_searched_and_walked(view: View, comparison: Path) -> None:
    page = view.open(comparison)
    view.screenshot(f"comparison-{page.viewport_size['width']}")
    assert view.overflow() <= 0
    assert "good is significantly better than bad by quality: 82.9 against" in page.locator(".answer").inner_text()
    assert page.locator("#count").inner_text() == "40"
    assert view.texts(".cmp:first-of-type .own") == ["Zug", "Bus"]
    page.locator("#only").check()
    assert page.locator("#count").inner_text() == "2 of 40"
    page.locator("#best").select_option(label="bad better")
    assert page.locator("#no-segment").is_visible()
    page.get_by_role("button", name="Clear filters").click()
    view.wait("#count", "40")
    page.locator("#search").fill("train 12 ")
    view.wait("#count", "1 of 40")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "s1"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
