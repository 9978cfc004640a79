"""Alignment of sentences: what comes out is complete, in order, and right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.align import align, align_sentences
from mtqa.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mtqa.data import Bead

ENGLISH = [
    "The harbour of Rostock was closed on Monday because of the storm.",
    "Three ferries had to wait outside until 14:30.",
    "Nobody was injured.",
    "The mayor, Karin Holm, thanked the fire brigade for its help.",
    "She said that the repairs would cost 2.5 million euros.",
    "Fishermen complained that the warning came too late.",
    "On Tuesday the ferries to Denmark will run again.",
]
GERMAN = [
    "Der Hafen von Rostock wurde am Montag wegen des Sturms geschlossen.",
    "Drei Fähren mussten bis 14:30 Uhr draußen warten.",
    "Niemand wurde verletzt.",
    "Die Bürgermeisterin Karin Holm dankte der Feuerwehr für ihre Hilfe.",
    "Sie sagte, die Reparaturen würden 2,5 Millionen Euro kosten.",
    "Fischer klagten, die Warnung sei zu spät gekommen.",
    "Am Dienstag fahren die Fähren nach Dänemark wieder.",
]


class Glossary:
    """A small lexicon."""

    def __init__(self, pairs: str, turned: bool) -> None:
        self.table: dict[str, list[tuple[str, float]]] = {}
        for pair in pairs.split():
            left, right = reversed(pair.split("=")) if turned else pair.split("=")
            self.table.setdefault(left, []).append((right, 0.6))

    def translations(self, word: str) -> list[tuple[str, float]]:
        return self.table.get(word.lower(), [])

    def __contains__(self, word: object) -> bool:
        return word in self.table


class Pack:
    """A pack of one lexicon."""

    PAIRS = (
        "harbour=hafen storm=sturms closed=geschlossen monday=montag three=drei ferries=fähren wait=warten "
        "nobody=niemand injured=verletzt was=wurde mayor=bürgermeisterin thanked=dankte fire=feuerwehr help=hilfe "
        "she=sie said=sagte repairs=reparaturen cost=kosten million=millionen euros=euro fishermen=fischer "
        "complained=klagten warning=warnung late=spät tuesday=dienstag denmark=dänemark again=wieder the=die the=der"
    )

    def lexicon(self, source_lang: str, target_lang: str) -> Glossary:
        return Glossary(self.PAIRS, turned=(source_lang, target_lang) == ("de", "en"))


def pairs(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def run(source: list[str], target: list[str], **options: object) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    beads = align_sentences(source, target, source_lang="en", target_lang="de", pack=Pack(), **options)  # type: ignore[arg-type]
    assert_complete(beads, len(source), len(target))
    return pairs(beads)


def assert_complete(beads: list[Bead], sources: int, targets: int) -> None:
    assert sorted(place for bead in beads for place in bead.source) == list(range(sources))
    assert [place for bead in beads for place in bead.target] == list(range(targets))
    assert all(0 <= bead.confidence <= 1 for bead in beads)
    assert all(bead.source or bead.target for bead in beads)


def test_sentences_that_correspond_are_paired() -> None:
    assert run(ENGLISH, GERMAN) == [((i,), (i,)) for i in range(7)]


def test_a_merged_sentence_takes_both_sources() -> None:
    target = [*GERMAN[:1], f"{GERMAN[1][:-1]}, {GERMAN[2]}", *GERMAN[3:]]
    assert run(ENGLISH, target)[1] == ((1, 2), (1,))


def test_a_split_sentence_takes_both_targets() -> None:
    source = [*ENGLISH[:3], f"{ENGLISH[3][:-1]}, and {ENGLISH[4]}", *ENGLISH[5:]]
    assert run(source, GERMAN)[3] == ((3,), (3, 4))


def test_an_omitted_sentence_stands_alone() -> None:
    assert run(ENGLISH, GERMAN[:3] + GERMAN[4:])[3] == ((3,), ())


def test_an_added_sentence_stands_alone() -> None:
    assert run(ENGLISH[:5] + ENGLISH[6:], GERMAN)[5] == ((), (5,))


def test_an_omitted_paragraph_does_not_pull_the_rest_away() -> None:
    assert run(ENGLISH, GERMAN[:1] + GERMAN[5:]) == [
        ((0,), (0,)), ((1,), ()), ((2,), ()), ((3,), ()), ((4,), ()), ((5,), (1,)), ((6,), (2,)),
    ]  # fmt: skip


def test_it_works_without_a_pack_by_names_numbers_and_lengths() -> None:
    found = pairs(align_sentences(ENGLISH, GERMAN, source_lang="en", target_lang="de"))
    assert found == [((i,), (i,)) for i in range(7)]


def test_texts_of_one_language_are_aligned_by_their_words() -> None:
    other = [*GERMAN[:2], *GERMAN[3:]]
    beads = align_sentences(GERMAN, other, source_lang="de", target_lang="de")
    assert pairs(beads)[2] == ((2,), ())
    assert pairs(beads)[3:] == [((i + 1,), (i,)) for i in range(2, 6)]


def test_sentences_of_another_text_are_left_alone() -> None:
    other = ["Die Katze schläft gern auf dem Sofa.", "Kartoffeln wachsen unter der Erde.", "Das Lied hat Strophen."]
    found = run(ENGLISH, GERMAN[:3] + other + GERMAN[3:])
    assert [bead for bead in found if bead[1] and set(bead[1]) & {3, 4, 5}] == [((), (3,)), ((), (4,)), ((), (5,))]


@pytest.mark.parametrize(("source", "target"), [([], []), (["A."], []), ([], ["A.", "B."]), ([""], ["", " "])])
def test_a_side_without_sentences_leaves_the_other_alone(source: list[str], target: list[str]) -> None:
    beads = align_sentences(source, target, source_lang="en", target_lang="de")
    assert_complete(beads, len(source), len(target))
    assert all(not (bead.source and bead.target) for bead in beads)


def test_empty_lines_are_kept_apart_and_counted() -> None:
    source = [ENGLISH[0], "", ENGLISH[1], ENGLISH[2], "", *ENGLISH[3:]]
    assert run(source, ["", *GERMAN, ""])[:4] == [((), (0,)), ((0,), (1,)), ((1,), ()), ((2,), (2,))]


def test_sentences_made_of_marks_do_no_harm() -> None:
    run(["…", "?!", "\u200b", *ENGLISH], [*GERMAN, "–", "\u0000"])


@settings(max_examples=40, deadline=None)
@given(
    source=st.lists(st.sampled_from([*ENGLISH, "", "7", "A b c.", "…"]), max_size=30),
    target=st.lists(st.sampled_from([*GERMAN, "", "7", "A b c.", "…"]), max_size=30),
)
def test_every_sentence_is_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    run(source, target)


def test_a_long_text_with_missing_passages_is_found_again() -> None:
    items = [(number, f"Item{number * 7919 % 10007}", number * 31) for number in range(900)]
    source = [f"Paragraph {number} is about {name} and costs {price} dollars." for number, name, price in items]
    target = [f"Absatz {number} handelt von {name} und kostet {price} Dollar." for number, name, price in items]
    kept = [number for number in range(900) if not (200 <= number < 260 or 600 <= number < 640)]
    beads = align_sentences(source, [target[number] for number in kept], source_lang="en", target_lang="de")
    right = {((number,), (place,)) for place, number in enumerate(kept)}
    assert len(right & set(pairs(beads))) >= 0.98 * len(right)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["Click OK."] * 60, ["Klicken Sie auf OK."] * 60),
        (["Click OK.", "Monday", "The harbour is closed."] * 40, ["Klicken Sie auf OK.", "Montag", "Der Hafen."] * 40),
    ],
)
def test_texts_that_repeat_themselves_are_aligned_straight(source: list[str], target: list[str]) -> None:
    found = run(source, target)
    assert sum(pair == ((place,), (place,)) for place, pair in enumerate(found)) >= 0.9 * len(source)


def test_passes_are_reported() -> None:
    seen: list[tuple[int, int]] = []
    run(ENGLISH, GERMAN, progress=lambda done, total: seen.append((done, total)))
    assert seen[0][0] == 0
    assert [done for done, _ in seen] == list(range(len(seen)))
    assert all(done < total for done, total in seen)


def test_the_same_input_gives_the_same_beads() -> None:
    first, second = (align_sentences(ENGLISH, GERMAN[2:], source_lang="en", target_lang="de") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("place", "pair"), [(4, ((4,), (3,))), (3, ((2,), (2,)))])
def test_paragraphs_decide_what_words_cannot(place: int, pair: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    source = [*ENGLISH[:2], *["Nobody was injured."] * 3, *ENGLISH[3:]]
    target = [*GERMAN[:2], *["Niemand wurde verletzt."] * 2, *GERMAN[3:]]
    found = run(
        source,
        target,
        source_paragraphs=[number >= place for number in range(len(source))],
        target_paragraphs=[number >= 3 for number in range(len(target))],
    )
    assert pair in found


def test_the_stage_can_be_called_with_lists_and_lines() -> None:
    frame = align(ENGLISH, "\n".join(GERMAN) + "\n", source_lang="en", target_lang="de")
    assert isinstance(frame, pd.DataFrame)
    assert frame["source"].tolist() == [(i,) for i in range(7)]
    assert frame["target_text"].tolist() == GERMAN


def test_the_package_itself_can_be_called() -> None:
    import mtqa

    stage: Callable[..., pd.DataFrame] = vars(mtqa).get("align") or mtqa.__getattr__("align")
    assert len(stage(ENGLISH, GERMAN, source_lang="en", target_lang="de")) == 7


def test_the_stage_reads_files_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text("\n".join(GERMAN), encoding="utf-8")
    assert len(align(GERMAN, path, source_lang="de", target_lang="de")) == 7


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa"])
def test_a_file_that_cannot_be_read_is_an_error_of_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "de.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=r"de\.txt: expected"):
        align(GERMAN, path, source_lang="de", target_lang="de")
