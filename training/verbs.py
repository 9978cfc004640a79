"""Write mtqa/knowledge/de/verbs.tsv: German verbs by frequency, from what was written by hand, rules and counts.

    python -m training.verbs --data ../shared/data/parallel

Infinitives are taken from the texts; a prefix is separable where its participle or infinitive was seen apart
(*umgesetzt, umzusetzen*); principal parts follow verbs_irregular.tsv or the rule; auxiliary and reflexive are from
verb_classes.tsv. What the participle was never seen as is left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mtqa.knowledge.table import read_table
from mtqa.knowledge.verbs import Verb
from mtqa.text.lexicon import lemma, zipf
from training.morphology import write
from training.noun_counts import sentences

SEPARABLE = sorted(
    """ab an auf aus bei ein fest fort frei heim her herab heran heraus herbei herein herum herunter hervor hin hinab hinaus
    hinein hinunter hinweg hinzu los mit nach nieder statt teil um unter über durch wieder voran voraus vorbei vor weg
    weiter zu zurück zusammen zurecht dar entgegen gegenüber bereit fern gleich hoch kennen nahe offen klar bloß bevor
    davon dazu umher vorüber auseinander aufeinander aneinander voll wahr preis kaputt still""".split(),
    key=lambda prefix: -len(prefix),
)
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "hinter", "wider", "über", "unter", "um", "durch",
               "voll", "wieder")  # fmt: skip
SEEN = 3
"""How often an infinitive and its participle must be seen."""

ALWAYS_SEIN = ("gehen", "kommen", "reisen", "wandern", "wachsen", "bleiben", "steigen")
"""Bases whose separable verbs all form their perfect with *sein*, but for those written down."""

Parts = tuple[str, str, str, str]
"""Present, past, past subjunctive (if of its own), participle."""


def irregular() -> dict[str, Parts]:
    """Verb -> principal parts."""
    return {
        row["verb"]: (row["present"], row["past"], row["subjunctive"], row["participle"])
        for row in read_table("de", "verbs_irregular")
    }


def regular(verb: str) -> Parts:
    """The parts of a verb that follows the rule."""
    stem = re.sub(r"e?n$", "", verb)
    link = "e" if re.search(r"(?:[dt]|[^aeiouäöülrhmn][mn])$", stem) else ""
    prefix = "" if re.search(r"(?:ieren|eien)$", verb) and verb.endswith("ieren") else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", "", f"{prefix}{stem}{link}t"


def parts_of(verb: str, strong: dict[str, Parts]) -> Parts:
    """The parts of a verb without separable prefix."""
    if verb in strong:
        return strong[verb]
    for prefix in INSEPARABLE:
        base = verb.removeprefix(prefix)
        if base != verb and (base in strong or (len(base) > 4 and zipf(base, "de") > 2)) and not _simple(verb, base):
            present, past, subjunctive, participle = strong.get(base) or regular(base)
            return (prefix + present, prefix + past, subjunctive and prefix + subjunctive,
                    prefix + participle.removeprefix("ge") if base not in ("essen",) else prefix + participle)  # fmt: skip
    if verb.startswith(("be", "emp", "ent", "er", "ver", "zer")) and len(verb) > 6:
        present, past, subjunctive, participle = regular(verb)
        return present, past, subjunctive, participle.removeprefix("ge")
    return regular(verb)


def _simple(verb: str, base: str) -> bool:
    """Whether the verb only happens to begin like a prefix (*gehen, gelten, beben*)."""
    return len(base) < 5 and base not in ("gehen", "tun")


def separable(verb: str, counts: Counter[str], strong: dict[str, Parts]) -> str:
    """The prefix that is split off; empty where there is none."""
    for prefix in SEPARABLE:
        base = verb.removeprefix(prefix)
        if base == verb or len(base) < 3 or not zipf(base, "de"):
            continue
        apart = counts[prefix + parts_of(base, strong)[3]] if parts_of(base, strong)[3].startswith("ge") else 0
        joined = counts[parts_of(verb, strong)[3]] if prefix in INSEPARABLE else 0
        inside = counts[f"{prefix}zu{base}"]
        if apart + inside >= SEEN and apart + inside > joined / 4:
            return prefix
    return ""


def classes() -> dict[str, set[str]]:
    """Class -> verbs."""
    found: dict[str, set[str]] = {"sein": set(), "both": set(), "reflexive": set()}
    for row in read_table("de", "verb_classes"):
        found[row["class"]] |= set(row["verbs"].split())
    return found


def verbs(counts: Counter[str]) -> Iterator[Verb]:
    """The verbs, frequent ones first."""
    strong, known = irregular(), classes()
    by_hand = set(strong) | set().union(*known.values())
    seen = {word for word in counts if re.fullmatch(r"[a-zäöüß]{2,}(?:en|eln|ern)", word) and counts[word] >= SEEN}
    for verb in sorted(seen | by_hand, key=lambda word: (-counts[word], word)):
        if verb not in by_hand and (lemma(verb, "de") != verb or not zipf(verb, "de")):
            continue
        prefix = separable(verb, counts, strong)
        base = verb.removeprefix(prefix)
        if prefix and base.startswith("ge") and base not in strong and verb not in by_hand:
            continue  # a participle: abgelegen
        present, past, subjunctive, participle = parts_of(verb.removeprefix(prefix), strong)
        if verb in by_hand or (
            counts[prefix + participle] >= SEEN and counts[prefix + present] + counts[present] >= SEEN
        ):
            yield Verb(
                verb,
                prefix,
                auxiliary(verb, prefix, known),
                verb in known["reflexive"],
                present,
                past,
                subjunctive,
                prefix + participle,
            )


def auxiliary(verb: str, prefix: str, known: dict[str, set[str]]) -> str:
    """Of the perfect; separable verbs of motion that were not written down follow their base."""
    for name in ("sein", "both"):
        if verb in known[name]:
            return name
    base = verb.removeprefix(prefix) if prefix else ""
    return "sein" if base in ALWAYS_SEIN else "both" if base in known["both"] or base in known["sein"] else "haben"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/parallel"))
    counts: Counter[str] = Counter()
    for sentence in sentences(parser.parse_args().data):
        counts.update(re.findall(r"\b[a-zäöüß]{2,}\b", sentence))
    rows: list[tuple[str, ...]] = [
        (one.verb, one.prefix, one.auxiliary, "yes" if one.reflexive else "no", *one[4:]) for one in verbs(counts)
    ]
    write("verbs", "German verbs, frequent ones first. prefix: split off in main clauses; auxiliary: of the perfect (haben,"
          "\nsein, both); reflexive: never without sich; present, past: third person singular without the prefix;"
          "\nsubjunctive: of the past, where it has a form of its own; participle: whole.\n"
          "Computed by training/verbs.py from counts, verbs_irregular.tsv and verb_classes.tsv; do not edit.",
          "verb\tprefix\tauxiliary\treflexive\tpresent\tpast\tsubjunctive\tparticiple", rows)  # fmt: skip


if __name__ == "__main__":
    main()
