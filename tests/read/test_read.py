"""Reading end to end: which file plays which part, in which language, and what is refused."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pandas as pd
import pytest

import mtqa.read
from mtqa.errors import ReadError
from mtqa.frames import DOCUMENTS_READ
from mtqa.read import READERS, ReadOptions, read

DE = "Die Kinder spielen heute im Garten, weil das Wetter schön ist.\r\nMorgen wird es regnen, aber das macht nichts.\r"
DE2 = "Heute sind die Kinder draußen und spielen, denn es ist schönes Wetter. Morgen regnet es wohl.\n"
EN = "The children are playing in the garden today because the weather is nice. It will rain tomorrow.\n"
FR = "Les enfants jouent dans le jardin aujourd'hui parce qu'il fait beau. Demain il va pleuvoir.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


ZIP = (
    "expected text, found binary data (a ZIP archive, as .docx, .xlsx and .odt files are); "
    "save the text in it as UTF-8."
)


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def refused(*paths: object, **options: str) -> str:
    with pytest.raises(ReadError) as error:
        read(*paths, options=ReadOptions(**options))  # type: ignore[arg-type]
    return str(error.value)


def only(frame: pd.DataFrame) -> dict[str, str]:
    assert len(frame) == 1
    return {str(key): value for key, value in frame.iloc[0].items()}


def test_a_text_and_its_source_are_one_document_character_for_character() -> None:
    write(a_de_txt=DE, b_en_txt=EN)
    frame = DOCUMENTS_READ.check(read("a.de.txt", "b.en.txt"))
    assert only(frame) == {
        "document": "a", "kind": "text", "target": DE, "source": EN, "reference": "",
        "target_lang": "de", "source_lang": "en",
    }  # fmt: skip


def test_the_stage_is_its_package() -> None:
    write(a_txt=DE)
    assert mtqa.read("a.txt")["target"].tolist() == [DE]  # type: ignore[operator]


def test_files_are_told_apart_by_language_whatever_their_names_and_order() -> None:
    write(x_txt=DE, y_txt=EN, z_txt=DE2)
    for against in (["y.txt", "z.txt"], ["z.txt", "y.txt"]):
        row = only(read("x.txt", against))
        assert (row["source"], row["reference"], row["target_lang"], row["source_lang"]) == (EN, DE2, "de", "en")


def test_a_text_in_the_same_language_is_a_reference() -> None:
    write(x_txt=DE, y_txt=DE2)
    row = only(read("x.txt", "y.txt"))
    assert (row["source"], row["reference"], row["target_lang"], row["source_lang"]) == ("", DE2, "de", "")


def test_given_languages_decide() -> None:
    write(x_txt=EN, y_txt=EN.replace("nice", "fine"))
    row = only(read("x.txt", "y.txt", options=ReadOptions("en", "de-AT")))
    assert (row["source"] != "", row["reference"], row["target_lang"], row["source_lang"]) == (True, "", "de-AT", "en")


def test_between_regions_of_one_language_the_given_source_is_the_source() -> None:
    write(x_txt=EN, y_txt=EN.replace("nice", "fine"))
    row = only(read("x.txt", "y.txt", options=ReadOptions("en-GB", "en-US")))
    assert (row["source"] != "", row["reference"], row["target_lang"]) == (True, "", "en-US")


def test_names_tell_that_an_untranslated_target_is_a_target() -> None:
    write(a_de_txt=EN, a_en_txt=EN)
    row = only(read("a.de.txt", "a.en.txt"))
    assert (row["source"], row["reference"], row["target_lang"], row["source_lang"]) == (EN, "", "de", "en")


def test_names_do_not_decide_against_the_text() -> None:
    write(report_it_txt=DE, report_en_txt=EN)
    assert only(read("report.it.txt", "report.en.txt"))["target_lang"] == "de"


def test_a_text_too_short_to_tell_is_in_the_language_of_its_name_or_of_the_others() -> None:
    write(t__de__a_txt=DE, t__de__b_txt="OK 1\n", t__x_de_txt="OK 2\n", s__a_txt=EN, s__b_txt="OK\n", s__x_txt="OK\n")
    frame = read("t", "s")
    assert dict(zip(frame["document"], frame["target_lang"], strict=True)) == {"a": "de", "b": "de", "x": "de"}
    write(lone_txt="OK 1\n")
    assert only(read("lone.txt"))["target_lang"] == ""


def test_folders_are_matched_by_name() -> None:
    write(de__a_txt=DE, de__x__b_md=DE2, en__a_txt=EN, en__x__b_txt=EN + "x", ref__a_txt=DE2, ref__x__b_txt=DE)
    frame = read("de", ["en", "ref"])
    assert frame["document"].tolist() == ["a", "x/b"]
    assert frame["source"].tolist() == [EN, EN + "x"]
    assert frame["reference"].tolist() == [DE2, DE]


def test_patterns_are_matched_by_name_without_the_language() -> None:
    write(a_de_txt=DE, b_de_txt=DE2, a_en_txt=EN, b_en_txt=EN + "x")
    frame = read("*.de.txt", "*.en.txt")
    assert frame[["document", "source"]].to_numpy().tolist() == [["a", EN], ["b", EN + "x"]]


def test_no_document_tells_where_it_lay(folder: Path) -> None:
    write(de__a_txt=DE, en__a_txt=EN)
    frame = read(folder / "de", folder / "en")
    assert str(folder) not in frame.to_csv()


def test_unmatched_files_are_named_in_one_sentence() -> None:
    write(de__a_txt=DE, de__b_txt=DE, en__a_txt=EN, en__c_txt=EN)
    assert refused("de", "en") == (
        "de/b.txt: expected files with the same name on each side (a.de.txt with a.en.txt), found no source or "
        "reference for de/b.txt and no target for en/c.txt; rename or remove them."
    )


def test_of_many_unmatched_files_the_first_are_named() -> None:
    write(**{f"de__{number}_txt": DE for number in range(8)}, en__x_txt=EN)
    listed = "de/0.txt, de/1.txt, de/2.txt, de/3.txt, de/4.txt and 3 more"
    assert f"no source or reference for {listed} and no target for en/x.txt" in refused("de", "en")


@pytest.mark.parametrize(
    "options", [{"source_lang": "en", "target_lang": "de"}, {"target_lang": "de"}, {"source_lang": "en"}]
)
def test_swapped_files_are_noticed(options: dict[str, str]) -> None:
    write(x_txt=EN, y_txt=DE)
    assert refused("x.txt", "y.txt", **options) == (
        "x.txt: expected German, found English, while y.txt is German; swap the two files or correct their languages."
    )


def test_texts_that_contradict_both_names_are_noticed() -> None:
    write(x_de_txt=EN, x_en_txt=DE)
    assert "x.de.txt: expected German, found English, while x.en.txt is German" in refused("x.de.txt", "x.en.txt")


def test_a_copied_target_with_source_and_reference_is_not_taken_for_swapped() -> None:
    write(x_txt=EN, y_txt=EN, z_txt=DE)
    row = only(read("x.txt", ["y.txt", "z.txt"], options=ReadOptions("en", "de")))
    assert (row["source"], row["reference"]) == (EN, DE)


def test_two_sources_are_refused() -> None:
    write(x_txt=DE, y_txt=EN, z_txt=FR)
    assert refused("x.txt", ["y.txt", "z.txt"]) == (
        "z.txt: expected one source, found a second one besides y.txt; "
        "leave one out or give --source-lang and --target-lang."
    )


def test_two_references_are_refused() -> None:
    write(x_txt=DE, y_txt=DE2, z_txt=DE)
    assert "z.txt: expected one reference, found a second one besides y.txt" in refused("x.txt", ["y.txt", "z.txt"])


def test_standard_input_is_a_text_or_what_it_looks_like(monkeypatch: pytest.MonkeyPatch) -> None:
    write(y_txt=EN)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DE.encode())))
    assert only(read("-", "y.txt"))["document"] == "stdin"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"source\ttarget\nyes\tja\n")))
    assert only(read("-"))["kind"] == "pair"
    assert refused("-", "-") == "<stdin>: expected standard input once, found - twice; name a file for one of them."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"source": "yes", "target": "ja"}\n', "pair"),
        (
            '<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>',
            "pair",
        ),
        ('msgid "a"\nmsgstr "b"\n', "pair"),
        ("a\tb\n", "text"),
        ('{"no": 1', "text"),
    ],
)
def test_a_file_of_unknown_suffix_is_what_it_looks_like(text: str, kind: str) -> None:
    write(a_xyz=text)
    assert only(read("a.xyz"))["kind"] == kind


def test_an_xliff_suffix_is_read_by_its_version_and_refused_without_one() -> None:
    write(a_xlf="<tmx/>")
    assert refused("a.xlf") == "a.xlf: expected xliff1 or xliff2, as .xlf says, found neither; check what the file is."


def test_a_table_brings_both_sides_and_its_documents() -> None:
    write(a_tsv=f"doc\tsource\ttarget\nd1\t{EN.strip()}\t{DE2.strip()}\n\t{EN.strip()}\t{DE2.strip()}\nd1\tx\t\n")
    frame = DOCUMENTS_READ.check(read("a.tsv"))
    assert frame["document"].tolist() == ["d1", "a", "d1"]
    assert frame["segment"].tolist() == [0, 1, 2]
    assert set(frame["target_lang"]) == {"de"}
    assert set(frame["source_lang"]) == {"en"}


def test_nothing_may_stand_besides_a_table() -> None:
    write(a_tsv="source\ttarget\na\tb\n", b_txt=EN)
    assert refused("a.tsv", "b.txt") == (
        "a.tsv: expected nothing besides a tsv file, which brings its own source and reference, "
        "found b.txt; leave it out."
    )
    assert refused("b.txt", "a.tsv") == (
        "a.tsv: expected running text to judge against, found a tsv file; name it as the target, it brings both sides."
    )


def test_tables_and_texts_in_one_folder_are_documents_of_one_frame() -> None:
    write(
        in__a_txt=DE,
        in__b_tsv="document\tsource\ttarget\nd\tx\ty\n\tx\ty\n",
        in__c_po='msgid "one <b>"\nmsgstr "eins"\n',
    )
    frame = read("in")
    assert frame["document"].tolist() == ["a", "b/d", "b", "c"]
    assert frame["kind"].tolist() == ["text", "pair", "pair", "pair"]
    assert frame["note"].tolist() == [""] * 4 if "note" in frame else True
    assert not frame.isna().any().any()


def test_markup_of_mixed_inputs_is_always_a_tuple() -> None:
    unit = '<trans-unit id="1"><source>a<x id="1"/></source></trans-unit>'
    xliff = f'<xliff version="1.2"><file><body>{unit}</body></file></xliff>'
    write(in__a_txt=DE, in__b_xlf=xliff)
    assert read("in")["source_markup"].tolist() == [(), ((1, 12),)]


def test_no_unit_of_a_reader_lacks_a_name_of_its_file() -> None:
    for name, reader in READERS.units.items():
        assert reader.read.__module__ == f"mtqa.read.{name}"
        assert reader.suffixes
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "expected text, found an empty file; name the file that holds the text."),
        (b"PK\x03\x04", ZIP),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", sorted({suffix for reader in READERS for suffix in reader.suffixes}))
def test_what_is_no_text_is_refused_in_every_format(suffix: str, data: bytes, message: str) -> None:
    Path(f"a{suffix}").write_bytes(data)
    found = refused(f"a{suffix}")
    assert found == f"a{suffix}: {message}"
