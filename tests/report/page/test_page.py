"""The page as a browser reads it: structure, links, safety, and what it says."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.resources import files

import pandas as pd
import pytest

from mtqa.report.base import Results
from mtqa.report.html import render
from mtqa.report.page.build import page
from mtqa.report.page.render import number, to_html
from tests.report.cases import TEXTS, joined, make_results, one_segment

VOID = {"meta", "link", "input", "br", "rect"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"onmouseover="alert(1)',
    "</script><img src=x>",
    "'><svg onload=x>",
    "{{ 7*7 }}",
    "&lt;b&gt;",
)


@dataclass
class Node:
    tag: str
    attrs: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "", name: str = "") -> list[Node]:
        found = [child for child in self.children if isinstance(child, Node)]
        hits = [node for node in found if (not tag or node.tag == tag) and (not name or name in node.classes)]
        return [*hits, *(hit for node in found for hit in node.all(tag, name))]

    @property
    def classes(self) -> list[str]:
        return self.attrs.get("class", "").split()


class Tree(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]
        self.feed(text)
        assert self.open == [self.root], "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def tree(results: Results) -> Node:
    return Tree(render(results)).root


def find(root: Node, name: str) -> Node:
    return next(node for node in root.all() if node.attrs.get("id") == name)


@pytest.fixture(params=["one", "several", "nothing"])
def any_page(request: pytest.FixtureRequest, results: Results, delivery: Results, nothing: Results) -> Node:
    return tree({"one": results, "several": delivery, "nothing": nothing}[request.param])


def test_every_id_is_there_once_and_every_link_and_label_leads_to_one(any_page: Node) -> None:
    ids = [node.attrs["id"] for node in any_page.all() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    links = {node.attrs["href"] for node in any_page.all("a")}
    assert all(link.startswith("#") for link in links)
    named = {
        name
        for node in any_page.all()
        for key in ("aria-describedby", "aria-labelledby")
        for name in node.attrs.get(key, "").split()
    }
    assert {link[1:] for link in links} | named <= set(ids)


def test_nothing_is_asked_of_a_network(any_page: Node) -> None:
    for node in any_page.all():
        assert not {"src", "srcset", "action", "background"} & set(node.attrs)
        assert node.attrs.get("href", "#").startswith(("#", "data:,"))
    for style in any_page.all("style"):
        assert not re.search(r"url\(|@import", style.text)


def test_only_the_style_and_script_of_the_package_may_run(any_page: Node) -> None:
    policy = next(node.attrs["content"] for node in any_page.all("meta") if "http-equiv" in node.attrs)
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (node,) = any_page.all(tag)
        digest = base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [node for node in any_page.all() if "style" in node.attrs]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_is_shown_and_never_obeyed(hostile: str) -> None:
    made = one_segment(hostile, hostile, (0, 5), message=hostile, suggestion=hostile, check=hostile, code=hostile)
    made = Results(
        made.segments.assign(document=hostile, target_lang=hostile),
        made.findings.assign(document=hostile),
        made.documents.assign(document=hostile, verdict=hostile),
        {**made.about, "skipped": [hostile], "encoder": hostile, "corpus": {hostile: 1.0}},
    )
    root = tree(made)
    assert find(root, "segments").all("p", "text")[1].text == hostile
    assert [node.text for node in root.all("p", "why")] == [hostile]
    assert len(root.all("script")) == 1
    assert not root.all("img")
    assert not [name for node in root.all() for name in node.attrs if name.startswith("on")]


def test_the_texts_stand_there_whole_and_in_order(results: Results) -> None:
    shown = [node.text for segment in tree(results).all("li", "seg") for node in segment.all("p", "text")]
    assert shown == [text for source, target, *_ in TEXTS for text in (source, target)]


def test_no_text_is_there_twice(results: Results) -> None:
    assert render(results).count(TEXTS[1][1]) == 1


def test_every_finding_leads_to_its_words_and_back(results: Results) -> None:
    root = tree(results)
    items = [node for node in find(root, "list").children if isinstance(node, Node)]
    assert len(items) == len(results.findings)
    for item in items:
        place = find(root, item.all("a", "jump")[0].attrs["href"][1:])
        assert item.attrs["id"][1:] in place.attrs["data-f"].split()
        assert find(root, place.attrs["href"][1:]).tag == "li"


def test_marks_are_described_by_severity_and_reason(results: Results) -> None:
    root = tree(results)
    mark = next(node for node in root.all("a", "m") if node.text == "21")
    said = " ".join(find(root, name).text for name in mark.attrs["aria-describedby"].split())
    assert said == "Critical 21 is not in the source, which says 12."


def test_a_finding_on_the_source_is_marked_there_and_a_missing_thing_by_a_named_sign(results: Results) -> None:
    segment = tree(results).all("li", "seg")[3]
    (source,) = segment.all("div", "source")
    assert [node.text for node in source.all("a", "m")] == ["The gate closes ten minutes before departure."]
    (gap,) = segment.all("a", "gap")
    assert (gap.text, gap.attrs["aria-label"]) == ("", "Something is missing here")


def test_texts_name_their_language(results: Results) -> None:
    segment = tree(results).all("li", "seg")[0]
    assert [node.attrs["lang"] for node in segment.all("p", "text")] == ["en", "de"]


def test_white_space_that_is_wrong_can_be_seen_in_the_list(results: Results) -> None:
    assert "␣" in [node.text for node in tree(results).all("span", "words")]


def test_a_doubtful_alignment_and_an_empty_side_are_said(results: Results) -> None:
    segments = tree(results).all("li", "seg")
    assert [index for index, node in enumerate(segments) if "doubt" in node.classes] == [3, 6, 7, 8]
    assert "Doubtful alignment (31 %): these two may not belong together" in segments[6].text
    assert "this may have a counterpart elsewhere" in segments[8].text
    assert "Nothing in the source" in segments[7].text
    assert "Not translated" in segments[8].text
    assert "2 : 1 sentences" in segments[3].text


def test_a_ready_pair_without_a_source_is_not_called_doubtful() -> None:
    made = one_segment("Ein Wort.")
    made = Results(made.segments.assign(bead="pair", alignment=0.1), made.findings, made.documents, made.about)
    assert not tree(made).all("li", "doubt")


def test_the_verdict_its_meaning_and_what_was_left_out_stand_on_top(results: Results) -> None:
    root = tree(results)
    top = root.all("header")[0].text
    for text in ("Heavy edit", "The meaning comes through only in parts", "TER is computed only when", "BLEU", "31.3"):
        assert text in top


def test_a_page_without_scores_says_that_it_judged_nothing(nothing: Results) -> None:
    text = tree(nothing).text
    assert "Not judged" in text
    assert "There is no segment." in text
    assert "Nothing was found." in text


def test_several_documents_have_an_overview_that_leads_to_each(delivery: Results) -> None:
    root = tree(delivery)
    links = root.all("table")[0].all("a")
    assert [link.text for link in links] == ["notice.de.txt", "web/startseite.de.txt", "brief.de.txt"]
    assert [find(root, link.attrs["href"][1:]).all("h3")[0].text.split()[0] for link in links] == [
        link.text for link in links
    ]


def test_one_document_needs_no_overview(results: Results) -> None:
    assert not tree(results).all("table")


def test_charts_say_in_words_what_they_show(results: Results) -> None:
    charts = [node for node in tree(results).all("svg") if node.attrs.get("role") == "img"]
    said = [node.all("desc")[0].text for node in charts]
    assert said[0] == "3 critical, 3 major, 6 minor, 1 neutral."
    assert said[1].startswith("Omission 3, ")
    assert said[2].startswith("0 to 10: 1, 10 to 20: 1, ")


def test_filters_offer_what_was_found_with_its_count(results: Results) -> None:
    root = tree(results)
    options = [node.text for node in root.all("select")[0].all("option")]
    assert options[0] == "All categories"
    assert "Omission (3)" in options
    chips = {node.attrs["data-severity"]: node.all("b")[0].text for node in root.all("button", "chip")}
    assert chips == {"critical": "3", "major": "3", "minor": "6", "neutral": "1"}


def test_a_reference_is_shown_beside_the_source() -> None:
    made = make_results()
    made = Results(made.segments.assign(reference="Eine Vorlage."), made.findings, made.documents, made.about)
    segment = tree(made).all("li", "seg")[0]
    assert [node.text for node in segment.all("div", "reference")] == ["referenceEine Vorlage."]


def test_a_long_run_shows_the_worst_segments_and_says_where_the_rest_is(results: Results) -> None:
    view = page(results, limit=4)
    names = [segment.name for document in view.documents for segment in document.segments]
    assert names == ["0", "2", "6", "8"]
    assert (view.segments_left, view.findings_left) == (5, 7)
    text = Tree(to_html(view)).root.text
    assert "This page shows 4 of 9 segments" in text
    assert "7 of 13 findings lie in the others." in text
    assert "segments.csv" in text


def test_segments_without_findings_come_by_their_quality(results: Results) -> None:
    made = Results(results.segments, results.findings.iloc[:0], results.documents, results.about)
    names = [segment.name for document in page(made, limit=3).documents for segment in document.segments]
    assert names == ["6", "7", "8"]


def test_segments_of_two_documents_with_the_same_number_stay_apart() -> None:
    root = tree(joined(make_results("a.txt"), make_results("b.txt")))
    assert len({node.attrs["id"] for node in root.all("li", "seg")}) == 18


def test_a_table_with_its_own_ids_shows_them(results: Results) -> None:
    made = Results(results.segments.assign(id="menu.title"), results.findings, results.documents, results.about)
    assert "menu.title" in tree(made).all("li", "seg")[0].text


def test_a_missing_confidence_is_not_shown_as_a_number() -> None:
    made = one_segment("Ein Wort.", "", (0, 3))
    made = Results(made.segments, made.findings.assign(confidence=float("nan")), made.documents, made.about)
    assert "% sure" not in find(tree(made), "list").text


@pytest.mark.parametrize(("value", "text"), [(None, "–"), (12345.6, "12\u202f345"), (0.4, "0")])
def test_numbers_are_written_for_readers(value: float | None, text: str) -> None:
    assert number(value) == text


def colours(dark: bool) -> dict[str, str]:
    css = files("mtqa.report").joinpath("templates/page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[0]))
    return {**found, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[1]))} if dark else found


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


TONES = ("critical", "major", "minor", "neutral", "good", "fair", "poor", "bad", "plain")
ON_PAPER = [(ink, paper) for ink in ("ink", "soft", "link") for paper in ("paper", "card", "wash")]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *ON_PAPER,
        *((tone, f"{tone}-bg") for tone in TONES),
        *(("ink", f"{tone}-bg") for tone in TONES),
        *((tone, "card") for tone in TONES),
    ],
)
def test_every_text_can_be_read_against_its_ground(ink: str, paper: str, dark: bool) -> None:
    palette = colours(dark)
    assert contrast(palette[ink], palette[paper]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tone", TONES[:-1])
def test_every_bar_can_be_told_from_its_ground(tone: str, dark: bool) -> None:
    palette = colours(dark)
    assert contrast(palette[f"{tone}-fill"], palette["paper"]) >= 3.0


def test_severities_differ_in_more_than_colour() -> None:
    css = files("mtqa.report").joinpath("templates/page.css").read_text(encoding="utf-8")
    looks = re.findall(r"\.s-\w+ \{[^}]*--sign: (\S+); --stroke: ([^;]+);", css)
    assert len({sign for sign, _ in looks}) == len({stroke for _, stroke in looks}) == 4


def test_a_frame_without_score_columns_has_a_page_too() -> None:
    made = make_results()
    bare = made.segments.drop(columns=[name for name in made.segments.columns if str(name).startswith("score.")])
    assert isinstance(bare, pd.DataFrame)
    assert "no segment has a quality score" in tree(Results(bare, made.findings, made.documents, made.about)).text
