"""Two lists of sentences to beads: every sentence in exactly one, in order."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from mtqa.align.breaks import Breaks
from mtqa.align.order import in_order
from mtqa.align.search import Progress, Search, silent
from mtqa.align.weights import BLIND, WEIGHTS
from mtqa.data import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtqa.align.lattice import Step
    from mtqa.align.weights import Weights
    from mtqa.encode.base import Encoder
    from mtqa.pack.base import Lexicon, Pack

DIGITS = 4
"""Decimals of a confidence."""


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_lang: str = "",
    target_lang: str = "",
    pack: Pack | None = None,
    encoder: Encoder | None = None,
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
    progress: Progress = silent,
) -> list[Bead]:
    """Beads in order, monotone on both sides: n-m with at most five sentences, 1-0 and 0-1.

    Args:
        source: the sentences of one text; an empty one is no sentence but the end of a paragraph, and gets a bead alone
            or lies within one.
        target: the sentences of the other.
        source_lang: language codes; the same code twice aligns two texts of one language.
        target_lang: see ``source_lang``.
        pack: a pack of the two languages. Without one, numbers, names, cognates, marks and lengths must do, and what
            the document teaches about its own words.
        encoder: any encoder that knows both languages, as further evidence.
        source_paragraphs: a paragraph number for each source sentence; by default empty sentences part paragraphs.
        target_paragraphs: the same for the target.
        progress: called as ``progress(done, total)`` while passes over a long text are made.

    Returns:
        Beads with a ``confidence`` of 0 to 1: of those at .9 nine in ten are right, as far as that could be measured.

    Raises:
        PackError: where ``pack`` is of another pair of languages.
    """
    there, here = _spoken(source), _spoken(target)
    if not there or not here:
        return [*(Bead((i,), (), 1.0) for i in range(len(source))), *(Bead((), (j,), 1.0) for j in range(len(target)))]
    left, right = source_paragraphs or _paragraphs(source), target_paragraphs or _paragraphs(target)
    breaks = Breaks.of([left[i] for i in there], [right[j] for j in here])
    lexicons = _lexicons(pack, source_lang, target_lang)
    search = Search(
        [source[i] for i in there], [target[j] for j in here], (source_lang, target_lang), lexicons, breaks,
        WEIGHTS if lexicons or source_lang == target_lang != "" else BLIND, encoder,
    )  # fmt: skip
    return _beads(search.run(progress), (there, here), (len(source), len(target)), search.weights)


def _lexicons(pack: Pack | None, source_lang: str, target_lang: str) -> tuple[Lexicon, Lexicon] | None:
    if pack is None or source_lang == target_lang or not (source_lang and target_lang):
        return None
    return pack.lexicon(source_lang, target_lang), pack.lexicon(target_lang, source_lang)


def _spoken(sentences: Sequence[str]) -> list[int]:
    """The places of the sentences that are not empty."""
    return [place for place, sentence in enumerate(sentences) if sentence.strip()]


def _paragraphs(sentences: Sequence[str]) -> list[int]:
    return list(accumulate(not sentence.strip() for sentence in sentences))


def _beads(
    steps: list[Step], places: tuple[list[int], list[int]], sizes: tuple[int, int], weights: Weights
) -> list[Bead]:
    """The beads in terms of all sentences, in order; empty ones that no bead runs over are beads of their own."""
    beads = [
        Bead(
            _range(places[0], step.source, step.sources), _range(places[1], step.target, step.targets),
            round(weights.confidence(step.probability), DIGITS), step.moved,
        )
        for step in steps
    ]  # fmt: skip
    return in_order([*beads, *_alone(beads, sizes)])


def _range(places: list[int], first: int, size: int) -> tuple[int, ...]:
    return tuple(range(places[first], places[first + size - 1] + 1)) if size else ()


def _alone(beads: list[Bead], sizes: tuple[int, int]) -> Iterator[Bead]:
    """Sentences that are in none of ``beads``."""
    there = {place for bead in beads for place in bead.source}
    here = {place for bead in beads for place in bead.target}
    yield from (Bead((i,), (), 1.0) for i in range(sizes[0]) if i not in there)
    yield from (Bead((), (j,), 1.0) for j in range(sizes[1]) if j not in here)
