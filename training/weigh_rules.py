"""How often each rule of the knowledge tables accuses a human translation, and what that says about trusting it.

    python -m training.weigh_rules --data ../shared/data                 say it
    python -m training.weigh_rules --data ../shared/data --write         and set the tables' ``doubt`` column, drop the worst

A rule that accuses good translators is doubtful (it then counts in rough texts alone) or, where it does so often,
not worth keeping. Its rate is the share of accused pairs among those where its words stand in their company, after one
clean pair for every rule; software texts, half of the pairs and partly translated by engines, count a quarter.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import lzma
import multiprocessing
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from mtqa.knowledge.match import applies, violations
from mtqa.knowledge.pattern import find, possible
from mtqa.knowledge.rules import KINDS, Rule, buckets
from mtqa.text.view import View
from training.check_knowledge import KNOWLEDGE
from training.pack_de_en import SOFTWARE, SOFTWARE_WEIGHT

Key = tuple[str, str, str]
Pair = tuple[str, str, float]

DOUBTFUL, WORTHLESS = 0.03, 0.3
"""The rates above which a rule is doubtful, and above which it is dropped."""
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


def accused(pairs: Iterable[Pair], langs: tuple[str, str]) -> dict[Key, float]:
    """Rule -> weight of the pairs it accuses."""
    out: dict[Key, float] = collections.defaultdict(float)
    for english, german, weight in pairs:
        source, target = (english, german) if langs[0] == "en" else (german, english)
        for one in violations(View(source, langs[0]), View(target, langs[1])):
            out[key(one.rule)] += weight
    return dict(out)


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


def summed(parts: Iterable[dict[Key, float]]) -> dict[Key, float]:
    """The sums of all parts."""
    out: dict[Key, float] = collections.defaultdict(float)
    for part in parts:
        for name, value in part.items():
            out[name] += value
    return dict(out)


def verdict(alarms: float, met: float) -> str:
    """``drop``, ``rough`` or nothing, by the weight of accused pairs and of those the rule is about."""
    rate = alarms / (met + 1)
    if alarms >= 2 and rate > WORTHLESS:
        return "drop"
    return "rough" if (alarms >= 1 and rate > DOUBTFUL) or alarms > ALARMS else ""


def rewrite(pair: str, verdicts: dict[Key, str]) -> None:
    """Set ``doubt`` in the tables of one direction and leave out the rows to be dropped."""
    for kind, names in KINDS.items():
        path = KNOWLEDGE / pair / f"{kind}.tsv"
        if not path.exists():
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
        header = lines[at].split("\t")
        source, meaning = (header.index(names.get(name, name)) for name in ("source", "meaning"))
        out = [*lines[:at], "\t".join(header if "doubt" in header else [*header, "doubt"])]
        for line in filter(None, lines[at + 1 :]):
            if line.startswith("#"):
                out.append(line)
                continue
            cells = line.split("\t")
            said = verdicts.get((kind, cells[source], cells[meaning]), "")
            if said != "drop":
                out.append("\t".join([*cells[: len(header) - ("doubt" in header)], said]))
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
        counting = partial(concerned, langs=langs, wanted=frozenset(alarms))
        met = summed(pool.imap(counting, chunks(human_pairs(options.data))))
    verdicts = {name: verdict(value, met.get(name, 0.0)) for name, value in alarms.items()}
    for name, value in sorted(alarms.items(), key=lambda item: (-item[1], item[0])):
        print(f"{value:.2f}\t{met.get(name, 0.0):.1f}\t{verdicts[name]}\t" + "\t".join(name))
    if options.write:
        rewrite(options.pair, verdicts)


if __name__ == "__main__":
    main()
