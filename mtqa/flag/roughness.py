"""How rough a document is, told by what its sure findings say; and which of its words are suspicious then.

Good translators are free, and no statistic tells free from wrong; in a text of which every fourth sentence is surely wrong
the same statistic is right more often than not. So what is doubtful, and what is only suspicious, waits for this.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

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
AGAINST = 1.5
"""Log-odds against a document's being rough before anything is known of it: none of 395 human translations of news and talks
passes for rough, of good engines' ones one in fifty; of rough ones of ten sentences by a hand not learned from 114 in 117
(``python -m benchmarks.telling``)."""
UNJUDGED_AGAINST = 2.5
"""The same where no judge has looked: two sure findings in eleven segments are not enough."""
SHARE = 0.14
"""The share of flagged segments between good engines' difficult texts (a tenth) and rough ones (a quarter)."""
PROVEN, BOTH = 0.07, 0.25
"""The share of segments with a sure finding from which suspicions count, and the least share of the two together."""

HABITS = frozenset(("LIN051", "LIN052"))
"""Checks of how a whole text is spelt (before 1996, without umlauts), which says when or where it was written."""

SEVERE = 0.7
"""The chance that counts a segment as wrong in the roughness, that is in how much of a rough document is wrong."""
LEAST_SEVERE, MANY = 0.08, 0.4
"""The share of such segments, or else of suspicious ones, below which a document is none of a rough engine's. It costs none of
the rough documents in ``training/rough``, and keeps a text out of which an editor took the worst from passing for rough."""
LEAST_LIKELY = 0.095
"""The mean chance that a word is wrong, as the judge of rough texts sees each segment by itself, below which a document is none
of a rough engine's, and from which suspicions count without a sure finding too. Ninety-six in a hundred rough documents of a
hand not learned from have it, one in thirty of good engines' news, no human translation; with the next one it keeps 29 of 49
in 975 documents of good engines from passing for rough, and costs one of 115 rough ones (``python -m benchmarks.telling``)."""
PLAIN = 0.4
"""The share of segments with a sure finding from which that chance is not asked for: the real rough article's is .092, but 21 of
its 38 segments have one."""
RISKY = 0.09
"""Where there is no judge of rough texts for the pair of languages, the mean chance, as the judge of good engines' texts sees it,
from which suspicions count without a sure finding."""
UNPROVEN_SEVERE, UNPROVEN_AGAINST = 0.15, 4.0
"""What must then be there instead: the share of segments with a severe suspicion, and (where no judge of rough texts was asked
first) log-odds."""

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
    """What a document shows: how many of its ``segments`` have a sure finding, a suspicious word, a severe one.

    ``suspicious`` is ``None`` where no judge spoke; ``likely`` is the mean chance at first that a word is wrong, ``None``
    where that judge is none of rough texts.
    """

    segments: int
    flagged: int
    suspicious: int | None = None
    severe: int = 0
    likely: float | None = None

    @property
    def proven(self) -> bool:
        """Whether checks that know their reason found enough for any suspicion to count."""
        return 0 < self.flagged >= PROVEN * self.segments

    @property
    def odds(self) -> float:
        """Log-odds that it is a rough engine's: the two kinds of signs taken as independent, each with its Poisson likelihood."""
        known = self.flagged * log(ROUGH_RATE / GOOD_RATE) - self.segments * (ROUGH_RATE - GOOD_RATE)
        if self.suspicious is None:
            return known
        rates = ROUGH_SUSPICIOUS, GOOD_SUSPICIOUS
        return known + self.suspicious * log(rates[0] / rates[1]) - self.segments * (rates[0] - rates[1])


def is_rough(signs: Signs) -> bool:
    """Whether a rough engine's document would more likely show such signs than a good one.

    Long documents, of which likelihoods are sure anyway, must show a share besides; one without sure findings, more severe ones.
    """
    flagged, suspicious, segments = signs.flagged, signs.suspicious, signs.segments
    if suspicious is None:
        return flagged >= SHARE * segments and signs.odds >= UNJUDGED_AGAINST
    if signs.likely is not None and signs.likely < LEAST_LIKELY and flagged < PLAIN * segments:
        return False
    if not signs.proven:
        against = UNPROVEN_AGAINST if signs.likely is None else AGAINST
        return signs.severe >= UNPROVEN_SEVERE * segments and signs.odds >= against
    enough = signs.severe >= LEAST_SEVERE * segments or suspicious >= MANY * segments
    return enough and flagged + suspicious >= BOTH * segments and signs.odds >= AGAINST


def tell_roughness(units: Sequence[Unit], found: Sequence[Sequence[Candidate]]) -> None:
    """Give each unit its document's roughness: the share of segments with a sure finding worth a penalty point or more.

    Documents in which some are proven, or whose words look wrong at first, get the chances of their words, which count as
    evidence: there the roughness is the share of segments with a word that reaches :data:`SEVERE`; good engines' difficult
    texts have as many sure findings as rough ones, but a third of those. Several translations of one document are told apart.
    """
    names = versions(unit.segment for unit in units)
    segments = Counter(names)
    flagged = Counter(
        name for name, candidates in zip(names, found, strict=True) if any(_telling(one) for one in candidates)
    )
    likely = _likely(units, names)
    asked = {name for name in segments if Signs(segments[name], flagged[name]).proven or name in likely.risky}
    _tell_chances([(unit, name) for unit, name in zip(units, names, strict=True) if name in asked])
    highest = [_highest(unit) for unit in units]
    suspicious, severe = (_reaching(chance, highest, names) for chance in (SUSPICIOUS, SEVERE))
    signs = {
        name: Signs(segments[name], flagged[name], suspicious.get(name), severe.get(name, 0), likely.rough.get(name))
        for name in segments
    }
    rough = {name for name in segments if is_rough(signs[name])}
    for unit, name in zip(units, names, strict=True):
        unit.roughness = severe.get(name, flagged[name]) / (segments[name] + PRIOR)
        unit.rough = name in rough


class _Likely(NamedTuple):
    """What the judges say of documents at first: the mean chance of a word in a rough text, and which are worth a closer look."""

    rough: dict[str, float]
    risky: set[str]


def _likely(units: Sequence[Unit], names: Sequence[str]) -> _Likely:
    """Of each document that a judge has seen."""
    rows: dict[str, list[Evidence]] = {}
    for unit, name in zip(units, names, strict=True):
        if unit.evidence is not None and len(unit.evidence.risk):
            rows.setdefault(name, []).append(unit.evidence)
    rough = {name: _mean([row.rough for row in own]) for name, own in rows.items() if len(own[0].rough)}
    others = {name for name, own in rows.items() if name not in rough and _mean([row.risk for row in own]) >= RISKY}
    return _Likely(rough, {name for name, mean in rough.items() if mean >= LEAST_LIKELY} | others)


def _mean(parts: Sequence[Floats]) -> float:
    return float(np.concatenate(parts).mean())


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
            unit.suspicion = unit.chances
    if thorough:
        _tell_good([unit for unit in units if not unit.rough])


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
