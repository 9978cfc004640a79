"""The page as one self-contained file: templates, style and script out of the package, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from mtqa.mqm import WEIGHTS
from mtqa.report.bands import MEANINGS, points
from mtqa.report.page.charts import ROW

if TYPE_CHECKING:
    from jinja2 import Environment

    from mtqa.report.page.view import Page

SEVERITIES: dict[str, str] = {
    "critical": "could harm the reader or the sender: a wrong dose, a reversed statement, no translation at all",
    "major": "misleads, or has to be read twice and is still not clear",
    "minor": "is wrong or unpleasant, and does not mislead",
    "neutral": "is worth a look and costs nothing",
}
"""Severity -> what it does to a reader (MQM 2.0's severity levels)."""


def to_html(page: Page) -> str:
    """The page as HTML; all that comes from a text is escaped, style and script are allowed by their hash only."""
    style, script = _asset("page.css"), _asset("page.js")
    html = (
        environment()
        .get_template("page.html")
        .render(
            page=page,
            summary=page.summary,
            style=style,
            script=script,
            style_hash=digest(style),
            script_hash=digest(script),
            bands=MEANINGS,
            severities=SEVERITIES,
            weights=WEIGHTS,
            row=ROW,
        )
    )
    return html if html.endswith("\n") else html + "\n"


@cache
def environment() -> Environment:
    """The templates, with escaping on and every undefined name an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("mtqa.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["number"] = number
    made.filters["score"] = score
    return made


def number(value: float | None, decimals: int = 0) -> str:
    """A number for a reader, whole ones rounded down; a dash where there is none."""
    if value is None:
        return "–"
    return (f"{value:,.{decimals}f}" if decimals else points(value)).replace(",", "\u202f")


def score(value: float | None, decimals: int = 0) -> str:
    """A score of ours for a reader (:func:`mtqa.report.bands.points`); a dash where there is none."""
    return "–" if value is None else points(value, decimals)


def stylesheet(*more: str) -> tuple[str, str]:
    """The pages' style with ``more`` rules of a page of its own, and the hash that allows it."""
    style = _asset("page.css") + "".join(f"\n{rule}" for rule in more)
    return style, digest(style)


def _asset(name: str) -> str:
    from markupsafe import Markup

    loader = environment().loader
    assert loader is not None
    return Markup(loader.get_source(environment(), name)[0].strip())


def digest(text: str) -> str:
    """How a content security policy names a style or script (CSP 3, section 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
