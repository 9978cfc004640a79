"""How rough a document is, told by what its sure findings say; and which of its words are suspicious then.

Good translators are free, and no statistic tells free from wrong; in a text of which every fourth sentence is surely wrong
the same statistic is right more often than not. So what is doubtful, and what is only suspicious, waits for this.
"""

from __future__ import annotations

from collections import Counter
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from mtqa.flag.versions import versions
from mtqa.mqm import penalty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtqa.flag.base import Unit
    from mtqa.flag.resolve import Candidate
    from mtqa.judge.evidence import Evidence, Floats

PRIOR = 5
"""Segments without an error that every document is given before its roughness is taken: a few rows prove nothing."""
GOOD_RATE, ROUGH_RATE = 0.03, 0.25
"""How many segments of good and of rough documents have a sure finding (measured: .026 of human translations of news, .049
of good engines' ones, .26 of the rough documents in ``training/rough``)."""
SUSPICIOUS = 0.5
"""The chance of being wrong that makes a segment suspicious when one of its words reaches it."""
GOOD_SUSPICIOUS, ROUGH_SUSPICIOUS = 0.06, 0.51
"""How many segments of good and of rough documents are suspicious (.027 of human translations of news and talks, .079 of good
engines' ones, .51 of rough documents that the judge did not learn from)."""
AGAINST = 2.5
"""Log-odds against a document's being rough before anything is known of it: none of 129 human translations of news and talks
passes for rough, of good engines' ones one in twenty-five; of rough ones of ten sentences, unseen by the judge, 79 to 89 in a
hundred do, and 65 of a middling engine's."""
SHARE = 0.14
"""The share of flagged segments between good engines' difficult texts (a tenth) and rough ones (a quarter)."""
PROVEN, BOTH = 0.07, 0.25
"""The share of segments with a sure finding below which no suspicion counts, and the least share of the two together."""

HABITS = frozenset(("LIN051", "LIN052"))
"""Checks of how a whole text is spelt (before 1996, without umlauts), which says when or where it was written."""

SEVERE = 0.7
"""The chance that counts a segment as wrong in the roughness, that is in how much of a rough document is wrong."""
LEAST_SEVERE, MANY = 0.05, 0.4
"""The share of such segments, or else of suspicious ones, below which a document is none of a rough engine's: of medical texts by
good engines three in ten would pass for rough if nothing asked for it, one in ten does."""
USUAL = 0.2
"""The roughness of the texts that the judge of rough texts learned from."""
LEAST = -2.0
"""How far, in log-odds, a document that is less rough than those may lower the chance that a word is wrong."""

SEED = 0.42
"""The chance to which, in good texts under a thorough look, the suspicious share of the words is raised."""
FLOOR = 0.08
"""The chance below which no word is among the suspicious, and be it the worst of its text."""
EDITORS = 2
"""How often a post-editor's odds count beside a reviewer's (word MCC on unseen post-edits .252 once, .266 twice)."""
TINY = 1e-5


def is_rough(flagged: int, segments: int, suspicious: int | None = None) -> bool:
    """Whether a rough engine's document would more likely have so many flagged, and suspicious, segments.

    The two are taken as independent, each with its Poisson likelihood. Long documents, of which likelihoods are sure anyway,
    must show a share besides. ``suspicious`` is ``None`` where no judge spoke.
    """
    known = flagged * log(ROUGH_RATE / GOOD_RATE) - segments * (ROUGH_RATE - GOOD_RATE)
    if suspicious is None:
        return flagged >= SHARE * segments and known >= AGAINST
    guessed = suspicious * log(ROUGH_SUSPICIOUS / GOOD_SUSPICIOUS) - segments * (ROUGH_SUSPICIOUS - GOOD_SUSPICIOUS)
    enough = is_proven(flagged, segments) and flagged + suspicious >= BOTH * segments
    return enough and known + guessed >= AGAINST


def is_proven(flagged: int, segments: int) -> bool:
    """Whether checks that know their reason found enough for suspicions to count at all."""
    return 0 < flagged >= PROVEN * segments


def tell_roughness(units: Sequence[Unit], found: Sequence[Sequence[Candidate]]) -> None:
    """Give each unit its document's roughness: the share of segments with a sure finding worth a penalty point or more.

    Documents in which some are proven get the chances of their words, which count as evidence: there the roughness is the
    share of segments with a word that reaches :data:`SEVERE`; good engines' difficult texts have as many sure findings as
    rough ones, but a third of those. Several translations of one document are told apart.
    """
    names = versions(unit.segment for unit in units)
    segments = Counter(names)
    flagged = Counter(
        name for name, candidates in zip(names, found, strict=True) if any(_telling(one) for one in candidates)
    )
    _tell_chances([(unit, name) for unit, name in zip(units, names, strict=True)
                   if is_proven(flagged[name], segments[name])])  # fmt: skip
    highest = [_highest(unit) for unit in units]
    suspicious, severe = (_reaching(chance, highest, names) for chance in (SUSPICIOUS, SEVERE))
    for unit, name in zip(units, names, strict=True):
        unit.roughness = severe.get(name, flagged[name]) / (segments[name] + PRIOR)
        enough = severe.get(name, segments[name]) >= LEAST_SEVERE * segments[name]
        enough = enough or suspicious[name] >= MANY * segments[name]
        unit.rough = enough and is_rough(flagged[name], segments[name], suspicious.get(name))


def _telling(one: Candidate) -> bool:
    """Whether the finding is sure, worth a penalty point, and no habit of the whole text."""
    return not one.hit.doubtful and one.check.code not in HABITS and penalty(one.severity, one.category) >= 1


def _highest(unit: Unit) -> np.float32 | None:
    """The highest chance of any word, ``None`` where the judge was not asked; a quotation mark or a dash tells nothing."""
    if unit.chances is None:
        return None
    said = zip(unit.chances, unit.target.tokens, strict=False)
    return max((chance for chance, token in said if token.is_word), default=np.float32(0))


def _reaching(chance: float, highest: Sequence[np.float32 | None], names: Sequence[str]) -> dict[str, int]:
    """Per document with chances the segments with a word that reaches ``chance``."""
    out: dict[str, int] = {}
    for high, name in zip(highest, names, strict=True):
        if high is not None:
            out[name] = out.get(name, 0) + bool(high >= chance)
    return out


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
            unit.suspicion = unit.chances = by_roughness(unit.chances, unit.roughness)
    if thorough:
        _tell_good([unit for unit in units if not unit.rough])


def by_roughness(chances: Floats, roughness: float) -> Floats:
    """The chances of the judge of rough texts in a document that is less rough than those it learned from."""
    return moved(chances, max(LEAST, min(0.0, log(max(TINY, roughness) / USUAL))))


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
    shift = log(SEED / (1 - SEED)) - log(max(TINY, threshold) / max(TINY, 1 - threshold))
    for (unit, _), chances in zip(judged, together, strict=True):
        raised, unit.chances = moved(chances, shift), chances
        unit.suspicion = np.where(raised >= SEED, raised, np.float32(0))  # words alone: their neighbours are fine


def _joined(row: Evidence) -> Floats:
    """The geometric mean of the odds that a reviewer marks and that a post-editor changes each word, the latter twice."""
    odds = np.cbrt(row.risk / (1 - row.risk + TINY) * (row.edits / (1 - row.edits + TINY)) ** EDITORS)
    return np.asarray(odds / (1 + odds), np.float32)
