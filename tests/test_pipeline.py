"""The main job called from Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import mtqa
from mtqa.errors import FrameError, ReadError
from mtqa.pipeline import batches


def table(**columns: list[Any]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in columns.items()})


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (table(source=["a"]), "expected the columns target, found source; add target."),
        (table(target=["a", 3.5]), "expected texts in target, found 3.5 in row 1; convert it."),
        (table(target=["a \ud800"]), "expected Unicode in target, found half a surrogate pair in row 0; remove it."),
    ],
)
def test_a_frame_that_cannot_be_judged_is_one_sentence(frame: pd.DataFrame, said: str) -> None:
    with pytest.raises(FrameError) as caught:
        mtqa.check(frame, source_lang="en", target_lang="de")
    assert said in str(caught.value)


def test_missing_values_of_a_frame_are_empty_texts() -> None:
    frame = table(target=[None, "Gut so."], source=["All is well.", float("nan")], document=["a", None])
    result = mtqa.check(frame, source_lang="en", target_lang="de")
    assert result.segments["target"].tolist() == ["", "Gut so."]
    assert result.findings["check"].tolist() == ["empty-target"]
    assert frame["target"].isna().tolist() == [True, False]


def test_a_batch_ends_with_a_document_where_one_ends_soon_enough() -> None:
    frame = pd.DataFrame({"document": ["a"] * 3 + ["b"] * 4 + ["c"] * 9, "source_lang": "en", "target_lang": "de"})
    assert [len(rows) for rows in batches(frame, 2)] == [3, 4, 2, 2, 2, 3]
    assert pd.concat(list(batches(frame, 2))).equals(frame)


ROUGH = [
    (
        "He was charged with murder by the police on Friday.",
        "Er wurde am Freitag von der Polizei wegen Mordes aufgeladen.",
    ),
    ("The meeting was called off.", "Das Treffen wurde abgerufen."),
    ("They bought the house for a paltry sum.", "Sie kauften das Haus für eine düstere Summe."),
    ("The bride wore a veil of lace.", "Die Braut trug einen Schleier aus Schnürsenkel."),
]


@pytest.mark.parametrize("mode", ["precise", "thorough"])
def test_findings_of_a_document_do_not_depend_on_the_batch(mode: str) -> None:
    rows = [(name, *pair) for name in ("one", "two", "three") for pair in ROUGH]
    frame = pd.DataFrame(rows, columns=["document", "source", "target"])
    whole, parts = (
        mtqa.check(frame, source_lang="en", target_lang="de", mode=mode, batch_size=size).findings for size in (100, 4)
    )
    assert len(whole) > len(ROUGH)
    assert whole.equals(parts)


def test_what_a_thorough_look_names_in_a_clean_document_is_said_to_be_hardly_likely() -> None:
    frame = pd.DataFrame({"source": ["Yes, I do."], "target": ["Ja, das tue ich."]})
    found = mtqa.check(frame, source_lang="en", target_lang="de", mode="thorough").findings
    assert (found["confidence"] < 0.5).all()


def test_glossaries_patterns_and_whole_texts_reach_the_findings(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.csv"
    glossary.write_text("source,target\nmemory card,Speicherkarte\n", encoding="utf-8")
    frame = pd.DataFrame(
        [
            ("Insert the memory card.", "Legen Sie den Chip ein."),
            ("Close all the files now.", "Schließen Sie jetzt alle Dateien."),
            ("See figure 12.", "Siehe Abbildung 21."),
            ("Close all the files now.", "Schließen Sie jetzt sämtliche Dateien."),
        ],
        columns=["source", "target"],
    )
    result = mtqa.check(
        frame, source_lang="en", target_lang="de", select=("TER",), glossaries=(str(glossary),),
        patterns=({"source": r"figure (?P<n>\d+)", "target": "Abbildung (?P=n)"},),
    )  # fmt: skip
    found = [(row["segment"], row["check"]) for row in result.findings.to_dict("records")]
    assert found == [(0, "term-missing"), (2, "key-term"), (3, "inconsistent-target")]
    assert result.documents["penalty"].sum() == result.findings["penalty"].sum()


TEXT = "The museum is open every day of the week, and the entrance is free for children under the age of six."


def test_a_table_in_one_language_says_why_nothing_was_judged_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "copy.tsv").write_text(f"source\ttarget\n{TEXT}\t{TEXT}\n", encoding="utf-8")
    (said,) = mtqa.check(tmp_path / "copy.tsv").about["skipped"]
    assert said.startswith("Source and target both seem to be English, as if nothing had been translated")
    assert "give --target-lang" in said


def test_a_reference_that_is_the_target_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    said = mtqa.check(tmp_path / "a.txt", against=tmp_path / "b.txt").about["skipped"]
    assert "The reference of a is the target word for word" in said[-1]
    (tmp_path / "b.txt").write_text(TEXT.replace("six", "ten"), encoding="utf-8")
    said = mtqa.check(tmp_path / "a.txt", against=tmp_path / "b.txt").about["skipped"]
    assert not any("word for word" in sentence for sentence in said)


def test_a_glossary_that_cannot_be_read_is_told_before_the_work_begins(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="expected a file, found none"):
        mtqa.check("none.txt", glossaries=(str(tmp_path / "none.csv"),))


def test_a_glossary_without_terms_for_the_languages_is_said_to_be_of_no_use(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.csv"
    glossary.write_text("fr,it\nchat,gatto\n", encoding="utf-8")
    frame = pd.DataFrame([("The house.", "Das Haus.")], columns=["source", "target"])
    said = mtqa.check(frame, source_lang="en", target_lang="de", glossaries=(str(glossary),)).about["skipped"]
    assert said == ["No glossary has terms for en-de: the checks of terms were left out."]


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="de"><body>
<trans-unit id="1" translate="no"><source>Please restart it now.</source><target>Please restart it now.</target></trans-unit>
<trans-unit id="2" translate="no"><source>git commit --amend</source></trans-unit>
<trans-unit id="3"><source>Please restart it now.</source><target>Bitte starten Sie es jetzt neu.</target></trans-unit>
<trans-unit id="4" translate="no"><source>Acme Widget Deluxe</source><target>Luxus-Gerät von Akme</target></trans-unit>
<trans-unit id="5"><source>The <mrk mtype="protected">FooBar</mrk> app is new.</source>
<target>Die FuBar-App ist neu.</target></trans-unit>
</body></file></xliff>"""


def test_what_must_not_be_translated_has_no_score_and_is_wrong_only_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.xlf").write_text(XLIFF, encoding="utf-8")
    result = mtqa.check(tmp_path / "a.xlf", ignore=["LIN001"])
    assert result.segments["score.quality"].isna().tolist() == [True, True, False, True, False]
    assert result.documents["score.quality"].notna().all()
    assert [(row["segment"], row["check"]) for row in result.findings.to_dict("records")] == [
        (3, "protected-text"), (4, "protected-text"),
    ]  # fmt: skip


def test_a_source_whose_language_nobody_can_tell_is_said_to_be_left_out() -> None:
    said = "The language of the source cannot be told from so few words: adequacy"
    frame = table(
        document=["A", "B"], source=["Pay 25 euros.", "Pay 45 euros."], target=["Zahlen Sie 52 Euro.", "Zahlen Sie 54."]
    )
    assert [text for text in mtqa.check(frame, target_lang="de").about["skipped"] if text.startswith(said)]
    assert mtqa.check(frame, source_lang="en", target_lang="de").about["skipped"] == []
