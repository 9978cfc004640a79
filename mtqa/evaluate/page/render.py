"""The page as text: the report's style, our own template, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from mtqa.evaluate.evaluation import Evaluation
from mtqa.evaluate.page.plot import HEIGHT, Plot, plot
from mtqa.evaluate.said import facts, percent, sentences, told, with_interval
from mtqa.evaluate.tables import tables
from mtqa.report.bands import label
from mtqa.report.page.render import environment


def to_html(found: Evaluation) -> str:
    """One page that asks nothing of a network; the same evaluation gives the same bytes."""
    from jinja2 import ChoiceLoader, PackageLoader
    from markupsafe import Markup

    shared = environment()
    ours = PackageLoader("mtqa.evaluate.page", "templates")
    assert shared.loader is not None
    env = shared.overlay(loader=ChoiceLoader([ours, shared.loader]))
    style = "".join(env.get_template(name).render() for name in ("page.css", "evaluation.css")).strip()
    html = env.get_template("evaluation.html").render(
        found=found, facts=facts(found), sentences=list(sentences(found)), cards=list(_cards(found)), tables=list(tables(found)),
        plots=list(_plots(found)), made=list(_made(found)), style=Markup(style), height=HEIGHT,
        style_hash="sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )  # fmt: skip
    return html if html.endswith("\n") else html + "\n"


def _cards(found: Evaluation) -> Iterator[tuple[str, str, str]]:
    """The numbers at the top: name, value, meaning."""
    quality = found.score("quality")
    if quality is not None:
        meaning = "rank correlation of quality with people (Spearman); 1 is full agreement"
        yield "Order", with_interval(quality.measures["spearman"]), meaning
    total = sum(one.count for one in found.confidence)
    if total:
        kept = sum(one.count * one.kept for one in found.confidence) / total
        yield (
            "Findings confirmed",
            percent(kept),
            "share of the findings on words that touch what a judge held to be wrong",
        )
    if told(found.spans["flagged_clean"]):
        meaning = "share of the translations without a judge's mark in which mtqa finds something"
        yield "Flagged among clean", percent(found.spans["flagged_clean"].value), meaning
    yield "Compared", f"{found.compared:,}", "translations by systems that people scored"


def _plots(found: Evaluation) -> Iterator[Plot]:
    if found.confidence:
        yield plot(
            "confidence",
            "Findings: confidence and judges",
            ("Confidence", "Share that a judge marked"),
            found.confidence,
            1.0,
        )
    if found.quality:
        yield plot("quality", "Scores: quality and people", ("Quality", "People’s mean score"), found.quality, 100.0)


def _made(found: Evaluation) -> Iterator[tuple[str, str]]:
    about = found.about
    yield "Judgments", f"{found.name}, format {found.form}"
    for name, text in (("mtqa", about.get("version")), ("Encoder", about.get("encoder"))):
        if text:
            yield name, str(text)
    pack = about.get("pack") or {}
    if pack:
        yield "Language pack", " ".join(str(pack[key]) for key in ("name", "version") if pack.get(key))
    yield from ((label(name), str(text)) for name, text in sorted((about.get("signatures") or {}).items()))
    if found.resamples:
        yield "Intervals", f"95 %, {found.resamples:,} bootstrap resamples of source segments"
