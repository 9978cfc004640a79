"""The published site in a browser: filters, search, sorting, pages, links, keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mtqa.publish.site import publish
from tests.browser.conftest import View
from tests.publish.cases import made_run, report_run

ROWS = "#table tbody tr"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    for number in range(70):
        systems = ("engine-a", "engine-b") if number % 3 else ("engine-a",)
        made_run(
            folder / "runs" / f"{2025 + number // 52}-{number % 52 + 1:02d}", number, systems, ("manuals", "website"), 1
        )
    report_run(folder / "runs" / "2027-01", "a.de.txt", "b.de.txt")
    return publish(folder / "runs", out=folder / "site", title="Our engines")


def test_runs_can_be_searched_filtered_sorted_and_paged(view: View, site: Path) -> None:
    page = view.open(site / "index.html")
    view.screenshot(f"site-{page.viewport_size['width']}")
    assert view.overflow() <= 0
    assert page.locator("#count").inner_text() == "52 of 71 runs"
    assert page.locator(ROWS).count() == 50
    page.get_by_role("button", name="Next").click()
    assert page.locator(ROWS).count() == 2
    page.locator("#last").select_option("")
    assert page.locator("#count").inner_text() == "71 runs"
    page.locator("#system").select_option("engine-b")
    assert page.locator("#count").inner_text() == "46 of 71 runs"
    page.locator("#search").fill("2026-1")
    view.wait("#count", re.compile("^6 of"))
    assert all(name.startswith("2026-1") for name in view.texts(f"{ROWS} th"))
    page.get_by_role("button", name="Quality").click()
    values = [float(text) for text in view.texts(f"{ROWS} td:nth-child(5)")]
    assert values == sorted(values, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Quality")
    page.get_by_role("button", name="Clear filters").click()
    view.wait("#count", "52 of 71 runs")


def test_a_view_is_remembered_in_the_address(view: View, site: Path) -> None:
    page = view.open(site / "index.html", "#system=engine-b&last=12")
    assert page.locator("#system").input_value() == "engine-b"
    assert page.locator(ROWS).count() == 12
    page.locator("#project").select_option("website")
    assert "project=website" in page.url


def test_charts_speak_and_answer_to_the_keyboard(view: View, site: Path) -> None:
    page = view.open(site / "index.html")
    charts = page.locator(".graph svg")
    assert charts.count() == 4
    assert "engine-a: " in charts.first.get_attribute("aria-label")
    assert page.locator(".graph .path").count() >= 8
    charts.first.focus()
    assert view.texts(".readout")[0].startswith("2027-01")
    page.keyboard.press("ArrowLeft")
    assert view.texts(".readout")[0].startswith("2026-18 engine-a")
    page.keyboard.press("Home")
    page.locator(".values summary").first.click()
    rows = page.locator(".values").first.locator("tbody tr")
    rows.nth(51).wait_for(state="attached")  # they are written when the summary opens
    assert rows.count() == 52
    assert view.texts("#error-list li")[0].startswith("Repeated word")


def test_links_lead_from_the_site_to_a_run_and_on_to_a_report_and_back(view: View, site: Path) -> None:
    page = view.open(site / "index.html")
    page.get_by_role("link", name="2027-01", exact=True).click()
    assert page.locator("h1").inner_text() == "2027-01"
    view.screenshot(f"run-{page.viewport_size['width']}")
    assert view.overflow() <= 0
    page.locator("#verdict").select_option(label="light edit")
    assert view.texts(f"{ROWS} th") == ["b.de.txt"]
    page.get_by_role("link", name="b.de.txt").click()
    assert page.url.endswith("/reports/2027-01/report.html#d1")
    assert page.locator("#d1").is_visible()
    page.go_back()
    page.get_by_role("link", name="← 2026-18").click()
    assert page.locator("h1").inner_text() == "2026-18"
    page.get_by_role("link", name="Our engines").click()
    assert page.locator("h1").inner_text() == "Our engines"


def test_the_keyboard_alone_is_enough(view: View, site: Path) -> None:
    page = view.open(site / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the runs"
    page.keyboard.press("/")
    page.keyboard.type("nothing")
    view.wait("#count", re.compile("^0 of"))
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    page.locator("#table th button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#table th").first.get_attribute("aria-sort") == "ascending"


def test_all_rows_are_printed(view: View, site: Path) -> None:
    page = view.open(site / "index.html")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == 52
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(ROWS).count() == 50
