"""What a batch takes for a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.batch.plan import plan
from mtqa.config import Settings
from mtqa.errors import MtqaError
from tests.batch.cases import document, table

GERMAN = Settings(target_lang="de")


def sides(
    folder: Path, *inputs: str, settings: Settings = GERMAN, pattern: str = ""
) -> dict[str, tuple[str, str, str]]:
    found = plan([str(folder / one) for one in inputs or ("",)], settings, pattern)
    assert not found.failed
    return {
        item.name: tuple(Path(path).relative_to(folder).as_posix() if path else "" for path in  # type: ignore[misc]
                         (item.target, item.source, item.reference))
        for item in found.items
    }  # fmt: skip


def test_files_of_a_folder_belong_together_by_name_and_language(tmp_path: Path) -> None:
    document(tmp_path, "a")
    document(tmp_path / "sub", "b")
    assert sides(tmp_path) == {"a": ("a.de.txt", "a.en.txt", ""), "sub/b": ("sub/b.de.txt", "sub/b.en.txt", "")}


def test_roles_in_names_say_which_file_is_the_translation(tmp_path: Path) -> None:
    for name in ("target.de.txt", "source.en.txt", "reference.de.txt"):
        (tmp_path / "news").mkdir(exist_ok=True)
        (tmp_path / "news" / name).write_text("Ein Text.", encoding="utf-8")
    expected = {"news": ("news/target.de.txt", "news/source.en.txt", "news/reference.de.txt")}
    assert sides(tmp_path, settings=Settings()) == expected


def test_folders_that_follow_are_what_the_first_one_is_judged_against(tmp_path: Path) -> None:
    for folder in ("mt", "en", "human"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mt" / "a.de.txt").write_text("Ein Text.", encoding="utf-8")
    (tmp_path / "en" / "a.en.txt").write_text("A text.", encoding="utf-8")
    (tmp_path / "human" / "a.de.txt").write_text("Der Text.", encoding="utf-8")
    found = sides(tmp_path, "mt", "en", "human")
    assert found == {"a": ("mt/a.de.txt", "en/a.en.txt", "human/a.de.txt")}


def test_a_pair_file_is_a_document_by_itself(tmp_path: Path) -> None:
    table(tmp_path / "a.tsv", 1)
    document(tmp_path, "b")
    assert sides(tmp_path) == {"a": ("a.tsv", "", ""), "b": ("b.de.txt", "b.en.txt", "")}


def test_what_has_no_partner_or_no_role_is_told_and_stops_nothing(tmp_path: Path) -> None:
    document(tmp_path, "good")
    (tmp_path / "lone.de.txt").write_text("Allein.", encoding="utf-8")
    (tmp_path / "orphan.en.txt").write_text("Alone.", encoding="utf-8")
    (tmp_path / "which.txt").write_text("Which?", encoding="utf-8")
    found = plan([str(tmp_path)], GERMAN)
    assert [item.name for item in found.items] == ["good"]
    reasons = {one.item: one.reason for one in found.failed}
    assert "expected a source or a reference with it" in reasons["lone"]
    assert "expected a translation of it, found none" in reasons["orphan"]
    assert "give --target-lang" in reasons["which"]


def test_a_pattern_gives_systems_that_share_a_source(tmp_path: Path) -> None:
    for folder, lang in (("src", "en"), ("A", "de"), ("B", "de")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"news.{lang}.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "A" / "readme.md").write_text("not asked for", encoding="utf-8")
    found = plan([str(tmp_path)], GERMAN, "{system}/{document}.{lang}.txt")
    assert [item.name for item in found.items] == ["A/news", "B/news"]
    assert {item.about["system"] for item in found.items} == {"A", "B"}
    assert {item.title for item in found.items} == {"news"}
    assert {Path(item.source).name for item in found.items} == {"news.en.txt"}


@pytest.mark.parametrize("pattern", ["{document}.txt", "{lang}.txt", "{document}{document}.{lang}"])
def test_a_pattern_without_document_and_language_is_refused(tmp_path: Path, pattern: str) -> None:
    document(tmp_path, "a")
    with pytest.raises(MtqaError, match=r"expected \{document\} and \{lang\}"):
        plan([str(tmp_path)], GERMAN, pattern)


def test_a_manifest_names_files_beside_it_and_more(tmp_path: Path) -> None:
    document(tmp_path / "in", "a")
    (tmp_path / "m.csv").write_text(
        "document,target,source,system,project,order\n"
        "news,in/a.de.txt,in/a.en.txt,A,Harbour,17\nnews,in/a.de.txt,in/a.en.txt,B,Harbour,17\n",
        encoding="utf-8",
    )
    found = plan([str(tmp_path / "m.csv")], Settings())
    assert [item.name for item in found.items] == ["A/news", "B/news"]
    assert found.items[0].about == {"system": "A", "project": "Harbour", "order": "17"}
    assert found.items[0].target == str(tmp_path / "in" / "a.de.txt")


def test_a_manifest_as_json_lines_carries_numbers_as_texts(tmp_path: Path) -> None:
    document(tmp_path, "a")
    (tmp_path / "m.jsonl").write_text('{"target": "a.de.txt", "source": "a.en.txt", "order": 17, "rush": true}\n')
    [item] = plan([str(tmp_path / "m.jsonl")], Settings()).items
    assert item.about == {"order": "17", "rush": "true"}
    assert item.name == "a.de"


def test_a_table_of_pairs_is_no_manifest(tmp_path: Path) -> None:
    [item] = plan([str(table(tmp_path / "pairs.tsv", 2))], Settings()).items
    assert item.target.endswith("pairs.tsv")


def test_a_manifest_is_known_by_its_sources_too(tmp_path: Path) -> None:
    """A mistyped target would else make a table of texts of it, judged as such."""
    document(tmp_path, "a")
    (tmp_path / "m.csv").write_text("target,source\na-de,a.en.txt\n", encoding="utf-8")
    [item] = plan([str(tmp_path / "m.csv")], Settings()).items
    assert item.target.endswith("a-de")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,a.de.txt,a.en.txt\na,a.de.txt,a.en.txt", "expected each document once"),
        ("a,a.de.txt,a.en.txt\nb,,a.en.txt", "found none in row 2"),
    ],
)
def test_a_manifest_that_is_wrong_is_one_sentence(tmp_path: Path, rows: str, said: str) -> None:
    document(tmp_path, "a")
    (tmp_path / "m.csv").write_text(f"document,target,source\n{rows}\n", encoding="utf-8")
    with pytest.raises(MtqaError, match=said):
        plan([str(tmp_path / "m.csv")], Settings())
