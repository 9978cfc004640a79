"""Count how often each check is right where people marked the errors, for ``mtqa/knowledge/checks/confidence.tsv``.

    OMP_NUM_THREADS=1 python -m training.confidences --data ../shared/data

Judged on half of the rough texts of ``training/rough`` and of the comments of ``training/real`` (by a judge of rough texts that
learned from the other half), and on the machine translations of newstest2020 (three raters; right: any marked a touched word, be
it a comma that costs a tenth of a point). The three count alike, whatever their sizes, because a user's texts lie between them.
"""

from __future__ import annotations

import argparse
import collections
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

import mtqa
from mtqa.data import Severity
from mtqa.flag.base import CHECKS, Unit
from mtqa.flag.confidence import bin_of
from mtqa.flag.resolve import Candidate, resolve
from mtqa.flag.roughness import raise_chances, tell_roughness, tell_suspicions
from mtqa.flag.run import seen
from mtqa.flag.select import chosen
from mtqa.judge import judge
from mtqa.judge.evidence import Evidence
from mtqa.judge.trees import probability
from mtqa.pack.load import find_pack
from training.judged import load
from training.real_texts import real_pairs
from training.rough_judge import Texts, half_of, learned_pairs, unseen
from training.rough_texts import RoughPair, marked_documents

NEWS = "wmt20-mqm-newstest2020.en-de"
OUT = Path(mtqa.__file__).parent / "knowledge" / "checks" / "confidence.tsv"
HEAD = """# How often each check was right where people marked the errors: counted by training/confidences.py; do not edit.
# code, bin: of the check's own figure, in tenths; right and judged: weights of findings.
"""
Counts = dict[tuple[str, int], list[float]]
Range = tuple[int, int]
Judgement = tuple[Sequence[Candidate], Sequence[Range]]
"""What is found in a segment, and its marked places."""
COMMENTS = "comments"


def rough_candidates(data: Path) -> dict[str, list[Judgement]]:
    """What the checks see in half of the rough pairs that were written, and of a real engine's comments, and the marked places.

    Which documents are rough is told by the shipped judge, which learned from them: what is counted is findings in rough ones.
    """
    pack = find_pack("en", "de")
    assert pack is not None
    written = marked_documents("en-de")
    pairs = [*written, *real_pairs(data, sets=(COMMENTS,))]
    segments = [pair.segment for pair in pairs]
    rows = judge(segments, pack=pack, encoder=pack.encoder())
    units = [Unit(segment, pack=pack, evidence=row) for segment, row in zip(segments, rows, strict=True)]
    first = seen(units, [check for check in chosen() if "roughness" not in check.needs])
    tell_roughness(units, first)
    known = tell_unseen(units, rows, pairs, data)
    last = seen([units[at] for at in known], [check for check in chosen() if "roughness" in check.needs])
    out: dict[str, list[Judgement]] = {"written": [], COMMENTS: []}
    for at, other in zip(known, last, strict=True):
        found = [*first[at], *other] if units[at].rough else [one for one in first[at] if not one.hit.doubtful]
        kind = "written" if at < len(written) else COMMENTS
        out[kind].append((resolve(found), [(mark.start, mark.end) for mark in pairs[at].marks]))
    return out


def tell_unseen(
    units: Sequence[Unit], rows: Sequence[Evidence], pairs: Sequence[RoughPair], data: Path
) -> Sequence[int]:
    """Give half of the units suspicions by a judge of rough texts that did not see their documents, and say which.

    All else that the shipped one learned from is learned from too.
    """
    pack = units[0].pack
    assert pack is not None
    there = {(pair.source, pair.target) for pair in pairs}
    others = [pair for pair in learned_pairs(data, "en-de") if (pair.source, pair.target) not in there]
    more = judge([pair.segment for pair in others], pack=pack, encoder=pack.encoder())
    texts = Texts.of([*pairs, *others], [*rows, *more], pack.path)
    ends = np.cumsum(texts.flat.lengths)[:-1]
    chances, halves = np.split(probability(unseen(texts, halves=1)), ends), np.split(half_of(texts), ends)
    mine = [at for at in range(len(units)) if len(halves[at]) and halves[at][0] == 0]
    documents: dict[str, list[Unit]] = collections.defaultdict(list)
    for at in mine:
        if units[at].rough:
            units[at].chances = chances[at]
            documents[pairs[at].document].append(units[at])
    for own in documents.values():
        if own[0].plain:
            raise_chances(own)
    tell_suspicions([units[at] for at in mine], thorough=False)
    return mine


def news_candidates(data: Path) -> Iterator[Judgement]:
    """The findings in machine translations of news, and all places that any rater marked."""
    items = [item for item in load(data / "qe" / f"{NEWS}.jsonl.gz") if not item.human]
    frame = pd.DataFrame(
        {
            "source": [item.segment.source for item in items],
            "target": [item.segment.target for item in items],
            "document": [f"{item.record['system']} {item.segment.document}" for item in items],
        }
    )
    found = mtqa.check(frame, source_lang="en", target_lang="de").findings
    by_row = {int(row): part for row, part in found[found["side"] == "target"].groupby("segment")}
    for number, item in enumerate(items):
        marks = [(error["start"], error["end"]) for rater in item.record["mqm_annotations"] for error in rater["errors"]
                 if error.get("side") == "mt" and error["start"] is not None and error.get("weight", 1) > 0]  # fmt: skip
        if number in by_row:
            yield list(_as_candidates(by_row[number])), marks


def _as_candidates(rows: pd.DataFrame) -> Iterator[Candidate]:
    from mtqa.data import Span
    from mtqa.flag.base import Hit
    from mtqa.flag.resolve import candidate

    for row in rows.to_dict("records"):
        hit = Hit(Span(int(row["start"]), int(row["end"])), str(row["message"]), confidence=float(row["confidence"]))
        yield candidate(CHECKS[str(row["code"])], hit)


def count(judged: Iterable[Judgement]) -> Counts:
    """(Code, bin) -> right and judged findings on the target; remarks that cost nothing are no errors to agree with."""
    out: Counts = collections.defaultdict(lambda: [0.0, 0.0])
    for candidates, marks in judged:
        for one in candidates:
            span = one.hit.span
            if span.side == "target" and one.severity != Severity.NEUTRAL:
                cell = out[one.check.code, bin_of(one.hit.confidence)]
                cell[0] += any(span.start < end and start < span.end for start, end in marks)
                cell[1] += 1
    return out


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(HEAD + "code\tbin\tright\tjudged\n", encoding="utf-8")  # checks' own figures are what is counted by
    kinds = [count(found) for found in rough_candidates(options.data).values()]
    kinds.append(count(news_candidates(options.data)))
    lines = []
    for name in sorted(set().union(*kinds)):
        sides = [cells[name] for cells in kinds if name in cells]
        weight = [min(1.0, 40 / judged) for _, judged in sides]
        right = sum(w * cell[0] for w, cell in zip(weight, sides, strict=True))
        judged = sum(w * cell[1] for w, cell in zip(weight, sides, strict=True))
        lines.append(f"{name[0]}\t{name[1]}\t{right:.1f}\t{judged:.1f}")
        print(lines[-1], [tuple(int(x) for x in cell) for cell in sides])
    OUT.write_text(HEAD + "code\tbin\tright\tjudged\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
