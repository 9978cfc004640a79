"""What file names say."""

from __future__ import annotations

import pytest

from mtqa.read.files import File
from mtqa.read.names import key, labels, language_of, pair_of, primary


def at(relative: str, path: str = "") -> File:
    return File(path or relative, relative)


@pytest.mark.parametrize(
    ("relative", "code"),
    [
        ("a.de.txt", "de"), ("a_de.txt", "de"), ("a-de-AT.txt", "de-AT"), ("a.en.source.txt", "en"), ("de/a.txt", "de"),
        ("en/x/a.de.txt", "de"), ("en/x/a.txt", "en"), ("de.txt", "de"), ("a.txt", ""), ("model.txt", ""),
        ("a.xx.txt", ""),
        ("made.txt", ""), ("a.target.txt", ""),
    ],
)  # fmt: skip
def test_the_language_stands_at_the_end_of_the_stem_or_in_a_folder(relative: str, code: str) -> None:
    assert language_of(at(relative)) == code


def test_the_folder_that_holds_the_file_counts_and_those_above_it_do_not() -> None:
    assert language_of(at("a.txt", "/data/de/a.txt")) == "de"
    assert language_of(at("a.txt", "/home/it/data/a.txt")) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.de.txt", "a.en.txt"), ("de/a.txt", "en/a.txt"), ("x/de/a.txt", "x/en/a.txt"), ("a.txt", "a.md"),
        ("a_target.de.txt", "a_source.en.txt"), ("a.de-AT.txt", "a.en.txt"), ("mt/a.txt", "ref/a.txt"),
        ("doc/de.txt", "doc/en.txt"), ("target.de.txt", "source.en.txt"),
    ],
)  # fmt: skip
def test_files_that_differ_in_language_or_role_belong_together(one: str, other: str) -> None:
    assert key(at(one)) == key(at(other))


@pytest.mark.parametrize(("one", "other"), [("a.de.txt", "b.de.txt"), ("x/a.txt", "y/a.txt"), ("a.1.txt", "a.2.txt")])
def test_other_files_do_not(one: str, other: str) -> None:
    assert key(at(one)) != key(at(other))


def test_a_document_is_called_after_its_file_without_language_and_suffix() -> None:
    assert labels([at("x/de/a.de.txt"), at("target.de.txt"), at("de.txt"), at("b.tsv")]) == ["x/a", "target", "de", "b"]


def test_documents_that_would_share_a_name_keep_their_whole_path() -> None:
    assert labels([at("a.de.txt"), at("a.fr.txt"), at("b.de.txt")]) == ["a.de.txt", "a.fr.txt", "b"]


@pytest.mark.parametrize(
    ("relative", "pair"),
    [("news.en-de.tsv", ("en", "de")), ("en_de.tsv", ("en", "de")), ("a.tsv", ("", "")), ("no-go.tsv", ("", ""))],
)
def test_a_table_may_be_named_after_its_languages(relative: str, pair: tuple[str, str]) -> None:
    assert pair_of(at(relative)) == pair


@pytest.mark.parametrize("code", ["de", "de-AT", "DE_at", "de-Latn-AT"])
def test_the_primary_language_has_no_region(code: str) -> None:
    assert primary(code) == "de"
