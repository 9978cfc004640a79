"""Other pages in the look of the report: its style first, then templates of their own package."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from mtqa.report.page.render import digest, environment

if TYPE_CHECKING:
    from jinja2 import Environment

LOOK = "page.css"
"""The style that all pages share."""


def filled(package: str, template: str, styles: Sequence[str] = (), scripts: Sequence[str] = (), **values: Any) -> str:
    """The template of ``package`` with its values, style and script in it, which are allowed by their hash only.

    The template gets ``style``, ``style_hash``, ``script`` and ``script_hash``. The same values give the same bytes.
    """
    from markupsafe import Markup

    style, script = joined(package, (LOOK, *styles)), joined(package, tuple(scripts))
    return rendered(package, template, style=Markup(style), style_hash=digest(style), script=Markup(script),
                    script_hash=digest(script), **values)  # fmt: skip


def rendered(package: str, template: str, **values: Any) -> str:
    """The template of ``package`` with its values alone."""
    html = _environment(package).get_template(template).render(**values)
    return html if html.endswith("\n") else html + "\n"


@cache
def _environment(package: str) -> Environment:
    """The report's templates, with those of the package before them."""
    from jinja2 import ChoiceLoader, PackageLoader

    shared = environment()
    assert shared.loader is not None
    return shared.overlay(loader=ChoiceLoader([PackageLoader(package, "templates"), shared.loader]))


@cache
def joined(package: str, names: tuple[str, ...]) -> str:
    """Style sheets or scripts of ``package``, or of the report, one after the other."""
    return "\n".join(_environment(package).get_template(name).render().strip() for name in names)
