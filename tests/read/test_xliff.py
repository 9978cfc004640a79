"""XLIFF 1.2 and 2.x."""

from __future__ import annotations

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.read.base import READERS, ReadOptions
from mtqa.read.xml import xliff_version

SEGMENTED = """<trans-unit id="u"><source>One. Two.</source>
<seg-source><g id="1"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></g></seg-source>
{}</trans-unit>"""


def one(*units: str, files: int = 1) -> str:
    file = (
        '<file original="f{}.html" source-language="en" target-language="de-AT" datatype="html"><body>{}</body></file>'
    )
    body = "".join(file.format(number, "".join(units)) for number in range(files))
    names = 'xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:x"'
    return f'<?xml version="1.0"?>\n<xliff version="1.2" {names}>{body}</xliff>'


def two(*units: str) -> str:
    return f"""<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de">
<file id="f1">{"".join(units)}</file></xliff>"""


def read(text: str, reader: str) -> pd.DataFrame:
    return READERS[reader].read(text.encode(), "a.xlf", ReadOptions())


def codes(row: pd.Series, side: str) -> list[str]:
    return [row[side][start:end] for start, end in row[f"{side}_markup"]]


def test_a_unit_is_a_pair_with_its_languages_state_and_notes() -> None:
    text = one(
        '<group><trans-unit id="1" approved="yes"><source>Yes &amp; no</source><target state="final">Ja</target>'
        "<note>first</note><alt-trans><source>x</source><target>other</target></alt-trans></trans-unit></group>",
        '<trans-unit id="2" translate="no"><source>X</source></trans-unit>',
    )
    rows = read(text, "xliff1")
    shown = [
        "source",
        "target",
        "id",
        "source_lang",
        "target_lang",
        "state",
        "approved",
        "translate",
        "note",
        "document",
    ]
    assert rows[shown].to_numpy().tolist() == [
        ["Yes & no", "Ja", "1", "en", "de-AT", "final", "yes", "", "first", "a.xlf"],
        ["X", "X", "2", "en", "de-AT", "", "", "no", "", "a.xlf"],
    ]


def test_columns_that_nothing_fills_are_left_out() -> None:
    assert "approved" not in read(one('<trans-unit id="1"><source>a</source></trans-unit>'), "xliff1")


def test_inline_codes_of_1_2_are_kept() -> None:
    source = 'Press <g id="1" x:foo="2">OK <x id="3"/></g> now<bpt id="4">&lt;b&gt;</bpt>!<ept id="4">&lt;/b&gt;</ept>'
    row = read(
        one(f'<trans-unit id="1"><source>{source}</source><target>{source}</target></trans-unit>'), "xliff1"
    ).iloc[0]
    assert row["source"] == row["target"] == source
    assert codes(row, "source") == [
        '<g id="1" x:foo="2">', '<x id="3"/>', "</g>", '<bpt id="4">&lt;b&gt;</bpt>', '<ept id="4">&lt;/b&gt;</ept>',
    ]  # fmt: skip


def test_the_segments_of_a_cat_tool_are_rows_of_their_own() -> None:
    target = '<target><mrk mtype="seg" mid="1">Eins.</mrk> <mrk mtype="seg" mid="2">Zwei<x id="1"/>.</mrk></target>'
    frame = read(one(SEGMENTED.format(target)), "xliff1")
    assert frame[["id", "source", "target"]].to_numpy().tolist() == [
        ["u/1", "One.", "Eins."], ["u/2", "Two.", 'Zwei<x id="1"/>.'],
    ]  # fmt: skip
    assert frame["target_markup"].tolist() == [(), ((4, 15),)]
    assert read(one(SEGMENTED.format("")), "xliff1")["target"].tolist() == ["", ""]


@pytest.mark.parametrize(
    "target",
    [
        '<target><mrk mtype="seg" mid="1">Eins.</mrk> Text daneben.</target>',
        '<target><mrk mtype="seg" mid="1">Eins.</mrk></target>',
        "<target>Eins. Zwei.</target>",
    ],
)
def test_a_unit_is_whole_where_its_segments_would_lose_text(target: str) -> None:
    frame = read(one(SEGMENTED.format(target)), "xliff1")
    assert frame["source"].tolist() == ["One. Two."]
    assert "Eins." in frame["target"].iloc[0]


def test_several_files_in_one_are_several_documents() -> None:
    frame = read(one('<trans-unit id="1"><source>a</source></trans-unit>', files=2), "xliff1")
    assert frame["document"].tolist() == ["f0.html", "f1.html"]


def test_a_segment_of_2_x_is_a_pair() -> None:
    text = two(
        '<unit id="u1"><notes><note>hello</note></notes><originalData><data id="d1">&lt;b&gt;</data></originalData>'
        '<segment id="s1" state="final"><source>A <pc id="1">bold</pc><cp hex="001A"/></source>'
        '<target>Ein <pc id="1">fettes</pc></target></segment><ignorable><source> </source></ignorable>'
        "<segment><source>B</source></segment></unit>",
        '<unit id="u2"><segment><source>C</source><target>Z</target></segment></unit>',
    )
    frame = read(text, "xliff2")
    assert frame[["id", "source", "target", "state", "note"]].to_numpy().tolist() == [
        ["u1/s1", 'A <pc id="1">bold</pc><cp hex="001A"/>', 'Ein <pc id="1">fettes</pc>', "final", "hello"],
        ["u1/2", "B", "", "", "hello"],
        ["u2", "C", "Z", "", ""],
    ]
    assert codes(frame.iloc[0], "source") == ['<pc id="1">', "</pc>", '<cp hex="001A"/>']
    assert set(frame["target_lang"]) == {"de"}


@pytest.mark.parametrize(
    ("head", "version"),
    [
        (one()[:200], "1"),
        (two()[:200], "2"),
        ("<?xml version='1.0'?><x:xliff version = '2.0'>", "2"),
        ("<tmx version='1.4'>", ""),
    ],
)
def test_the_version_is_that_of_xliff_and_not_that_of_xml(head: str, version: str) -> None:
    assert xliff_version(head.encode()) == version
    assert xliff_version(head.encode("utf-16")) == version


@pytest.mark.parametrize(
    ("text", "reader", "message"),
    [
        (one(), "xliff1", "a.xlf: expected translation units, found none; name an XLIFF file that has some."),
        (two(), "xliff2", "a.xlf: expected segments, found none; name an XLIFF file that has some."),
        ("<tmx/>", "xliff2", "a.xlf:1: expected <xliff>, found <tmx>; check what the file is."),
    ],
)
def test_a_file_without_units_is_refused(text: str, reader: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        read(text, reader)
    assert str(error.value) == message


UNIT = '<trans-unit id="{}"{}><source>Run <x id="1"/> now</source>{}</trans-unit>'


def test_words_of_a_unit_that_must_not_be_translated_stay_wherever_that_is_said() -> None:
    text = one(
        UNIT.format(1, ' translate="no"', ""),
        '<group translate="no">',
        UNIT.format(2, "", "<target>Lauf jetzt</target>"),
        UNIT.format(3, ' translate="yes"', "<target>Lauf</target>"),
        "</group>",
        UNIT.format(4, "", ""),
    )
    frame = read(text, "xliff1")
    assert frame["target"].tolist() == ['Run <x id="1"/> now', "Lauf jetzt", "Lauf", ""]
    assert frame["translate"].tolist() == ["no", "no", "yes", ""]
    words = [
        [text[start:end] for start, end in ranges]
        for text, ranges in zip(frame["source"], frame["source_terms"], strict=True)
    ]
    assert words == [["Run", "now"], ["Run", "now"], [], []]
    assert [row["target"][start:end] for _, row in frame.iterrows() for start, end in row["target_terms"]] == [
        "Run", "now", "Lauf jetzt",
    ]  # fmt: skip
    assert frame["target_markup"].iloc[0] == frame["source_markup"].iloc[0]


def test_in_2_x_a_file_may_say_it() -> None:
    text = two('<unit id="u"><segment><source>A B</source></segment></unit>').replace(
        'id="f1"', 'id="f1" translate="no"'
    )
    assert read(text, "xliff2")[["target", "translate"]].to_numpy().tolist() == [["A B", "no"]]
