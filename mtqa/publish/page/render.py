"""The pages as text: templates, style, script and data in one file each; nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import __version__
from mtqa.publish.records import SCORES, VERDICTS, Published
from mtqa.report.bands import SCORES as MEANINGS
from mtqa.report.bands import TONES
from mtqa.report.page.shared import filled

STYLES = ["systems.css", "site.css"]
SHARED = ["elements.js", "table.js", "errors.js"]


def index_page(title: str, data: str) -> str:
    """The page over all runs; ``data`` is :func:`mtqa.publish.data.index` encoded."""
    from markupsafe import Markup

    return filled("mtqa.publish.page", "index.html", STYLES, [*SHARED, "charts.js", "index.js"], title=title, data=Markup(data),
                  version=__version__, scores=[MEANINGS[column] for column in SCORES], tones=_tones())  # fmt: skip


def run_page(title: str, run: Published, data: str, around: Sequence[tuple[str, str]]) -> str:
    """The page of one run; ``around`` is name and page of the run before it and of the one after it, empty for none."""
    from markupsafe import Markup

    return filled("mtqa.publish.page", "run.html", STYLES, [*SHARED, "run.js"], title=title, run=run, data=Markup(data),
                  before=around[0], after=around[1], version=__version__, tones=_tones())  # fmt: skip


def _tones() -> str:
    """The tone of each verdict, for the script."""
    return " ".join(TONES.get(verdict, "plain") for verdict in VERDICTS)
