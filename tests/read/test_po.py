"""Gettext catalogues."""

from __future__ import annotations

import sys

import pandas as pd
import pytest

from mtqa.errors import ReadError
from mtqa.read.base import ReadOptions
from mtqa.read.po import PO

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n"Language: de\\n"\n\n'


def read(body: str, charset: str = "UTF-8", encoding: str = "utf-8") -> pd.DataFrame:
    return PO.read((HEADER.format(charset) + body).encode(encoding), "a.po", ReadOptions())


def refused(body: str) -> str:
    with pytest.raises(ReadError) as error:
        read(body)
    return str(error.value)


def test_a_message_is_a_pair_with_its_context_flags_and_comments() -> None:
    row = read(
        '#. for translators\n# by them\n#: a.py:3 b.py:4\n#, fuzzy, python-format\nmsgctxt "menu"\nmsgid "Open %s"\n'
        'msgstr ""\n'
        '"Öffne\\n"\n"%s"\n'
    ).iloc[0]
    shown = ["source", "target", "id", "fuzzy", "flags", "note", "location", "target_lang"]
    assert row[shown].tolist() == [
        "Open %s", "Öffne\n%s", "menu", True, "python-format", "for translators\nby them", "a.py:3, b.py:4", "de",
    ]  # fmt: skip


def test_a_plural_message_is_a_pair_per_form() -> None:
    forms = 'msgid "one"\nmsgid_plural "%d"\nmsgstr[0] "eins"\nmsgstr[1] "%d Stück"\nmsgstr[2] ""\n'
    frame = read(forms + '\nmsgid "x"\nmsgstr ""\n')
    assert frame[["source", "target", "plural", "segment"]].to_numpy().tolist() == [
        ["one", "eins", 0, 0], ["%d", "%d Stück", 1, 1], ["%d", "", 2, 2], ["x", "", "", 3],
    ]  # fmt: skip


def test_obsolete_messages_are_no_rows() -> None:
    assert read('msgid "a"\nmsgstr "b"\n\n#~ msgid "old"\n#~ msgstr "alt"\n')["source"].tolist() == ["a"]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("ISO-8859-1", "latin-1"), ("CHARSET", "utf-8"), ("UTF-8", "cp1252"), ("UTF-8", "utf-8-sig")],
)
def test_the_encoding_is_the_declared_one_where_that_is_true(charset: str, encoding: str) -> None:
    assert read('msgid "size"\nmsgstr "Die Größe"\n', charset, encoding)["target"].tolist() == ["Die Größe"]


def test_a_broken_catalogue_is_refused_with_its_line() -> None:
    assert refused('msgid "a"\nmsgstr "b"\nnonsense\n') == (
        "a.po:8: expected a PO message, found a mistake in it; correct it."
    )


def test_a_catalogue_without_messages_is_refused() -> None:
    assert refused("") == "a.po: expected messages, found none; name a PO file that has some."


def test_without_polib_the_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polib", None)
    assert refused("") == 'a.po: expected polib for PO files, found none; install it with pip install "mtqa[po]".'
