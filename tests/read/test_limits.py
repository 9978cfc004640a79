"""How much room a file gives a translation, and what else it says of it, reaches the checks."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from mtqa.data import Limits, Segment
from mtqa.errors import ReadError
from mtqa.frames import segments_of
from mtqa.read import ReadOptions, read

XLIFF1 = """<xliff version="1.2" xmlns:its="http://www.w3.org/2005/11/its"><file original="a" source-language="en"
 target-language="de" datatype="plaintext"><body>
<trans-unit id="1" maxwidth="10" size-unit="char"><source>Settings</source><target state="new">Optionen</target></trans-unit>
<trans-unit id="2" maxwidth="10"><source>In pixels</source><target>In Pixeln</target></trans-unit>
<trans-unit id="3" its:storageSize="8" its:storageEncoding="iso-8859-1" its:lineBreakType="crlf"><source>Size</source>
<target>Größe</target></trans-unit>
<trans-unit id="4"><source>Open <mrk mtype="protected">Paint</mrk></source><target>Farbe öffnen</target></trans-unit>
</body></file></xliff>"""
XLIFF2 = """<xliff version="2.1" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"
 xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"><file id="f"><unit id="1" slr:sizeRestriction="0,12">
<segment state="initial"><source><mrk id="m" translate="no">Paint</mrk> menu</source><target>Menü</target></segment>
</unit></file></xliff>"""
PO = r"""
msgid ""
msgstr "Language: de\n"

#, fuzzy, c-format, max-length:20
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d Datei"
msgstr[1] "%d Dateien"
"""


def segments(folder: Path, name: str, text: str, **columns: str) -> list[Segment]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(segments_of(frame(path, **columns)))


def frame(path: Path, **columns: str) -> pd.DataFrame:
    return read(path, options=ReadOptions("en", "de", columns))


def test_xliff_1_says_how_many_characters_or_bytes_fit(tmp_path: Path) -> None:
    one, two, three, four = segments(tmp_path, "a.xlf", XLIFF1)
    assert one.limits == Limits(chars=10)
    assert one.state == "new"
    assert one.syntax == "xliff, plaintext"
    assert two.limits == Limits()
    assert three.limits == Limits(size=8, encoding="iso-8859-1", line_break="\r\n")
    assert [four.source[start:end] for start, end in four.source_terms] == ["Paint"]


def test_xliff_2_says_so_by_its_size_restriction(tmp_path: Path) -> None:
    [segment] = segments(tmp_path, "a.xlf", XLIFF2)
    assert (segment.limits.chars, segment.state) == (12, "initial")
    assert [segment.source[start:end] for start, end in segment.source_terms] == ["Paint"]


def test_a_po_message_carries_its_flags_and_all_its_forms(tmp_path: Path) -> None:
    one, many = segments(tmp_path, "a.po", PO)
    assert one.limits.chars == many.limits.chars == 20
    assert one.forms == many.forms == ("%d Datei", "%d Dateien")
    assert (one.form, many.form, one.state) == (0, 1, "fuzzy")
    assert one.syntax.startswith("po, c-format")
    assert one.context == "strings"


def test_a_table_may_have_a_column_of_limits(tmp_path: Path) -> None:
    text = "source,target,Max length\nOne,Eins,5\nTwo,Zwei,\n"
    assert [one.limits.chars for one in segments(tmp_path, "a.csv", text)] == [5, 0]
    lines = '{"source": "One", "target": "Eins", "max_bytes": 7}\n{"source": "Two", "target": "Zwei"}\n'
    assert [one.limits.size for one in segments(tmp_path, "a.jsonl", lines)] == [7, 0]


def test_a_limit_that_is_no_number_is_refused_by_its_row(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="whole number for max_chars, found 'many' in row 2"):
        segments(tmp_path, "a.csv", "source,target,max_chars\nOne,Eins,5\nTwo,Zwei,many\n")


def test_a_table_s_own_columns_of_such_names_may_hold_anything() -> None:
    table = pd.DataFrame({"target": ["Ja"], "source": ["Yes"], "state": [float("nan")], "forms": [3], "syntax": [None]})
    [segment] = segments_of(table)
    assert (segment.state, segment.forms, segment.syntax, segment.limits) == ("", (), "", Limits())


def test_ranges_and_forms_may_be_lists_as_json_has_them() -> None:
    table = pd.DataFrame({"target": ["<b>Ja</b>"], "target_markup": [[[0, 3], [5, 9]]], "forms": [["Ja", "Jas"]]})
    [segment] = segments_of(table)
    assert (segment.target_markup, segment.forms) == (((0, 3), (5, 9)), ("Ja", "Jas"))
