"""The page as text: the report's style, our own template and script, nothing from elsewhere."""

from __future__ import annotations

from mtqa.compare.base import Comparison
from mtqa.compare.correction import is_significant
from mtqa.compare.page.view import ROW, charts, segments
from mtqa.compare.profile import TIE
from mtqa.compare.said import difference, facts, how, number, p_value, sentences, with_interval
from mtqa.report.page.charts import category_name
from mtqa.report.page.shared import filled
from mtqa.report.summary import WORST_FIRST, made


def to_html(found: Comparison, shown: int) -> str:
    """One page that asks nothing of a network; the same comparison gives the same bytes."""
    return filled(
        "mtqa.compare.page", "comparison.html", ["systems.css", "comparison.css"], ["comparison.js"],
        found=found, facts=facts(found), sentences=list(sentences(found)), charts=list(charts(found)),
        segments=segments(found, shown), made=_made(found), how=how(found), row=ROW, tie=TIE, severities=WORST_FIRST,
        several=len({unit.document for unit in found.units}) > 1,
        most=max((max(row.rates) for row in found.profile), default=1.0),
        with_interval=with_interval, difference=difference, p_value=p_value, is_significant=is_significant,
        category=category_name, say=number,
    )  # fmt: skip


def _made(found: Comparison) -> list[tuple[str, str]]:
    return made({**found.about, "signatures": {one.name: one.signature for one in found.scores if one.signature}})
