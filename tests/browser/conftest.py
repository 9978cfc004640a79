"""A real browser, where one is installed: Chromium by Playwright, cut off from every network."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
SCREENSHOTS = "MTQA_SCREENSHOTS"
"""The environment variable with a folder for screenshots; none are kept without."""


@dataclass
class View:
    """A page that was opened, with everything that went wrong in it and every address it asked for."""

    page: Any
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, path: Path, anchor: str = "") -> Any:
        self.page.goto(path.resolve().as_uri() + anchor)
        return self.page

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.page.locator(selector).all_inner_texts()
        return found

    def wait(self, selector: str, text: str | re.Pattern[str]) -> None:
        """Wait until the element says the text."""
        from playwright.sync_api import expect

        expect(self.page.locator(selector)).to_have_text(text)

    def shown(self, selector: str) -> int:
        return sum(one.is_visible() for one in self.page.locator(selector).all())

    def screenshot(self, name: str) -> None:
        if folder := os.environ.get(SCREENSHOTS):
            self.page.screenshot(path=Path(folder, f"{name}.png"), full_page=True)

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wide


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(params=["wide light", "narrow dark"])
def view(browser: Any, request: pytest.FixtureRequest) -> Iterator[View]:
    """A window; at its end nothing may have gone wrong in it, and nothing been asked of a network."""
    size, scheme = request.param.split()
    width = {"wide": 1280, "narrow": 390}[size]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True)
    seen = View(context.new_page())
    seen.page.on("console", lambda said: seen.errors.append(said.text) if said.type in {"error", "warning"} else None)
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    seen.page.on("request", lambda asked: seen.asked.append(asked.url))
    yield seen
    context.close()
    assert seen.errors == []
    assert [url for url in seen.asked if not url.startswith(("file:", "data:"))] == []
