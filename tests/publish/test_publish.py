"""The site as files: links, data, order and bytes; what a browser does with it is tested in tests/browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from mtqa.errors import ReadError, SettingsError
from mtqa.publish.data import encode
from mtqa.publish.site import publish
from mtqa.publish.when import date_in, given_date
from mtqa.runs import open_run
from tests.publish.cases import made_run, report_run

VOID = {"meta", "link", "input", "br", "rect"}


class Page(HTMLParser):
    """Elements in balance, the links, and the data."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.data = ""
        self.holds_data = False
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := values.get(name))]
        self.holds_data = values.get("id") == "data"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.holds_data = False

    def handle_data(self, data: str) -> None:
        if self.holds_data:
            self.data += data


def read(path: Path) -> tuple[Page, dict[str, Any]]:
    page = Page(path.read_text(encoding="utf-8"))
    data: dict[str, Any] = json.loads(page.data)
    return page, data


def resolve(page: Path, link: str) -> None:
    """The link leads to a file of the site, and to an anchor in it."""
    assert not re.match(r"[a-z]+:(?!,)", link.removeprefix("data:,") or "x"), link
    target, _, anchor = link.partition("#")
    if link == "data:,":
        return
    place = (page.parent / unquote(target)) if target else page
    assert place.is_file(), f"{page.name}: {link}"
    if anchor:
        assert f'id="{anchor}"' in place.read_text(encoding="utf-8"), link


@pytest.fixture
def site(tmp_path: Path) -> Path:
    report_run(tmp_path / "runs" / "2026-46", "a.de.txt", "b <i>.de.txt")
    report_run(tmp_path / "runs" / "2026-47 &", "a.de.txt")
    made_run(tmp_path / "runs" / "2026-11-30", 3, ("engine-a", "engine-b"), ("manuals",))
    return publish(tmp_path / "runs", out=tmp_path / "site", title="Ours & theirs <b>")


def test_every_link_of_every_page_leads_somewhere_in_the_site(site: Path) -> None:
    pages = [site / "index.html", *sorted((site / "runs").iterdir())]
    assert len(pages) == 4
    for path in pages:
        page, data = read(path)
        links = (
            page.links
            + [row[2] for row in data.get("runs", [])]
            + [row[-1] for row in data.get("documents", []) if row[-1]]
        )
        for link in links:
            resolve(path, link)
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http:" not in text
        assert "https:" not in text
        assert "<b>" not in text.replace("<b>mtqa</b>", "").split("<script")[0]


def test_the_links_of_the_published_site_of_this_repository_lead_somewhere() -> None:
    site = Path(__file__).parents[2] / "reports" / "site"
    for path in [site / "index.html", *sorted((site / "runs").iterdir())]:
        page, data = read(path)
        for link in [*page.links, *(row[-1] for row in data.get("documents", []) if row[-1])]:
            resolve(path, link)


def test_a_run_in_which_nothing_could_be_judged_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("target,source\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["batch", str(tmp_path / "m.csv"), "--out", str(tmp_path / "runs" / "empty")])
    assert result.exit_code == 1
    assert open_run(tmp_path / "runs" / "empty").documents.empty
    args = ["publish", str(tmp_path / "runs"), "--out", str(tmp_path / "site")]
    alone = CliRunner().invoke(cli, args)
    assert "expected a run with documents, found none that could be judged; name others." in str(alone.exception)
    report_run(tmp_path / "runs" / "2026-46", "a.de.txt")
    said = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert said.exit_code == 0
    assert "empty: left out, because nothing in it could be judged.\n" in said.output
    assert [run[0] for run in read(tmp_path / "site" / "index.html")[1]["runs"]] == ["2026-46"]


def test_runs_stand_in_the_order_of_their_dates(site: Path) -> None:
    data = read(site / "index.html")[1]
    assert [run[:2] for run in data["runs"]] == [
        ["2026-46", "2026-11-09"],
        ["2026-47 &", "2026-11-16"],
        ["2026-11-30"] * 2,
    ]
    assert data["systems"] == ["", "engine-a", "engine-b"]
    assert json.loads((site / "data" / "runs.json").read_text(encoding="utf-8")) == data


def test_sums_are_those_of_the_documents(site: Path) -> None:
    data = read(site / "index.html")[1]
    records = [dict(zip(data["columns"], row, strict=True)) for row in data["records"]]
    made = [record for record in records if record["run"] == 2]
    assert [(record["documents"], record["words"], record["counts"]) for record in made] == [(2, 200, [0, 2, 2, 0])] * 2
    assert [record["quality"] for record in made] == [62.5, 64.5]
    assert [data["checks"][check][0] for check in made[0]["checks"][::2]] == ["repeated-word", "wrong-sense"]
    assert made[0]["checks"][1::2] == [2, 2]


def test_the_same_runs_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    publish(tmp_path / "runs", out=tmp_path / "again", title="Ours & theirs <b>")
    files = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert files == sorted(
        path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*") if path.is_file()
    )
    for path in files:
        assert (site / path).read_bytes() == (tmp_path / "again" / path).read_bytes(), path


@pytest.mark.parametrize("reports", ["link", "none"])
def test_reports_are_linked_or_left_out(tmp_path: Path, reports: str) -> None:
    run = report_run(tmp_path / "my run", "a.de.txt")
    site = publish(run, out=tmp_path / "site", reports=reports)
    page = site / "runs" / next(path.name for path in (site / "runs").iterdir())
    link = read(page)[1]["documents"][0][-1]
    assert not (site / "reports").exists()
    assert link == ("../../my%20run/report.html" if reports == "link" else "")
    if link:
        resolve(page, link)


def test_a_manifest_gives_dates_systems_and_projects(tmp_path: Path) -> None:
    for name in ("first", "second"):
        made_run(tmp_path / "runs" / name, 1)
    table = tmp_path / "runs.csv"
    table.write_text(
        "run,date,system,project,label\nfirst,2026-11-29,A,P,The first\nruns/second,2026-40,B,,\n", encoding="utf-8"
    )
    data = read(publish(tmp_path / "runs", out=tmp_path / "site", manifest=table) / "index.html")[1]
    assert [run[:2] for run in data["runs"]] == [["second", "2026-09-28"], ["The first", "2026-11-29"]]
    assert (data["systems"], data["projects"]) == (["A", "B"], ["", "P"])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name\nx\n", r":1: expected the column run and any of date, system, project, label, found name"),
        ("run\nthird\n", r":2: expected one of the runs that are published for 'third', found none"),
        ("run,date\nfirst,soon\n", r":2: expected a date such as 2026-11-29 .*found 'soon'"),
        ("run\nfirst\nfirst\n", r":3: expected each run once, found 'first' again"),
    ],
)
def test_a_wrong_manifest_is_one_sentence(tmp_path: Path, table: str, said: str) -> None:
    made_run(tmp_path / "runs" / "first", 1)
    (tmp_path / "runs.csv").write_text(table, encoding="utf-8")
    with pytest.raises((ReadError, SettingsError), match=said):
        publish(tmp_path / "runs", out=tmp_path / "site", manifest=tmp_path / "runs.csv")
    assert not (tmp_path / "site").exists()


def test_a_folder_without_runs_is_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["publish", str(tmp_path), "--out", str(tmp_path / "site")])
    assert isinstance(result.exception, ReadError)
    assert "expected runs of mtqa check --out (--format csv) or mtqa batch, found none" in str(result.exception)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2026-11-29", "2026-11-29"), ("runs/2026-47", "2026-11-16"), ("2026-W01", "2025-12-29"), ("20261129-b", "2026-11-29"),
        ("v2-2026.11.29", "2026-11-29"), ("2026-47/engine-a", "2026-11-16"), ("2026-60", ""), ("2026-02-31", ""),
        ("release-3", ""), ("2026-47-2", "2026-11-16"),
        ("2021-53", ""), ("2020-53", "2020-12-28"), ("12026-47", ""),
    ],
)  # fmt: skip
def test_the_date_is_the_one_in_the_name(name: str, found: str) -> None:
    assert date_in(name) == found


def test_a_given_date_must_be_one() -> None:
    assert given_date(" 2026-47 ", "x") == "2026-11-16"
    assert given_date("", "x") == ""


def test_data_cannot_close_its_element() -> None:
    hostile = {"x": "</script><script>alert(1)</script>\u2028"}
    assert "</script" not in encode(hostile)
    assert json.loads(encode(hostile)) == hostile
