"""Which documents mtqa tells rough, so that suspicions count in them, and what quality it gives them before any finding.

    OMP_NUM_THREADS=1 python -m benchmarks.telling --data ../shared/data

Rough documents and good ones of which nothing was learned: ``gold/rough`` holds documents by hands, one a direction, that the
judge of rough texts did not learn from, ``gold/good`` good translations of fifty-eight kinds (games, fiction, recipes,
contracts, …) by a reader who looked for what is wrongly flagged. Of newstest2020 and TED talks the human translations are good,
and the systems' nearly so; what reviewers found in them was learned from by the judge of good engines' texts alone, and by the
score. Of the biomedical abstracts and of WMT22's texts nothing was learned; each system stands by itself, with the share of its
segments in which a reviewer found an error. Quality falls with the length of segments, so compare it within a kind of text.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.rough_documents import GOLD
from benchmarks.table import markdown, save
from mtqa.data import Segment
from mtqa.flag.base import Unit
from mtqa.flag.roughness import tell_roughness
from mtqa.flag.run import seen, telling
from mtqa.judge import judge
from mtqa.judge.sentence import quality_columns
from mtqa.judge.trees import probability
from mtqa.pack.load import find_pack
from mtqa.score.quality import more_to_err
from training.judged import Judged, load
from training.rough_texts import rough_pairs

TALKS, NEWS = "wmt21-mqm-ted.en-de", "wmt20-mqm-newstest2020.en-de"
SHARES = (5, 50, 95)
"""The shares of documents below whose quality the table gives."""
GOOD = Path(__file__).resolve().parent / "gold" / "good"
APART = ("bio-mqm.en-de", "wmt22-qe-mqm.en-de")

Group = dict[str, list[Segment]]
"""The segments of each document of one kind."""


def main() -> None:
    """Tell the documents of each kind and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    folder: Path = parser.parse_args().data / "qe"
    groups = {**hands("en-de"), **hands("de-en"), **kinds(), **judged_groups(folder)}
    rows = []
    for name, (documents, wrong) in groups.items():
        told, quality = told_and_weighed([segment for segments in documents.values() for segment in segments])
        spread = np.percentile([np.mean(quality[document]) for document in documents], SHARES)
        rows.append([name, len(documents), sum(told[document] for document in documents), wrong,
                     *(f"{value:.1f}" for value in spread)])  # fmt: skip
    heads = [
        "documents",
        "number",
        "told rough",
        "segments with an error",
        *(f"quality, {share} %" for share in SHARES),
    ]
    save("telling", "Documents told rough", "python -m benchmarks.telling", markdown(heads, rows))


def hands(direction: str) -> dict[str, tuple[Group, float]]:
    """The documents of the hand kept apart: those with marks, and those without."""
    found: dict[str, list[tuple[Segment, bool]]] = defaultdict(list)
    for pair in rough_pairs(direction, GOLD):
        found[pair.document].append((pair.segment, bool(pair.marks)))
    out = {}
    for name, marked in (
        (f"rough, by a hand apart, {direction}", True),
        (f"good, by the same hand, {direction}", False),
    ):
        mine = {document: rows for document, rows in found.items() if any(bad for _, bad in rows) == marked}
        flags = [bad for rows in mine.values() for _, bad in rows]
        out[name] = {key: [one for one, _ in rows] for key, rows in mine.items()}, sum(flags) / len(flags)
    return out


def kinds() -> dict[str, tuple[Group, float]]:
    """Good translations of many kinds, by direction."""
    out = {}
    for direction in ("en-de", "de-en"):
        documents: Group = defaultdict(list)
        for pair in rough_pairs(direction, GOOD):
            documents[pair.document].append(pair.segment)
        out[f"good, of many kinds, {direction}"] = documents, 0.0
    return out


def judged_groups(folder: Path) -> dict[str, tuple[Group, float]]:
    """The documents of the judged sets by kind; a document that several systems translated is one for each."""
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for name in (NEWS, TALKS):
        for item in load(folder / f"{name}.jsonl.gz"):
            kinds["human translations of news and talks" if item.human else "engines' translations of the same"].append(
                item
            )
    for name in APART:
        for item in load(folder / f"{name}.jsonl.gz"):
            kinds[f"{name.partition('-')[0]}: {'human' if item.human else item.record['system']}"].append(item)
    return {kind: _documents(items) for kind, items in kinds.items()}


def _documents(items: Sequence[Judged]) -> tuple[Group, float]:
    documents: Group = defaultdict(list)
    for item in items:
        name = f"{item.record['doc_id']} {item.record['system']}"
        documents[name].append(replace(item.segment, document=name))
    return documents, sum(bool((item.bad > 0).any()) for item in items) / len(items)


def told_units(segments: Sequence[Segment]) -> list[Unit]:
    """The segments as checks see them, told whether they are of a rough document or passage."""
    pack = find_pack(segments[0].source_lang, segments[0].target_lang)
    rows = judge(segments, pack=pack, encoder=pack.encoder() if pack else None)
    units = [Unit(segment, pack=pack, evidence=row) for segment, row in zip(segments, rows, strict=True)]
    tell_roughness(units, seen(units, telling()))
    return units


def told_and_weighed(segments: Sequence[Segment]) -> tuple[dict[str, bool], dict[str, list[float]]]:
    """Whether most of each document is told rough, and the quality of its segments before anything is taken off for findings."""
    units = told_units(segments)
    rows = [unit.evidence for unit in units if unit.evidence is not None]
    quality: dict[str, list[float]] = defaultdict(list)
    told: dict[str, list[bool]] = defaultdict(list)
    model = next(row.model for row in rows if row.model is not None)
    values = 100 * probability(model.quality.value(quality_columns(rows))) - more_to_err(rows)
    for unit, value in zip(units, values.tolist(), strict=True):
        quality[unit.segment.document].append(value)
        told[unit.segment.document].append(unit.rough)
    return {document: sum(own) > len(own) / 2 for document, own in told.items()}, quality


if __name__ == "__main__":
    main()
