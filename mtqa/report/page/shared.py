"""Other pages in the look of the report: its style first, then templates of their own package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mtqa.report.page.render import digest, environment

LOOK = "page.css"
"""The style that all pages share."""


def filled(package: str, template: str, styles: Sequence[str] = (), scripts: Sequence[str] = (), **values: Any) -> str:
    """The template of ``package`` with its values, style and script in it, which are allowed by their hash only.

    The template gets ``style``, ``style_hash``, ``script`` and ``script_hash``. The same values give the same bytes.
    """
    from jinja2 import ChoiceLoader, PackageLoader
    from markupsafe import Markup

    shared = environment()
    assert shared.loader is not None
    env = shared.overlay(loader=ChoiceLoader([PackageLoader(package, "templates"), shared.loader]))

    def text(names: Sequence[str]) -> str:
        return "\n".join(env.get_template(name).render().strip() for name in names)

    style, script = text([LOOK, *styles]), text(scripts)
    html = env.get_template(template).render(
        style=Markup(style), style_hash=digest(style), script=Markup(script), script_hash=digest(script), **values
    )
    return html if html.endswith("\n") else html + "\n"
