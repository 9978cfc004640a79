"""Controlled damage to good translations, with how much adequacy and fluency should be left (1 = all).

What hurts the meaning and what hurts the language are kept apart, so that each score learns its own: order and endings
cost fluency, lost, foreign and wrong content costs adequacy.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Damage:
    """A pair after damage, and what each score should say of it, 0..1."""

    source: str
    target: str
    adequacy: float
    fluency: float
    kind: str


def _identity(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    return Damage(*pair, 1.0, 1.0, "good")


def _mismatch(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    return Damage(pair[0], rng.choice(others)[1], 0.02, 1.0, "mismatch")


def _cut_target(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    words = pair[1].split()
    keep = rng.uniform(0.3, 0.85)
    cut = words[: max(1, round(keep * len(words)))]
    return Damage(pair[0], " ".join(cut), len(cut) / len(words), 0.9, "cut target")


def _cut_source(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    words = pair[0].split()
    cut = words[: max(1, round(rng.uniform(0.4, 0.85) * len(words)))]
    return Damage(" ".join(cut), pair[1], 0.4 + 0.6 * len(cut) / len(words), 1.0, "cut source")


def _wrong_words(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    words, pool = pair[1].split(), rng.choice(others)[1].split()
    places = [at for at, word in enumerate(words) if len(word) > 4]
    chosen = rng.sample(places, min(len(places), rng.randint(1, 3)))
    for at in chosen:
        words[at] = rng.choice(pool)
    share = len(chosen) / max(1, len(words))
    return Damage(pair[0], " ".join(words), max(0.1, 1 - 3 * share), max(0.1, 1 - 4 * share), "wrong words")


NOT = re.compile(r"\b(nicht|nie|niemals) |\bk(?=ein(?:e|en|em|er|es)?\b)")


def _negation(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    """A negation is lost; where there is none one is added before the last word."""
    if NOT.search(pair[1]):
        return Damage(pair[0], NOT.sub("", pair[1], count=1), 0.4, 1.0, "negation")
    verb = re.search(r"\b(ist|war|hat|wird|sind|waren|haben|werden|kann|muss|will) ", pair[1])
    if not verb:
        return _identity(pair, others, rng)
    return Damage(pair[0], f"{pair[1][: verb.end()]}nicht {pair[1][verb.end() :]}", 0.4, 1.0, "negation")


def _wrong_name(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    """A name that both sides share becomes another one."""
    shared = sorted({word for word in re.findall(r"\b[A-Z][a-z]{3,}\b", pair[0]) if re.search(rf"\b{word}\b", pair[1])})
    if not shared:
        return _identity(pair, others, rng)
    name = rng.choice(shared)
    return Damage(
        pair[0], re.sub(rf"\b{name}\b", rng.choice([n for n in NAMES if n != name]), pair[1]), 0.5, 1.0, "wrong name"
    )


NAMES = "Berlin Anna Peter London Maria Thomas Paris Julia Martin Hamburg Robert Wien Clara".split()


def _wrong_number(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    target = re.sub(r"\d+", lambda match: str(int(match.group()[:6]) + rng.randint(1, 30)), pair[1], count=1)
    return Damage(pair[0], target, 0.5, 1.0, "wrong number") if target != pair[1] else _identity(pair, others, rng)


def _shuffle(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    words = pair[1].split()
    if len(words) < 4:
        return _identity(pair, others, rng)
    width = rng.randint(3, len(words))
    at = rng.randint(0, len(words) - width)
    part = words[at : at + width]
    rng.shuffle(part)
    moved = [*words[:at], *part, *words[at + width :]]
    return Damage(pair[0], " ".join(moved), 1.0, max(0.05, 0.7 - 0.7 * width / len(words)), "order")


ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s", "t", "te")


def _endings(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    words = pair[1].split()
    places = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 3]
    chosen = rng.sample(places, min(len(places), rng.randint(1, 4)))
    for at in chosen:
        stem = re.sub(r"(en|er|es|em|e|n|s|t)$", "", words[at])
        words[at] = stem + rng.choice([ending for ending in ENDINGS if stem + ending != words[at]])
    share = len(chosen) / max(1, len(words))
    return Damage(pair[0], " ".join(words), 1.0, max(0.1, 0.9 - 3.5 * share), "endings")


def _repeat(pair: Pair, others: Sequence[Pair], rng: random.Random) -> Damage:
    words = pair[1].split()
    width = rng.randint(1, max(1, len(words) // 3))
    at = rng.randint(0, len(words) - width)
    doubled = [*words[: at + width], *words[at:]]
    return Damage(pair[0], " ".join(doubled), 0.85, 0.5, "repetition")


DAMAGES: tuple[Callable[[Pair, Sequence[Pair], random.Random], Damage], ...] = (
    _identity, _identity, _mismatch, _cut_target, _cut_source, _wrong_words, _wrong_number, _shuffle, _endings, _repeat,
    _negation, _wrong_name,
)  # fmt: skip


def damaged(pairs: Sequence[Pair], seed: int = 0) -> list[Damage]:
    """Each pair under one kind of damage, in turn; the kinds are :data:`DAMAGES`, the first two leave it good."""
    rng = random.Random(seed)
    return [DAMAGES[number % len(DAMAGES)](pair, pairs, rng) for number, pair in enumerate(pairs)]
