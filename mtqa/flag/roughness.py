"""Which documents are rough, told by the words that look wrong and by sure findings; and which words are suspicious then.

Good translators are free, and no statistic tells free from wrong; in a text of which much is wrong the same statistic is right
more often than not. So what is doubtful, and what is only suspicious, waits for this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from mtqa.flag.versions import versions
from mtqa.judge.spans import FEW, GOOD, clear_chance
from mtqa.mqm import penalty

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from mtqa.flag.base import Unit
    from mtqa.flag.resolve import Candidate
    from mtqa.judge.evidence import Evidence, Floats

GOOD_RATE, ROUGH_RATE = 0.03, 0.25
"""How many segments of good and of rough documents have a sure finding (measured: .026 of human translations of news, .049
of good engines' ones, .26 of the rough documents in ``training/rough``)."""
AGAINST = 2.5
"""Log-odds against a document's being rough where only sure findings tell: two in eleven segments are not enough."""
SHARE = 0.14
"""The share of flagged segments between good engines' difficult texts (a tenth) and rough ones (a quarter)."""

HABITS = frozenset(("LIN051", "LIN052"))
"""Checks of how a whole text is spelt (before 1996, without umlauts), which says when or where it was written."""

LEAST_LIKELY = 0.0975
"""The mean chance that a token is wrong, each segment seen by itself, below which nobody looks at the document as a whole: it
keeps good engines' long talks from passing for rough, and costs none of the rough documents that reach the rest."""
LEAST_CHANCE, KNOWN = 0.175, 0.1
"""The mean chance that a word is wrong, the segments seen together, from which a document is a rough engine's; and how much the
share of segments with a sure finding counts beside it. Ninety-six in a hundred rough documents by a hand not learned from reach
both means, one in fifty of good engines' ones, none of 395 human translations of news and talks
(``python -m benchmarks.telling``)."""
PLAIN, PLAIN_CHANCE = 0.4, 0.1
"""The share of segments with a sure finding from which a document is plainly rough, and the mean chance that suffices then: of an
engine unlike those that the judge learned from it says less (.14 of the real rough article, 21 of whose 38 segments have one)."""
SEVERAL = 2
"""And so many must have one: a single wrong number in a ticket of two segments proves no rough engine."""
USUAL = 0.22
"""The mean chance that rough documents have, .24 by a hand not learned from: the chances of a plainly rough one are raised to it,
because thresholds do not transfer from one engine to another, and shares do."""

PASSAGE, LEAST_OF_PASSAGE = 8, 0.22
"""How many segments are looked at by themselves in a long document, as an engine may have translated a part of it, and the mean
chance from which they are rough: higher than that of a document, because there are many. Of 31,644 segments of people's news,
manuals and laws in long documents none is told so, of good engines' talks 2 in a hundred; of rough documents of ten
sentences put into the middle of people's news every other sentence is, and 7 in a thousand of what stands around them."""
LONG = 2 * PASSAGE
"""The segments of a document that has passages."""

Parts = dict[str, list["Unit"]]
"""Units that stand together, by name."""

SEED = 0.42
"""The chance to which, in good texts under a thorough look, the suspicious share of the words is raised."""
FLOOR = 0.08
"""The chance below which no word is among the suspicious, and be it the worst of its text."""
EDITORS = 2
"""How often a post-editor's odds count beside a reviewer's (word MCC on unseen post-edits .296 once, .310 twice, .321 alone; on
WMT22's marks .182, .184, .168)."""
TINY = 1e-5


@dataclass(frozen=True, slots=True)
class Signs:
    """What a document shows: how many of its ``segments`` have a sure finding, and how likely its words are wrong.

    ``likely`` is the mean chance as a judge of rough texts sees each segment by itself, ``None`` where no such judge is;
    ``chance`` as it sees them together, drawn to :data:`GOOD`.
    """

    segments: int
    flagged: int
    likely: float | None = None
    chance: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether checks that know their reason found enough."""
        return self.flagged >= max(SEVERAL, PLAIN * self.segments)

    @property
    def open(self) -> bool:
        """Whether it may be rough, so that a look at its segments together is worth it."""
        return self.likely is not None and (self.plain or self.likely >= LEAST_LIKELY)

    @property
    def odds(self) -> float:
        """Log-odds that it is a rough engine's, from the Poisson likelihoods of its sure findings."""
        return self.flagged * log(ROUGH_RATE / GOOD_RATE) - self.segments * (ROUGH_RATE - GOOD_RATE)


def is_rough(signs: Signs, least: float = LEAST_CHANCE) -> bool:
    """Whether a rough engine's document would more likely show such signs than a good one."""
    if signs.likely is None:
        return signs.flagged >= SHARE * signs.segments and signs.odds >= AGAINST
    if signs.plain:
        return signs.chance >= PLAIN_CHANCE
    share = min(PLAIN, signs.flagged / signs.segments)  # of a sentence or two all may have one
    return signs.open and signs.chance + KNOWN * share >= least


def tell_roughness(units: Sequence[Unit], found: Sequence[Sequence[Candidate]]) -> None:
    """Tell each unit whether its document is rough, or the passage of a long one that it stands in.

    Documents that may be get the chances of their words, see :func:`raise_chances` for those of a plainly rough one. Several
    translations of one document are told apart.
    """
    documents: Parts = {}
    for unit, name in zip(units, versions(unit.segment for unit in units), strict=True):
        documents.setdefault(name, []).append(unit)
    flagged = {id(unit) for unit, candidates in zip(units, found, strict=True) if any(map(_telling, candidates))}
    _tell_parts(documents, flagged, LEAST_CHANCE)
    for own in documents.values():
        seen = _seen(own)
        clear = clear_chance(seen)
        for unit in own:
            unit.clear = clear
        if len(own) >= LONG and len(seen) and not own[0].rough:
            _tell_passages(own, flagged)


def _tell_passages(units: Sequence[Unit], flagged: Container[int]) -> None:
    """Tell which passages of a long document are rough that is not rough as a whole: those that begin at every half of one."""
    for start in (0, PASSAGE // 2):
        parts = (units[at : at + PASSAGE] for at in range(start, len(units), PASSAGE))
        left = [[unit for unit in part if not unit.rough] for part in parts]
        _tell_parts({str(number): part for number, part in enumerate(left) if part}, flagged, LEAST_OF_PASSAGE)


def _tell_parts(parts: Parts, flagged: Container[int], least: float) -> None:
    """Tell the units of each part whether it is rough; ``flagged``: the identities of those with a sure finding."""
    signs = {
        name: Signs(len(own), sum(id(unit) in flagged for unit in own), _likely(own)) for name, own in parts.items()
    }
    _tell_chances([(unit, name) for name, own in parts.items() if signs[name].open for unit in own])
    for name, own in parts.items():
        told = replace(signs[name], chance=_chance(own)) if signs[name].open else signs[name]
        rough = is_rough(told, least)
        for unit in own:
            unit.rough, unit.plain = rough, rough and told.plain
        if rough and told.plain:
            raise_chances(own)


def _seen(units: Sequence[Unit]) -> Floats:
    """The chances that the tokens of the document are wrong, each segment seen by itself; none where no judge is."""
    rough = [unit.evidence.rough for unit in units if unit.evidence is not None]
    return np.concatenate(rough) if rough else np.zeros(0, np.float32)


def _likely(units: Sequence[Unit]) -> float | None:
    """The mean of these chances."""
    seen = _seen(units)
    return float(seen.mean()) if len(seen) else None


def _chance(units: Sequence[Unit]) -> float:
    """The mean chance of a word with the segments seen together, drawn to :data:`GOOD`."""
    told = _chances(units)
    return (sum(told) + FEW * GOOD) / (len(told) + FEW)


def _chances(units: Sequence[Unit]) -> list[float]:
    """The chances of the document's words; a quotation mark or a dash tells nothing."""
    return [chance for unit in units if unit.chances is not None
            for chance, token in zip(unit.chances.tolist(), unit.target.tokens, strict=False) if token.is_word]  # fmt: skip


def raise_chances(units: Sequence[Unit]) -> None:
    """Raise the chances of a plainly rough document's words to :data:`USUAL`, if they are lower on average."""
    told = _chances(units)
    mean = sum(told) / max(1, len(told))
    if 0 < mean < USUAL:
        for unit in units:
            if unit.chances is not None:
                unit.chances = moved(unit.chances, _log_odds(USUAL) - _log_odds(mean))


def _telling(one: Candidate) -> bool:
    """Whether the finding is sure, worth a penalty point, and no habit of the whole text."""
    return not one.hit.doubtful and one.check.code not in HABITS and penalty(one.severity, one.category) >= 1


def _tell_chances(units: Sequence[tuple[Unit, str]]) -> None:
    """Give the units the chance that each of their words is wrong, as the judge of rough texts sees it."""
    rows = [(unit, unit.evidence, name) for unit, name in units
            if unit.evidence is not None and unit.evidence.model is not None]  # fmt: skip
    if not rows or rows[0][0].pack is None:
        return
    model = next(row.model for _, row, _ in rows if row.model is not None)
    found = model.suspicions([row for _, row, _ in rows], rows[0][0].pack, [name for *_, name in rows])
    for (unit, *_), chances in zip(rows, found, strict=True):
        unit.chances = chances


def tell_suspicions(units: Sequence[Unit], *, thorough: bool) -> None:
    """Tell the units of rough documents (``thorough``: all) how likely each of their words is wrong."""
    for unit in units:
        if unit.rough and unit.chances is not None:
            unit.suspicion = unit.chances
    if thorough:
        _tell_good([unit for unit in units if not unit.rough])


def _log_odds(chance: float) -> float:
    return log(max(TINY, chance) / max(TINY, 1 - chance))


def moved(chances: Floats, by: float) -> Floats:
    """The chances after their log-odds moved: where more is wrong, each word is likelier wrong (Saerens et al. 2002)."""
    odds = chances / np.maximum(np.float32(TINY), 1 - chances) * np.float32(exp(by))
    return np.asarray(odds / (1 + odds), np.float32)


def _tell_good(units: Sequence[Unit]) -> None:
    """Raise as many words to :data:`SEED` as reviewers and post-editors would mark, judging by their chances.

    Thresholds do not transfer between kinds of text, shares do: what counts is which words of these texts are the worst.
    """
    rows = [(unit, unit.evidence) for unit in units if unit.evidence is not None and unit.evidence.model is not None]
    judged = [(unit, row) for unit, row in rows if len(row.risk) and len(row.edits)]
    if not judged:
        return
    together = [_joined(row) for _, row in judged]
    every = np.concatenate(together)
    share = np.concatenate([(row.risk + row.edits) / 2 for _, row in judged]).mean()
    threshold = max(FLOOR, float(np.quantile(every, 1 - min(0.5, float(share)))))
    shift = _log_odds(SEED) - _log_odds(threshold)
    for (unit, _), chances in zip(judged, together, strict=True):
        raised, unit.chances = moved(chances, shift), chances
        unit.suspicion = np.where(raised >= SEED, raised, np.float32(0))  # words alone: their neighbours are fine


def _joined(row: Evidence) -> Floats:
    """The geometric mean of the odds that a reviewer marks and that a post-editor changes each word, the latter twice."""
    odds = np.cbrt(row.risk / (1 - row.risk + TINY) * (row.edits / (1 - row.edits + TINY)) ** EDITORS)
    return np.asarray(odds / (1 + odds), np.float32)
