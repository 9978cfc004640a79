"""Harder sets made from given ones: passages moved, merged, left out, garbled, texts joined; always alike for a seed.

A text is a list of beads, each its source and its target sentences; what is done to it is done to beads, so that the
right alignment is known.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

Beads = list[tuple[list[str], list[str]]]
Pair = tuple[tuple[int, ...], tuple[int, ...]]

MOVED_BLOCKS, MOVED_SIZES, HEADINGS, SWAPS = 12, (3, 40), 12, 12
SHORT = 60
"""Characters of a sentence that may be a heading."""
MERGED, SPLIT, LEFT_OUT, LEFT_OUT_BLOCKS, BLOCK_SIZES = 0.15, 0.05, 0.06, 10, (5, 60)
GARBLED = 0.12
"""Of the words, dropped, doubled, or exchanged with the next: a third each."""


class Text(NamedTuple):
    """Sentences of both sides and the right beads."""

    source: list[str]
    target: list[str]
    gold: set[Pair]


def beads_of(source: Sequence[str], target: Sequence[str], gold: Sequence[Pair]) -> Beads:
    """The beads ``gold``, which may not cross, as sentences, in order."""
    ordered, j = [], 0
    left = sorted(gold, key=lambda pair: (min(pair[0], default=-1), min(pair[1], default=-1)))
    alone = {pair[1][0]: pair for pair in left if not pair[0]}
    for pair in (pair for pair in left if pair[0]):
        while pair[1] and j < pair[1][0]:
            ordered.append(alone[j])
            j += 1
        ordered.append(pair)
        j = pair[1][-1] + 1 if pair[1] else j
    ordered += [alone[place] for place in range(j, len(target))]
    return [([source[i] for i in pair[0]], [target[j] for j in pair[1]]) for pair in ordered]


def text_of(beads: Beads, order: Sequence[int] | None = None) -> Text:
    """Both sides; the target's beads in another ``order``, if one is given."""
    targets: dict[int, tuple[int, ...]] = {}
    j = 0
    for number in order if order is not None else range(len(beads)):
        size = len(beads[number][1])
        targets[number] = tuple(range(j, j + size))
        j += size
    gold, i = set(), 0
    for number, (source, _) in enumerate(beads):
        gold.add((tuple(range(i, i + len(source))), targets[number]))
        i += len(source)
    sentences = chain.from_iterable(beads[number][1] for number in (order or range(len(beads))))
    return Text(list(chain.from_iterable(source for source, _ in beads)), list(sentences), gold)


def moved(beads: Beads, seed: int) -> Text:
    """Blocks and single short sentences at other places of the target, and neighbours exchanged."""
    rng = random.Random(seed)
    order = list(range(len(beads)))
    for _ in range(MOVED_BLOCKS):
        size = min(rng.randint(*MOVED_SIZES), len(beads) // 4)
        _move(order, rng.randrange(len(order) - size), size, rng.randrange(len(order) - size))
    short = [number for number, bead in enumerate(beads) if _single(bead) and len(bead[1][0]) <= SHORT]
    for number in rng.sample(short, min(HEADINGS, len(short) // 4)):
        place = order.index(number)
        _move(order, place, 1, max(0, min(len(order) - 1, place + rng.choice((-9, -4, -2, -1, 1, 2, 4, 9)))))
    for _ in range(SWAPS):
        place = rng.randrange(len(order) - 1)
        if _single(beads[order[place]]) and _single(beads[order[place + 1]]):
            order[place : place + 2] = reversed(order[place : place + 2])
    return text_of(beads, order)


def _single(bead: tuple[list[str], list[str]]) -> bool:
    return len(bead[0]) == len(bead[1]) == 1


def _move(order: list[int], first: int, size: int, to: int) -> None:
    block = order[first : first + size]
    del order[first : first + size]
    order[to:to] = block


def hard(beads: Beads, seed: int, *, garble: bool = True) -> Text:
    """Many merged, split and missing sentences, missing blocks on either side, words garbled."""
    rng = random.Random(seed)
    out: Beads = []
    for bead in _without_blocks(beads, rng):
        chance = rng.random()
        both = bool(bead[0] and bead[1])
        if chance < MERGED and both and out and all(out[-1]) and len(out[-1][0]) + len(out[-1][1]) <= 3:
            out[-1] = _merged(out[-1], bead, rng)
        elif chance < MERGED + SPLIT and both:
            out.append((bead[0], list(chain.from_iterable(_parted(sentence) for sentence in bead[1]))))
        elif chance > 1 - LEFT_OUT and both:
            out.append((bead[0], []) if rng.random() < 0.5 else ([], bead[1]))
        else:
            out.append(bead)
    if garble:
        out = [(source, [_garbled(sentence, rng) for sentence in target]) for source, target in out]
    return text_of([single for bead in out for single in _alone(bead)])


def _without_blocks(beads: Beads, rng: random.Random) -> Beads:
    out = [(list(source), list(target)) for source, target in beads]
    for _ in range(LEFT_OUT_BLOCKS):
        size = min(rng.randint(*BLOCK_SIZES), len(out) // 8)
        first, side = rng.randrange(len(out) - size), rng.randrange(2)
        for bead in out[first : first + size]:
            bead[side].clear()
    return [bead for bead in out if bead[0] or bead[1]]


def _merged(
    bead: tuple[list[str], list[str]], after: tuple[list[str], list[str]], rng: random.Random
) -> tuple[list[str], list[str]]:
    source, target = bead[0] + after[0], bead[1] + after[1]
    return (source, [" ".join(target)]) if rng.random() < 0.7 else ([" ".join(source)], target)


def _parted(sentence: str) -> list[str]:
    """The sentence in two, after the comma that is nearest to its middle, if it has one."""
    places = [place for place, char in enumerate(sentence) if char in ",;:" and sentence[place + 1 : place + 2] == " "]
    if not places:
        return [sentence]
    place = min(places, key=lambda here: abs(here - len(sentence) / 2))
    return [sentence[: place + 1], sentence[place + 2 :]]


def _garbled(sentence: str, rng: random.Random) -> str:
    words, out = sentence.split(" "), []
    while words:
        word, chance = words.pop(0), rng.random()
        if chance < GARBLED / 3:
            continue
        if chance < 2 * GARBLED / 3:
            out.append(word)
        elif chance < GARBLED and words:
            word, words[0] = words[0], word
        out.append(word)
    return " ".join(out) or sentence


def _alone(bead: tuple[list[str], list[str]]) -> Beads:
    """Sentences without a counterpart one by one."""
    if bead[0] and bead[1]:
        return [bead]
    return [*(([sentence], []) for sentence in bead[0]), *(([], [sentence]) for sentence in bead[1])]


def joined(texts: Sequence[Beads]) -> Beads:
    """One text after the other."""
    return list(chain.from_iterable(texts))


MAKERS: dict[str, Callable[[Beads, int], Text]] = {"moved": moved, "hard": hard}
