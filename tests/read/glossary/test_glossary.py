"""Glossaries of every format, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import ReadError
from mtqa.read.glossary import load_glossary
from mtqa.read.glossary.base import GLOSSARIES
from mtqa.terms.base import Concept, Name, Status

V2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="1"><langSet xml:lang="en"><tig><term>folder</term></tig></langSet>
<langSet xml:lang="de"><tig><term>Ordner</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<termNote type="partOfSpeech">noun</termNote></tig>
<ntig><termGrp><term>Verzeichnis</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
</langSet></termEntry></body></text></martif>"""
DCA = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>folder</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Ordner</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<termNote type="partOfSpeech">noun</termNote></termSec><termSec><term>Verzeichnis</term>
<termNote type="normativeAuthorization">deprecatedTerm</termNote></termSec></langSec></conceptEntry></body></text></tbx>"""
DCT = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" type="TBX-Min" style="dct">
<text><body><conceptEntry id="1"><langSec xml:lang="en"><termSec><term>folder</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Ordner</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<min:partOfSpeech>noun</min:partOfSpeech></termSec><termSec><term>Verzeichnis</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [V2, DCA, DCT], ids=["v2", "v3-dca", "v3-dct"])
def test_tbx_dialects_say_the_same(tmp_path: Path, text: str) -> None:
    [concept] = load_glossary(written(tmp_path, "terms.tbx", text))
    assert concept.names == (
        Name("folder", "en", Status.PREFERRED),
        Name("Ordner", "de", Status.PREFERRED, pos="noun"),
        Name("Verzeichnis", "de", Status.FORBIDDEN),
    )


@pytest.mark.parametrize(("name", "mark"), [("terms.csv", ","), ("terms.csv", ";"), ("terms.tsv", "\t")])
def test_a_table_has_a_concept_a_row(tmp_path: Path, name: str, mark: str) -> None:
    rows = ["source,target,status,note,case,pos", "folder,Ordner|Mappe,preferred,,no,noun", ",Handy,forbidden,,,",
            "Field Notes,,dnt,product,yes,"]  # fmt: skip
    path = written(tmp_path, name, "\n".join(rows).replace(",", mark) + "\n")
    first, second, third = load_glossary(path)
    assert [name.text for name in first.names] == ["folder", "Ordner", "Mappe"]
    assert [name.status for name in first.names] == [Status.REQUIRED, Status.PREFERRED, Status.PREFERRED]
    assert second == Concept((Name("Handy", "target", Status.FORBIDDEN),), f"{path}:3")
    assert third.names == (Name("Field Notes", "source", Status.DO_NOT_TRANSLATE, True, "", "product"),)


def test_columns_may_be_headed_by_languages(tmp_path: Path) -> None:
    [concept] = load_glossary(written(tmp_path, "terms.csv", "en,de\nfolder,Ordner\n"))
    assert [(name.lang, name.text) for name in concept.names] == [("en", "folder"), ("de", "Ordner")]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "a.csv",
            "source,target,status\nfolder,Ordner,requird\n",
            r"a.csv:2: expected required, .*found 'requird'; did you",
        ),
        ("a.csv", "source,target\nfolder,\n", r"a.csv:2: expected a term in target, found none"),
        ("a.csv", "source,target,case\nfolder,Ordner,maybe\n", r"a.csv:2: expected yes or no as case, found 'maybe'"),
        ("a.csv", "one,two\nfolder,Ordner\n", r"a.csv:1: expected a header with the columns source and target"),
        ("a.csv", "source,target\na,b,c\n", r"a.csv:2: expected 2 cells"),
        ("a.csv", "source,target\n", r"a.csv: expected terms, found none"),
        ("a.doc", "x", r"a.doc: expected a glossary \(.*\), found .doc"),
        ("a.tbx", V2.replace("<term>Ordner</term>", ""), r"a.tbx:4: expected a <term>"),
        ("a.tbx", V2.replace(' xml:lang="de"', ""), r"a.tbx:4: expected the language of a <langSet>"),
        ("a.tbx", "<html/>", r"a.tbx.*expected <tbx>, found <html>"),
    ],
)
def test_a_wrong_glossary_is_one_sentence_with_its_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        load_glossary(written(tmp_path, name, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="expected a file, found none"):
        load_glossary(tmp_path / "none.csv")


def test_every_reader_says_what_it_reads() -> None:
    assert {"csv", "tsv", "tbx"} <= set(GLOSSARIES.units)
    assert all(reader.summary.endswith(".") for reader in GLOSSARIES)
