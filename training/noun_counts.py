"""How German nouns and adjectives are used in the texts: what stands before them, counted."""

from __future__ import annotations

import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.knowledge.grammar import determiners, prepositions, words
from mtqa.text.lexicon import lemma, zipf
from mtqa.text.morphology import NEUTER, adjective_cells, cells

TEXTS = ("mono.de.parliament.txt.xz", "mono.de.commonvoice.txt.xz", "train.en-de.tsv.xz")
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
ADJECTIVE = re.compile(r"([a-zäöüß]{2,}?)(en|er|es|em|e)")
NO_ADJECTIVE = words("""
aber oder unter über wieder immer jeder einer keiner sondern werden haben hatten wurden waren würden hätten können
konnten könnten müssen mussten wollen wollten sollen sollten dürfen lassen heute bitte beide viele alle wenige mehrere
einige eine keine diese jede solche welche ihre seine unsere meine ihrer seiner unserer ihren seinen unseren meinen
dessen deren denen ohne gegen neben zwischen wegen oben unten außen innen leider weiter eher daher woher hinter außer
weder nieder mehrer lieber aller vieler gerne lange ende habe hatte wurde werde würde könnte müsste sollte wollte konnte
musste ware dabei nämlich zusammen gegenüber einander voneinander miteinander lauter weniger einen einem eines keinen
keinem dieser diesem diesen dieses jedem jeden jedes derer selber inzwischen mittlerweile
""")
NOT_BARE = words("""
nach seit bis außer statt laut dank entlang per pro je als wie zu ab ob mal ein etwas viel wenig mehr nichts
""")
"""Words before a noun that say nothing of whether it stands without article."""


CUT = ("-", "/", "*", "’", "'")
"""Before these a noun is part of another one (*im Frauen- und Männerhaus*)."""


@dataclass
class Counts:
    """What was seen: per form, how often the words before it left which cells (and might be pronouns)."""

    contexts: dict[str, Counter[tuple[int, bool]]] = field(default_factory=lambda: defaultdict(Counter))
    endings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    capital: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)


def sentences(folder: Path) -> Iterator[str]:
    """The German sentences; of the pairs the second column."""
    for name in TEXTS:
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield line.rstrip("\n").split("\t")[1] if name.endswith(".tsv.xz") else line


def count(folder: Path) -> Counts:
    """Walk over all noun phrases that begin with a determiner."""
    counts = Counts()
    for sentence in sentences(folder):
        words = TOKEN.findall(sentence)
        for at, word in enumerate(words):
            _count_word(words, at, word, counts)
            if at == 0 or word[0].islower():
                _count_phrase(words, at, counts)
    return counts


def _count_word(words: list[str], at: int, word: str, counts: Counts) -> None:
    if word[0].islower():
        counts.lower[word] += 1
    elif at and word[0].isupper():
        counts.capital[word] += 1
        before = words[at - 1]
        if (
            before[0].islower() and before not in determiners() and before not in prepositions()
            and before not in NOT_BARE and (before in NO_ADJECTIVE or not ADJECTIVE.fullmatch(before))
        ):  # fmt: skip
            counts.bare[word] += 1


def _count_phrase(words: list[str], at: int, counts: Counts) -> None:
    opening = determiners().get(words[at] if at else words[at].lower())
    if opening is None:
        return
    before = words[at - 1].lower() if at else ""
    cases = abs(prepositions().get(before, 0))
    earlier = words[at - 2] if at > 1 else ""
    if before in (",", "(") or (cases and earlier in ("was", "und", "oder")) or (earlier == "," and opening.pronoun):
        return
    after = at + 1
    found: list[tuple[str, ...]] = []
    while after < len(words) and len(found) < 4 and words[after] not in NO_ADJECTIVE:
        match = ADJECTIVE.fullmatch(words[after])
        if not match or words[after] in determiners():
            break
        found.append(match.groups())
        after += 1
    if after + 1 < len(words) and words[after + 1] in CUT:
        return
    if after < len(words) and len(words[after]) > 1 and words[after][0].isupper() and words[after][-1].islower():
        mask = opening.cells & (adjective_cells(tuple(end for _, end in found), opening.declension))
        mask &= cases or mask
        counts.contexts[words[after]][mask, opening.pronoun and not cases and not found] += 1
        for stem, end in found:
            counts.endings[stem][end] += 1


GROUPS = {name: cells(text) for name, text in {
    "F": "F", "Ma": "Ma", "Mn": "Mn", "M": "M", "N": "Nna", "Nd": "Nd", "MNd": "Md Nd", "MNg": "Mg Ng", "Pd": "Pd",
    "P": "P",
}.items()}  # fmt: skip
"""What contexts are evidence for, the more special first."""


def evidence(contexts: Counter[tuple[int, bool]]) -> Counter[str]:
    """How often each group was seen without doubt; ``das`` after a *das* that may be a pronoun."""
    seen: Counter[str] = Counter()
    for (mask, pronoun), number in sorted(contexts.items()):
        if not mask:
            continue
        if pronoun:
            seen["das"] += number if not mask & ~NEUTER else 0
        elif mask == cells("Mn Nna"):
            seen["MN"] += number
        else:
            name = next((name for name, group in GROUPS.items() if not mask & ~group), "")
            seen[name] += number if name else 0
            seen["open"] += 0 if name else number
    return seen


def infinitive(word: str, counts: Counts) -> bool:
    """Whether the form may be an infinitive made a noun (*das Lesen*)."""
    low = word.lower()
    return word.endswith("n") and counts.lower[low] > 1 and lemma(low, "de") == low and zipf(word, "de") > 0
