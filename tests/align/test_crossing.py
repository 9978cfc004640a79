"""Passages that moved are found, each sentence stays in one bead, and beads come out in the target's order."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.align import align_sentences
from mtqa.align.chains import chains
from mtqa.align.order import in_order
from mtqa.align.side import Side
from mtqa.align.sums import counted, distinct, grouped
from mtqa.data import Bead
from mtqa.pack.load import find_pack

NAMES = ("Rostock", "Karin", "Bergen", "Lima", "Nairobi", "Osaka", "Quito", "Turin", "Vilnius", "Zagreb")


def texts(count: int) -> tuple[list[str], list[str]]:
    items = [(n, NAMES[n % 10], f"Item{n * 7919 % 10007}", n * 31 + 7) for n in range(count)]
    return (
        [f"Part {n} about {item} in {name} costs {price} dollars." for n, name, item, price in items],
        [f"Teil {n} über {item} in {name} kostet {price} Dollar." for n, name, item, price in items],
    )


def aligned(source: list[str], target: list[str]) -> list[Bead]:
    beads = align_sentences(source, target, source_lang="en", target_lang="de")
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))
    return beads


@pytest.mark.parametrize(("first", "size", "to"), [(10, 12, 50), (60, 5, 3)])
def test_a_passage_that_moved_is_aligned_and_marked(first: int, size: int, to: int) -> None:
    source, target = texts(80)
    order = [n for n in range(80) if not first <= n < first + size]
    order[to:to] = range(first, first + size)
    beads = aligned(source, [target[n] for n in order])
    found = {(bead.source, bead.target) for bead in beads}
    assert len(found & {((n,), (place,)) for place, n in enumerate(order)}) >= 79
    moved = [bead for bead in beads if bead.moved]
    assert 1 <= len(moved) <= size
    assert [bead.moved for bead in moved] == list(range(1, len(moved) + 1))


LETTER = [
    ("Subject: your order of 3 May", "Betreff: Ihre Bestellung vom 3. Mai"),
    ("Dear Mrs Holm,", "Sehr geehrte Frau Holm,"),
    ("Thank you for your order, which reached us yesterday.", "Vielen Dank für Ihre Bestellung, die gestern ankam."),
    ("The table will be delivered next week.", "Der Tisch wird nächste Woche geliefert."),
    ("Our driver will call you before he comes.", "Unser Fahrer ruft Sie an, bevor er kommt."),
    ("Nobody was injured.", "Niemand wurde verletzt."),
    ("The mayor thanked the fire brigade.", "Der Bürgermeister dankte der Feuerwehr."),
]


@pytest.mark.parametrize("place", [0, 1, 3, 5])
def test_a_line_that_changed_places_with_its_neighbour_is_found(place: int) -> None:
    order = list(range(len(LETTER)))
    order[place], order[place + 1] = order[place + 1], order[place]
    source, target = [pair[0] for pair in LETTER], [LETTER[n][1] for n in order]
    beads = align_sentences(source, target, source_lang="en", target_lang="de", pack=find_pack("en", "de"))
    assert {(bead.source, bead.target) for bead in beads} == {((n,), (here,)) for here, n in enumerate(order)}
    assert len([bead for bead in beads if bead.moved]) == 1


def test_nothing_moves_where_everything_is_in_order() -> None:
    source, target = texts(60)
    assert not [bead for bead in aligned(source, target[:20] + target[28:]) if bead.moved]


def test_beads_without_target_follow_the_source_sentence_before() -> None:
    pairs = [((0,), (0,)), ((1,), ()), ((2,), (2,)), ((3,), (1,)), ((4,), ()), ((), (3,))]
    beads = [Bead(source, target, 1.0) for source, target in pairs]
    assert [bead.source for bead in in_order(beads)] == [(0,), (1,), (3,), (4,), (2,), ()]


def test_chains_pay_for_their_beginning_and_share_nothing() -> None:
    worths = np.full((6, 6), -5, dtype=np.float32)
    for i, j in ((0, 3), (1, 4), (2, 5), (4, 0), (5, 4)):
        worths[i, j] = 4
    fees = np.full((6, 6), 6, dtype=np.float32)
    places = np.arange(6), np.arange(6)
    [chain] = chains(worths, places, fees)
    assert (chain.source, chain.target, chain.worth, chain.cost) == ((0, 2), (3, 5), 12.0, 6.0)
    assert chains(worths, (np.arange(6) * 2, np.arange(6)), fees) == []  # no neighbours any more


def test_some_sentences_are_a_side_of_their_own() -> None:
    side = Side(["a b", "c", "a d e"])
    some = side.taken(np.array([2, 0]))
    assert [some.vocabulary[n] for n in some.numbers] == ["a", "d", "e", "a", "b"]
    assert some.starts.tolist() == [0, 3, 5]
    assert len(some) == 2


def test_sums_and_counts_by_groups() -> None:
    vectors = np.arange(8, dtype=np.float32).reshape(4, 2)
    starts = np.array([0, 1, 1, 4])
    numbers = np.array([3, 0, 1, 2])
    assert grouped(vectors, numbers, starts).tolist() == [[6, 7], [0, 0], [6, 9]]
    assert grouped(vectors, numbers, starts, np.array([2, 1, 0, 0], np.float32)).tolist() == [[12, 14], [0, 0], [0, 1]]
    assert distinct(np.array([3, 1, 3, 1, 2])).tolist() == [1, 2, 3]
    assert [part.tolist() for part in counted(np.array([3, 1, 3]))] == [[1, 3], [1, 2]]
    assert [part.tolist() for part in counted(np.zeros(0, np.int64))] == [[], []]
