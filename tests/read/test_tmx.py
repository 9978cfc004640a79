"""Translation memories."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.read.base import ReadOptions
from mtqa.read.tmx import TMX

HEAD = '<header srclang="{}" segtype="sentence" datatype="xml" adminlang="en" o-tmf="x" creationtool="x"/>'


def unit(about: str = "", **texts: str) -> str:
    sides = "".join(f'<tuv xml:lang="{code.replace("_", "-")}"><seg>{text}</seg></tuv>' for code, text in texts.items())
    return f"<tu {about}>{sides}</tu>\n"


def tmx(*units: str, source: str = "en") -> str:
    doctype = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    return f'{doctype}<tmx version="1.4">{HEAD.format(source)}<body>\n{"".join(units)}</body></tmx>'


def read(text: str, **options: str) -> pd.DataFrame:
    return TMX.read(text.encode(), "a.tmx", ReadOptions(**options))  # type: ignore[arg-type]


def refused(text: str, **options: str) -> str:
    with pytest.raises(ReadError) as error:
        read(text, **options)
    return str(error.value)


def test_units_are_pairs_with_the_languages_of_the_file() -> None:
    frame = read(tmx(unit('tuid="7"', en="A &amp; B", de="A &lt;b&gt; B"), unit(de="nur Ziel"), unit(en="only source")))
    assert frame[["source", "target", "id"]].to_numpy().tolist() == [
        ["A & B", "A <b> B", "7"], ["", "nur Ziel", ""], ["only source", "", ""],
    ]  # fmt: skip
    assert set(frame["source_lang"]) == {"en"}
    assert set(frame["target_lang"]) == {"de"}
    assert set(frame["target_markup"]) == {()}


def test_inline_codes_stay_as_they_are_written_and_are_known_by_their_places() -> None:
    source = (
        'Press <bpt i="1">&lt;b title="<sub>Go</sub>"&gt;</bpt>OK<ept i="1"/> &amp; <hi type="x">wait</hi><!-- no -->.'
    )
    row = read(tmx(unit(en=source, de='<ph x="&quot;&#10;"/>Los'))).iloc[0]
    codes = ['<bpt i="1">&lt;b title="<sub>Go</sub>"&gt;</bpt>', '<ept i="1"/>', '<hi type="x">', "</hi>"]
    assert row["source"] == f"Press {codes[0]}OK{codes[1]} & {codes[2]}wait{codes[3]}."
    assert [row["source"][start:end] for start, end in row["source_markup"]] == codes
    assert [row["target"][start:end] for start, end in row["target_markup"]] == ['<ph x="&quot;&#10;"/>']
    assert row["target"].endswith("Los")


def test_the_header_says_which_side_is_the_source() -> None:
    assert read(tmx(unit(de="ja", en="yes"), source="en-US"))["source"].tolist() == ["yes"]
    assert read(tmx(unit(de="ja", en="yes"), source="*all*"))["source"].tolist() == ["ja"]
    assert read(tmx(unit(de="ja", en="yes")), target_lang="en-GB")["source"].tolist() == ["ja"]


def test_regions_are_told_apart_only_where_all_is_one_language() -> None:
    assert read(tmx(unit(en_US="color", en_GB="colour"), source="en-US"))["target"].tolist() == ["colour"]
    frame = read(tmx(unit(en="a", de_DE="b"), unit(en="c", de_AT="d")))
    assert frame["target"].tolist() == ["b", "d"]
    assert frame["target_lang"].tolist() == ["de-DE", "de-AT"]


def test_of_many_languages_two_are_chosen() -> None:
    many = tmx(unit(en="yes", de="ja", fr="oui"), unit(fr="non", de="nein"), unit(fr="si"))
    assert read(many, target_lang="fr")["target"].tolist() == ["oui", "non", "si"]
    assert read(many, source_lang="fr", target_lang="de")["source"].tolist() == ["oui", "non", "si"]
    assert read(many, source_lang="en", target_lang="de")["target"].tolist() == ["ja", "nein"]


def test_notes_are_kept() -> None:
    text = tmx('<tu><note>one</note><note> two </note><tuv xml:lang="en"><seg>x</seg></tuv></tu>')
    assert read(text)["note"].tolist() == ["one\ntwo"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_is_read(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = tmx(unit(en="x", de="Größe")).replace("?>", f' encoding="{name}"?>', 1)
    assert TMX.read(text.encode(encoding), "a.tmx", ReadOptions())["target"].tolist() == ["Größe"]


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        (
            tmx(unit(en="a", de="b", fr="c")), {},
            "a.tmx: expected two languages, found de, en, fr; choose with --source-lang and --target-lang.",
        ),
        (
            tmx(unit(en="a", de="b")), {"target_lang": "it"},
            "a.tmx: expected the language it, found de, en; choose one of the file's languages.",
        ),
        (tmx(), {}, "a.tmx: expected translation units, found none; name a TMX file that has some."),
    ],
)  # fmt: skip
def test_a_memory_without_the_pair_gets_one_sentence(text: str, options: dict[str, str], message: str) -> None:
    assert refused(text, **options) == message
