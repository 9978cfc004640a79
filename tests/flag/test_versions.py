"""Several translations of one document in a table."""

from __future__ import annotations

import pandas as pd

import mtqa
from mtqa.data import Segment
from mtqa.flag.versions import versions

TEXT = ["The shop opens at nine.", "It closes at six.", "Dogs are welcome.", "Please do not feed them."]


def rows(*texts: list[str]) -> list[Segment]:
    return [Segment("x", source, document="one") for text in texts for source in text]


def test_translations_of_one_document_get_a_name_each_in_whatever_order_their_rows_stand() -> None:
    assert versions(rows(TEXT, TEXT)) == ["one\0" + str(number) for number in [0] * 4 + [1] * 4]
    assert versions(rows([text for text in TEXT for _ in range(2)])) == ["one\0" + str(n) for n in [0, 1] * 4]


def test_a_text_that_repeats_a_sentence_is_one_text() -> None:
    assert set(versions(rows(TEXT, TEXT[:2]))) == {"one"}
    assert set(versions(rows(["Save all files."] * 5))) == {"one"}
    assert set(versions(rows(["", "", "A", "B"]))) == {"one"}


def test_translations_of_one_document_need_not_agree() -> None:
    german = ["Der Laden öffnet um neun.", "Er schließt um sechs.", "Hunde sind willkommen.", "Bitte nicht füttern."]
    other = [
        "Das Geschäft macht um neun auf.",
        "Um sechs wird geschlossen.",
        "Hunde dürfen mit.",
        "Bitte nicht füttern.",
    ]
    frame = pd.DataFrame({"source": TEXT * 2, "target": german + other, "document": "one"})
    found = mtqa.check(frame, source_lang="en", target_lang="de").findings
    assert "TER101" not in set(found["code"])
