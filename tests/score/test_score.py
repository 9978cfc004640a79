"""The scoring stage: own scores, sacrebleu's, and what gets 0 whatever else says."""

from __future__ import annotations

import pandas as pd
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

import mtqa
from mtqa.errors import FrameError, UnknownUnitError
from mtqa.pack.load import find_pack
from mtqa.score.base import METRICS

GOOD = ("The ferry leaves the harbour at six in the morning.", "Die Fähre verlässt den Hafen um sechs Uhr morgens.")

FRENCH = (GOOD[0], "Le ferry quitte le port à six heures du matin, comme tous les jours de la semaine.")


def table(*rows: tuple[str, str], reference: str = "") -> pd.DataFrame:
    return pd.DataFrame({
        "source": [source for source, _ in rows], "target": [target for _, target in rows], "reference": reference,
        "source_lang": "en", "target_lang": "de",
    })  # fmt: skip


def scored(*rows: tuple[str, str], reference: str = "", metrics: tuple[str, ...] = ()) -> pd.DataFrame:
    pack = find_pack("en", "de")
    assert pack is not None
    frame = mtqa.score(table(*rows, reference=reference), pack=pack, encoder=pack.encoder(), metrics=metrics)
    assert isinstance(frame, pd.DataFrame)
    return frame


def test_a_good_translation_scores_high_and_the_argument_is_not_edited() -> None:
    given = table(GOOD)
    before = given.copy()
    pack = find_pack("en", "de")
    assert pack is not None
    row = mtqa.score(given, pack=pack, encoder=pack.encoder()).iloc[0]
    pd.testing.assert_frame_equal(given, before)
    assert row["score.adequacy"] > 80
    assert row["score.quality"] > 70


@pytest.mark.parametrize(
    "target",
    [
        "",
        "   ",
        GOOD[0],
        GOOD[0].upper(),
        "Le ferry quitte le port à six heures du matin, comme tous les jours de la semaine.",
    ],
    ids=["empty", "blank", "copy", "copy in capitals", "another language"],
)
def test_what_is_no_translation_gets_nothing(target: str) -> None:
    row = scored((GOOD[0], target)).iloc[0]
    assert row[["score.quality", "score.adequacy", "score.fluency"]].tolist() == [0.0, 0.0, 0.0]


def test_another_sentence_is_fluent_and_inadequate() -> None:
    good, other = scored(GOOD, (GOOD[0], "Meine Schwester hat gestern einen neuen Hut gekauft.")).itertuples(
        index=False
    )
    columns = list(scored(GOOD).columns)
    adequacy, fluency = columns.index("score.adequacy"), columns.index("score.fluency")
    assert other[adequacy] < 25 < good[adequacy]
    assert other[fluency] > 40


def test_scrambled_words_cost_fluency_rather_than_adequacy() -> None:
    source = "He told the reporters that the old bridge had been closed for repairs since the beginning of May."
    good = "Er sagte den Reportern, dass die alte Brücke seit Anfang Mai wegen Reparaturen gesperrt sei."
    words = good.split()
    scrambled = " ".join(words[::-1])
    frame = scored((source, good), (source, scrambled))
    fluency = frame["score.fluency"].iloc[0] - frame["score.fluency"].iloc[1]
    adequacy = frame["score.adequacy"].iloc[0] - frame["score.adequacy"].iloc[1]
    assert fluency > 3 * abs(adequacy)


def test_a_pack_is_found_by_the_languages_of_each_row() -> None:
    """Segments of a check can be scored again as they are; rows without a pack among them stay without a score."""
    frame = pd.concat([table(GOOD), table(FRENCH).assign(target_lang="fr"), table(GOOD)], ignore_index=True)
    own = ["score.quality", "score.adequacy", "score.fluency"]
    found = mtqa.score(frame)[own]
    assert found.isna().all(axis=1).tolist() == [False, True, False]
    expected = scored(GOOD, GOOD)[own]
    pd.testing.assert_frame_equal(found.iloc[[0, 2]].reset_index(drop=True), expected)


def test_without_a_pack_there_are_no_own_scores_but_floors_hold() -> None:
    frame = mtqa.score(table(FRENCH, (GOOD[0], "")).assign(target_lang="fr"))
    assert frame["score.quality"].isna().tolist() == [True, False]
    assert frame["score.quality"].iloc[1] == 0


@pytest.mark.parametrize(
    ("name", "made"),
    [("bleu", BLEU(effective_order=True)), ("chrf", CHRF()), ("chrf++", CHRF(word_order=2)), ("ter", TER())],
)
def test_metrics_with_a_reference_are_sacrebleus_own(name: str, made: BLEU | CHRF | TER) -> None:
    reference = "Die Fähre fährt um sechs Uhr früh aus dem Hafen."
    frame = scored(GOOD, reference=reference, metrics=(name,))
    assert frame[f"score.{name}"].iloc[0] == made.sentence_score(GOOD[1], [reference]).score
    metric = METRICS[name]
    assert metric.corpus is not None
    assert metric.signature is not None
    plain = BLEU() if name == "bleu" else made
    assert metric.corpus([GOOD[1]], [reference]) == plain.corpus_score([GOOD[1]], [[reference]]).score
    assert metric.signature() == str(plain.get_signature())


def test_a_metric_nobody_knows_is_named() -> None:
    with pytest.raises(UnknownUnitError, match="no metric is called 'blue': did you mean bleu"):
        mtqa.score(table(GOOD), metrics=("blue",))


def test_a_frame_without_targets_is_refused() -> None:
    with pytest.raises(FrameError, match="add target"):
        mtqa.score(pd.DataFrame({"source": ["a"]}))


def test_batches_do_not_change_a_score() -> None:
    rows = [GOOD, ("Open the door.", "Öffne die Tür."), ("It is cold in here today.", "Heute ist es hier drin kalt.")]
    together = scored(*rows)["score.quality"].tolist()
    assert together == pytest.approx([scored(row)["score.quality"].iloc[0] for row in rows], abs=1e-3)


def test_a_paragraph_is_as_good_as_its_sentences() -> None:
    pairs = [
        GOOD,
        ("My sister bought a new hat yesterday.", "Meine Schwester hat sich gestern einen neuen Hut gekauft."),
        ("The old bridge has been closed since May.", "Die alte Brücke ist seit Mai gesperrt."),
        ("Nobody knows why the talks failed.", "Niemand weiß, warum die Gespräche gescheitert sind."),
        ("Most of the houses date from the last century.", "Die meisten Häuser stammen aus dem vorigen Jahrhundert."),
        ("The museum is open every day except Monday.", "Das Museum ist täglich außer montags geöffnet."),
        ("In winter the lake freezes over.", "Im Winter friert der See zu."),
    ]
    whole = (" ".join(source for source, _ in pairs), " ".join(target for _, target in pairs))
    frame = scored(*pairs, whole)
    assert frame["score.quality"].iloc[-1] > frame["score.quality"].iloc[:-1].mean() - 8
