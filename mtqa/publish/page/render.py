"""The pages as text with their data in them; style and scripts are files that they share, nothing comes from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import __version__
from mtqa.publish.records import SCORES, VERDICTS, Published
from mtqa.report.bands import SCORES as MEANINGS
from mtqa.report.bands import TONES
from mtqa.report.page.shared import LOOK, joined, rendered

PACKAGE = "mtqa.publish.page"
ASSETS: dict[str, tuple[str, ...]] = {
    "site.css": (LOOK, "systems.css", "site.css"),
    "shared.js": ("elements.js", "table.js", "errors.js"),
    "index.js": ("charts.js", "index.js"),
    "run.js": ("run.js",),
}
"""The files that the pages share, and what they are made of."""


def assets() -> dict[str, str]:
    """The shared files, by name."""
    return {name: joined(PACKAGE, parts) + "\n" for name, parts in ASSETS.items()}


def index_page(title: str, data: str) -> str:
    """The page over all runs; ``data`` is :func:`mtqa.publish.data.index` encoded."""
    from markupsafe import Markup

    return rendered(PACKAGE, "index.html", title=title, data=Markup(data), version=__version__, tones=_tones(),
                    scores=[MEANINGS[column] for column in SCORES])  # fmt: skip


def run_page(title: str, run: Published, data: str, around: Sequence[tuple[str, str]]) -> str:
    """The page of one run; ``around`` is name and page of the run before it and of the one after it, empty for none."""
    from markupsafe import Markup

    return rendered(PACKAGE, "run.html", title=title, run=run, data=Markup(data), before=around[0], after=around[1],
                    version=__version__, tones=_tones())  # fmt: skip


def _tones() -> str:
    """The tone of each verdict, for the script."""
    return " ".join(TONES.get(verdict, "plain") for verdict in VERDICTS)
