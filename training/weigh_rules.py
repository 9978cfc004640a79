"""How often each rule of the knowledge tables accuses a human translation, and what that says about trusting it.

    python -m training.weigh_rules --data ../shared/data                 say it
    python -m training.weigh_rules --data ../shared/data --write         and set the tables' ``doubt`` column, drop the worst

A wrong rendering that good translators write often is struck from its row; a rule that still accuses some of them is
doubtful (it then counts in rough texts alone). A rate is the share of accused pairs among those where the rule's words
stand in their company, after one clean pair for every rule; software texts, half of the pairs and partly translated by
engines, count a quarter.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import lzma
import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from mtqa.knowledge.match import Violation, applies, violations
from mtqa.knowledge.pattern import find, possible
from mtqa.knowledge.rules import KINDS, Rule, buckets
from mtqa.knowledge.table import alternatives
from mtqa.text.view import View
from training.check_knowledge import KNOWLEDGE
from training.pack_de_en import SOFTWARE, SOFTWARE_WEIGHT

Key = tuple[str, str, str]
Alarms = dict[tuple[Key, str], float]
Pair = tuple[str, str, float]

DOUBTFUL, WORTHLESS = 0.03, 0.12
"""The rates above which a rule is doubtful, and above which one of its wrong renderings is struck."""
T = TypeVar("T")
ALARMS = 6.0
"""Accused pairs above which a rule is doubtful whatever its rate: it speaks of something too frequent."""
CHUNK = 4000


def human_pairs(data: Path) -> Iterator[Pair]:
    """English, German and weight of pairs that people translated."""
    with lzma.open(data / "parallel" / "train.en-de.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, german, origin = line.rstrip("\n").split("\t")
            yield english, german, SOFTWARE_WEIGHT if origin in SOFTWARE else 1.0
    with gzip.open(data / "qe" / "wmt20-mqm-newstest2020.en-de.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record.get("human_system"):
                yield record["src"], record["mt"], 1.0


def key(rule: Rule) -> Key:
    """What names a row: table, source pattern, meaning."""
    return rule.kind, rule.source, rule.meaning


def accused(pairs: Iterable[Pair], langs: tuple[str, str]) -> Alarms:
    """Rule and wrong rendering -> weight of the pairs it accuses."""
    out: Alarms = collections.defaultdict(float)
    for english, german, weight in pairs:
        source, target = (english, german) if langs[0] == "en" else (german, english)
        view = View(target, langs[1])
        for one in violations(View(source, langs[0]), view):
            out[key(one.rule), _matched(one, view)] += weight
    return dict(out)


def _matched(one: Violation, target: View) -> str:
    """Which of the rule's wrong renderings the target has at that place."""
    for text, pattern in zip(alternatives(one.rule.cells["wrong"]), one.rule.wrong, strict=True):
        if one.target in find(pattern, target.lower, target.bases):
            return text
    return ""


def concerned(pairs: Iterable[Pair], langs: tuple[str, str], wanted: frozenset[Key]) -> dict[Key, float]:
    """Rule -> weight of the pairs where its words stand in their company, for the rules in ``wanted``."""
    out: dict[Key, float] = collections.defaultdict(float)
    index = {word: [rule for rule in bucket.rules if key(rule) in wanted]
             for word, bucket in buckets(*langs).items()}  # fmt: skip
    index = {word: found for word, found in index.items() if found}
    for english, german, weight in pairs:
        view = View(english if langs[0] == "en" else german, langs[0])
        spoken = frozenset((*view.lower, *view.bases))
        for rule in {rule for word in index.keys() & spoken for rule in index[word]}:
            if possible(rule.pattern, spoken) and any(
                applies(rule, place, view) for place in find(rule.pattern, view.lower, view.bases)
            ):
                out[key(rule)] += weight
    return dict(out)


def chunks(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs in pieces."""
    piece: list[Pair] = []
    for pair in pairs:
        piece.append(pair)
        if len(piece) == CHUNK:
            yield piece
            piece = []
    yield piece


def summed(parts: Iterable[dict[T, float]]) -> dict[T, float]:
    """The sums of all parts."""
    out: dict[T, float] = collections.defaultdict(float)
    for part in parts:
        for name, value in part.items():
            out[name] += value
    return dict(out)


@dataclass
class Verdict:
    """What becomes of a row: the renderings struck from it, and whether it is doubtful."""

    struck: frozenset[str]
    doubtful: bool


def verdict(alarms: dict[str, float], met: float) -> Verdict:
    """From the weight of accused pairs by rendering, and of those that the rule is about."""
    struck = frozenset(text for text, value in alarms.items() if value >= 1 and value / (met + 1) > WORTHLESS)
    left = sum(value for text, value in alarms.items() if text not in struck)
    return Verdict(struck, (left >= 1 and left / (met + 1) > DOUBTFUL) or left > ALARMS)


def rewrite(pair: str, verdicts: dict[Key, Verdict]) -> None:
    """Set ``doubt`` in the tables of one direction, strike renderings, and leave out rows that have none left."""
    for kind, names in KINDS.items():
        path = KNOWLEDGE / pair / f"{kind}.tsv"
        if not path.exists():
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
        header = lines[at].split("\t")
        columns = header if "doubt" in header else [*header, "doubt"]
        source, meaning, wrong = (names.get(name, name) for name in ("source", "meaning", "wrong"))
        out = [*lines[:at], "\t".join(columns)]
        for line in filter(None, lines[at + 1 :]):
            row = dict(zip(header, line.split("\t"), strict=True))
            said = verdicts.get((kind, row[source], row[meaning]), Verdict(frozenset(), False))
            row["doubt"] = "rough" if said.doubtful else ""
            row[wrong] = "|".join(text for text in alternatives(row[wrong]) if text not in said.struck)
            if row[wrong]:
                out.append("\t".join(row[name] for name in columns))
        path.write_text("\n".join(out) + "\n", encoding="utf-8")


def main() -> None:
    """Weigh the rules of a direction."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pair", default="en-de")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    langs = (options.pair[:2], options.pair[3:])
    with multiprocessing.Pool(options.workers) as pool:
        alarms = summed(pool.imap(partial(accused, langs=langs), chunks(human_pairs(options.data))))
        by_rule: dict[Key, dict[str, float]] = collections.defaultdict(dict)
        for (name, text), value in alarms.items():
            by_rule[name][text] = value
        counting = partial(concerned, langs=langs, wanted=frozenset(by_rule))
        met = summed(pool.imap(counting, chunks(human_pairs(options.data))))
    verdicts = {name: verdict(found, met.get(name, 0.0)) for name, found in by_rule.items()}
    for name in sorted(by_rule, key=lambda name: (-sum(by_rule[name].values()), name)):
        found, said = by_rule[name], verdicts[name]
        texts = " ".join(f"{text}:{value:.2f}{'!' * (text in said.struck)}" for text, value in sorted(found.items()))
        print(f"{met.get(name, 0.0):.1f}\t{'rough' * said.doubtful}\t" + "\t".join(name) + f"\t{texts}")
    if options.write:
        rewrite(options.pair, verdicts)


if __name__ == "__main__":
    main()
