"""The page of a comparison as a file: structure, links, safety."""

from __future__ import annotations

import re

import pytest

from mtqa.compare.base import Comparison
from mtqa.compare.page.render import to_html
from mtqa.compare.page.view import charts, segments
from mtqa.compare.run import compared
from mtqa.compare.sacre import Chance
from tests.compare.cases import finding, scored, system
from tests.report.page.test_page import HOSTILE, Tree

QUICK = Chance(100, 100, 1)


def example(text: str = "Der Bus fährt ab.") -> Comparison:
    rows = [{"source": f"{text} source", "target": "Der Zug fährt ab.", "score.quality": 90.0}]
    other = [{"source": f"{text} source", "target": text, "score.quality": 40.0}]
    return compared([system("good", rows), system("bad", other, [finding(0, text[:7], 0)])], chance=QUICK)


def test_the_page_is_well_formed_and_its_links_lead_to_elements() -> None:
    root = Tree(to_html(example(), 100).replace("<!doctype html>", "")).root
    names = [node.attrs["id"] for node in root.all() if "id" in node.attrs]
    assert len(names) == len(set(names))
    for link in root.all("a"):
        assert link.attrs["href"].removeprefix("#") in names
    for svg in root.all("svg"):
        assert svg.attrs.get("aria-hidden") == "true" or set(svg.attrs["aria-labelledby"].split()) <= set(names)


def test_nothing_comes_from_elsewhere_and_only_our_script_runs() -> None:
    text = to_html(example(), 100)
    assert "http" not in text.replace("http-equiv", "")
    assert re.search(r"script-src 'sha256-[\w+/=]+'", text)
    assert text.count("<script>") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_and_names_are_shown_and_never_run(text: str) -> None:
    found = example(text)
    page = to_html(found, 100)
    tree = Tree(page.replace("<!doctype html>", "")).root
    shown = [node.text for node in tree.all("p", "text")]
    assert text in shown
    assert len(tree.all("script")) == 1
    assert not tree.all("img")
    named = compared([scored(text, [50.0, 60.0]), scored("other", [40.0, 60.0])], chance=QUICK)
    assert not Tree(to_html(named, 100).replace("<!doctype html>", "")).root.all("img")


def test_marks_and_own_words_give_the_text_back() -> None:
    one = segments(example(), 10)[0]
    for side in one.sides:
        assert "".join(words.piece.text for words in side.words) in {"Der Zug fährt ab.", "Der Bus fährt ab."}
    bad = one.sides[1]
    assert [(words.piece.text, bool(words.piece.findings), words.own) for words in bad.words] == [
        ("Der ", True, False), ("Bus", True, True), (" fährt ab.", False, False),
    ]  # fmt: skip
    assert one.best == 0


def test_intervals_stay_on_their_scale() -> None:
    for chart in charts(example()):
        for row in chart.rows:
            assert 0 <= row.low <= row.at <= row.high <= 100


def test_only_the_most_different_segments_are_shown() -> None:
    found = compared([scored("a", [50.0, 60.0, 70.0]), scored("b", [49.0, 40.0, 70.0])], chance=QUICK)
    assert [one.name for one in segments(found, 2)] == ["1", "0"]
