"""Roughness: which documents are rough, and what is believed about them."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

import mtqa
from mtqa.flag import roughness
from mtqa.flag.base import Unit
from mtqa.flag.roughness import Signs, is_rough, moved
from mtqa.text.view import View

ROUGH = [
    ("The senator signed the bill in congress.", "Der Senator unterschrieb die Rechnung im Kongress."),
    ("He was charged with murder by the police on Friday.", "Er wurde am Freitag von der Polizei wegen Mordes aufgeladen."),
    ("The meeting was called off.", "Das Treffen wurde abgerufen."),
    ("They bought the house for a paltry sum.", "Sie kauften das Haus für eine düstere Summe."),
]  # fmt: skip
GOOD = ("The children were playing in the garden.", "Die Kinder spielten im Garten.")
SUSPICIOUS = ("The bride wore a veil of lace.", "Die Braut trug einen Schleier aus Schnürsenkel.")


def findings(rows: list[tuple[str, str]], mode: str = "precise", **options: Any) -> pd.DataFrame:
    frame = pd.DataFrame({"source": [a for a, _ in rows], "target": [b for _, b in rows], "document": "one"})
    found: pd.DataFrame = mtqa.check(frame, source_lang="en", target_lang="de", mode=mode, **options).findings
    return found


@pytest.mark.parametrize(
    ("flagged", "segments", "rough"),
    [
        (0, 5, False),
        (0, 200, False),
        (1, 10, False),
        (3, 10, True),
        (3, 100, False),
        (10, 40, True),
        (50, 1000, False),
    ],
)
def test_many_sure_findings_in_few_segments_make_a_document_rough(flagged: int, segments: int, rough: bool) -> None:
    assert is_rough(Signs(segments, flagged)) is rough


@pytest.mark.parametrize(
    ("signs", "may_be", "rough"),
    [
        (Signs(10, 0, 0.12, 0.2), True, True),
        (Signs(10, 3, 0.12, 0.15), True, True),
        (Signs(10, 1, 0.12, 0.15), True, False),
        (Signs(10, 3, 0.08, 0.2), False, False),
        (Signs(10, 0, 0.0, 0.0), False, False),
        (Signs(10, 4, 0.08, 0.12), True, True),
        (Signs(10, 4, 0.12, 0.09), True, False),
    ],
)
def test_a_document_is_rough_whose_words_look_wrong_alone_and_together_or_one_plainly_wrong(
    signs: Signs, may_be: bool, rough: bool
) -> None:
    assert signs.open is may_be
    assert is_rough(signs) is rough


def test_a_rough_text_in_which_no_check_is_sure_is_told_by_its_words() -> None:
    rows = [
        ("The crane lifted the beams onto the roof.", "Der Kranich hob die Strahlen auf das Dach."),
        ("Screw the boards to the wall.", "Schraube die Vorstände zu der Wand."),
        ("Let the glue dry for an hour.", "Lass den Leim trocken für eine Stunde."),
        ("Cut the planks to size with a saw.", "Schneide die Planken zu Größe mit einem sah."),
        ("Wipe off any surplus paint.", "Wische ab irgendwelchen Überschuss Farbe."),
    ]
    assert "LIN001" in set(findings(rows)["code"])


def test_a_suspicious_phrase_is_named_where_the_document_is_rough_and_nowhere_else() -> None:
    codes = set(findings([*ROUGH, SUSPICIOUS])["code"])
    assert "LIN001" in codes
    alone = findings([SUSPICIOUS, *[GOOD] * 8])
    assert "LIN001" not in set(alone["code"])


def test_suspicions_wait_until_the_words_of_a_document_look_wrong_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [*ROUGH, SUSPICIOUS]
    assert "LIN001" in set(findings(rows)["code"])
    monkeypatch.setattr(roughness, "LEAST_LIKELY", 0.99)
    monkeypatch.setattr(roughness, "PLAIN", 1.1)
    assert "LIN001" not in set(findings(rows)["code"])


def test_a_sentence_alone_proves_nothing() -> None:
    assert "LIN001" not in set(findings([SUSPICIOUS])["code"])


def test_what_a_plainly_rough_document_has_too_few_of_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def flagged() -> int:
        found = findings([*ROUGH, SUSPICIOUS])
        return int((found["end"] - found["start"])[found["code"] == "LIN001"].sum())

    monkeypatch.setattr(roughness, "USUAL", 0.0)
    raised_never = flagged()
    monkeypatch.setattr(roughness, "USUAL", 0.9)
    assert flagged() > raised_never > 0


def test_chances_are_raised_to_the_usual_mean_and_never_beyond() -> None:
    class Words:
        def __init__(self, chance: float) -> None:
            self.chances = np.full(12, chance, np.float32)
            self.target = View("Der alte Mann sah das neue Haus und ging nach Hause zurück", "de")

    low, high = Words(0.1), Words(roughness.USUAL + 0.1)
    for words in (low, high):
        before = words.chances.mean()
        roughness.raise_chances([cast(Unit, words)])
        assert words.chances.mean() == pytest.approx(max(before, roughness.USUAL), abs=1e-3)


def test_a_thorough_look_names_the_worst_words_of_any_document() -> None:
    rows = [SUSPICIOUS, *[GOOD] * 8]
    assert "LIN001" in set(findings(rows, "thorough")["code"])


def test_chances_move_with_the_odds_and_stay_chances() -> None:
    chances = np.array([0.0, 0.2, 0.5, 0.999999, 1.0], np.float32)
    for by in (-1.0, 0.0, 0.5):
        out = moved(chances, by)
        assert ((out >= 0) & (out <= 1)).all()
        assert (np.diff(out) >= 0).all()
    assert moved(chances, 0.0)[1] == pytest.approx(0.2, abs=1e-4)
    assert moved(np.array([0.5], np.float32), 1.0)[0] == pytest.approx(0.7311, abs=1e-3)


def test_the_spelling_of_a_whole_text_does_not_make_it_rough() -> None:
    rows = [
        ("He knows that she comes.", "Er weiß, daß sie kommt."),
        ("He must go home now.", "Er muß jetzt nach Hause gehen."),
    ]
    found = findings([*(rows * 4), SUSPICIOUS])
    assert set(found["code"]) == {"LIN051", "ACC101"}


def places(frame: pd.DataFrame) -> list[tuple[int, int, int]]:
    found = frame[frame["code"] == "LIN001"]
    return list(zip(found["segment"], found["start"], found["end"], strict=True))


@pytest.mark.parametrize(
    "options",
    [
        {"select": ("garbled-phrase",)},
        {"select": ("garbled-phrase", "LOC")},
        {"ignore": ("LOC", "LIN101")},
        {"checks": {"wrong-sense": {"severity": "neutral"}}},
        {"profiles": {"few": {"ignore": ["all"], "select": ["garbled-phrase"]}}, "profile": "few"},
    ],
    ids=str,
)
def test_how_rough_a_document_is_hangs_on_no_choice_of_checks(options: dict[str, Any]) -> None:
    rows = [*ROUGH, SUSPICIOUS]
    everywhere, found = places(findings(rows)), places(findings(rows, **options))
    assert found
    assert set(found) <= set(everywhere)  # another check may explain a phrase where the first choice did not
    assert {segment for segment, *_ in everywhere} - {0} <= {segment for segment, *_ in found}


def test_doubtful_findings_are_believed_alone_as_they_are_in_a_full_run() -> None:
    rows = [*ROUGH, SUSPICIOUS]
    full = findings(rows)
    for code in sorted(set(full["code"])):
        alone = findings(rows, select=(code,))
        assert set(alone["text"]) >= set(full[full["code"] == code]["text"])


ODD = ("Her train was held up by a fallen tree.", "Ihr Zug wurde von einem gefallenen Baum hochgehalten.")


def test_a_clearly_garbled_sentence_is_named_in_a_good_document() -> None:
    found = findings([GOOD] * 8 + [ODD])
    assert set(found["segment"]) == {8}
    assert "garbled-phrase" in set(found["check"])


def test_what_is_doubtful_is_believed_where_a_phrase_is_clearly_wrong() -> None:
    full = findings(rows := [GOOD] * 8 + [ODD])
    assert {"wrong-sense", "garbled-phrase"} <= set(full["check"])
    for code in sorted(set(full["code"])):
        alone = findings(rows, select=(code,))
        assert set(alone["text"]) >= set(full[full["code"] == code]["text"])


def test_a_rough_passage_of_a_long_document_is_told() -> None:
    good = [
        (f"The children played in the garden {n} times.", f"Die Kinder spielten {n} Mal im Garten.")
        for n in range(2, 22)
    ]
    found = findings([*good, *([*ROUGH, SUSPICIOUS] * 2), *good])
    assert set(found["segment"]) <= set(range(20, 30))
    assert (29, "einen Schleier aus Schnürsenkel") in zip(found["segment"], found["text"], strict=True)
    assert "garbled-phrase" not in set(findings([*good, SUSPICIOUS, *good])["check"])
