"""What the checks of whole texts find: slips put into human translations, and alarms on the translations as they are.

Run ``python -m benchmarks.consistency [--data ../shared/data]``. ``alarms``: per 1,000 segments of the human translations of
newstest2020 and TED, by document; ``without a source``: checks that need none see the same. ``found``: of slips put into
copies of those documents, one a document, the share at whose place the check says something. ``right``: of all that the
check says about the copies the share that lies at a slip.

* inconsistent-target: a sentence of the document stands again at its end, twice as it was, once with a word replaced
* inconsistent-source: the target of one sentence stands for that of another, too
* name-inconsistent: a name that stands twice or more is misspelt once
* variant-inconsistent: a word with two spellings is spelled otherwise once
* register-inconsistent: documents that say *Sie* three times or more say *du* in a sentence added to them
* mixed-typography: quotation marks „…“ of a document with three or more become "…" in one segment
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from benchmarks.checks import JUDGED
from benchmarks.names import misspelt
from benchmarks.table import markdown, save
from mtqa.flag.base import CHECKS
from mtqa.flag.consistency import Consistency
from mtqa.frames import SEGMENTS
from mtqa.judge.evidence import gather
from mtqa.knowledge.variants import found as spellings
from mtqa.knowledge.variants import respelled
from mtqa.pack.load import find_pack
from mtqa.text.lexicon import lemma, zipf
from mtqa.text.view import View

Rows = list[tuple[str, str]]
"""Source and target of each segment of a document."""


class Spoilt(NamedTuple):
    """A document with one slip, and the segments of which any may be flagged: where it is, or what it disagrees with."""

    rows: Rows
    places: frozenset[int]


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    documents = load(parser.parse_args().data)
    body = "\n\n".join([_alarms(documents), _injected(documents), _stream()])
    save(
        "consistency",
        "Consistency: slips found, alarms on human translations",
        "python -m benchmarks.consistency",
        body,
    )


def load(data: Path) -> list[Rows]:
    """The human translations, a document of one translator each."""
    documents: dict[tuple[str, str], Rows] = defaultdict(list)
    for name in JUDGED:
        with gzip.open(data / "qe" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["human_system"]:
                    documents[row["system"], row["doc_id"]].append((row["src"], row["mt"]))
    return [documents[key] for key in sorted(documents)]


def frame(documents: list[Rows]) -> pd.DataFrame:
    """The documents as a segments frame."""
    return SEGMENTS.build(
        {"document": f"{number:04d}", "segment": at, "source": source, "target": target, "target_lang": "de",
         "source_lang": "en", "bead": "pair", "alignment": 1.0}
        for number, rows in enumerate(documents) for at, (source, target) in enumerate(rows)
    )  # fmt: skip


def findings(documents: list[Rows], select: tuple[str, ...] = ()) -> pd.DataFrame:
    """What the checks say about the documents."""
    consistency = Consistency.of(select=select)
    rows = frame(documents)
    pack = find_pack("en", "de") if {"term-inconsistent", "all"} & set(select) else None
    evidence = None
    if pack is not None:
        from mtqa.frames import segments_of

        evidence = gather(list(segments_of(rows)), pack=pack)
    consistency.add(rows, pack=pack, evidence=evidence)
    return consistency.findings()


def _alarms(documents: list[Rows]) -> str:
    total = sum(map(len, documents))
    found = findings(documents, ("all",))
    minor = found[found["severity"] != "neutral"]
    names = sorted({*SLIPS, *found["check"], "term-inconsistent"})
    counts = [(name, sum(found["check"] == name), sum(minor["check"] == name)) for name in names]
    rows = [[name, count, 1000 * count / total, 1000 * worse / total] for name, count, worse in counts]
    usual = minor[minor["code"].map(lambda code: CHECKS[code].default)]
    share = 100 * len(usual[["document", "segment"]].drop_duplicates()) / total
    return (
        f"{len(documents)} documents, {total:,} segments; {share:.2f} % of them with a finding of severity minor or "
        "worse of a check that is on by default.\n\n"
        + markdown(["check", "alarms", "per 1,000", "minor or worse"], rows)
    )


def _injected(documents: list[Rows]) -> str:
    rows = []
    for name, spoil in SLIPS.items():
        chance = random.Random(3)
        spoilt = [one for document in documents if (one := spoil(document, chance))]
        said = findings([one.rows for one in spoilt], (name,))
        hits = [(int(name), int(at)) for name, at in zip(said["document"], said["segment"], strict=True)]
        right = [segment in spoilt[document].places for document, segment in hits]
        found = {document for (document, _), is_right in zip(hits, right, strict=True) if is_right}
        share = f"{sum(right) / len(right):.2f}" if right else "–"
        rows.append([name, len(spoilt), f"{len(found) / max(1, len(spoilt)):.2f}", share])
    return markdown(["check", "documents with a slip", "found", "right"], rows)


def _target(rows: Rows, chance: random.Random) -> Spoilt | None:
    long = [at for at, (source, _) in enumerate(rows) if len(source.split()) >= 4 and len(rows[at][1].split()) >= 4]
    if not long:
        return None
    source, target = rows[chance.choice(long)]
    words = target.split()
    words[chance.randrange(len(words))] = "etwas"
    new = [*rows, (source, target), (source, " ".join(words)), (source, target)]
    return Spoilt(new, frozenset({len(rows) + 1}))


def _source(rows: Rows, chance: random.Random) -> Spoilt | None:
    long = [at for at, (source, target) in enumerate(rows) if len(target.split()) >= 4 and len(source.split()) >= 4]
    if len(long) < 2:
        return None
    one, other = chance.sample(long, 2)
    new = list(rows)
    new[other] = rows[other][0], rows[one][1]
    return Spoilt(new, frozenset({one, other}))


def _name(rows: Rows, chance: random.Random) -> Spoilt | None:
    places: dict[str, list[int]] = defaultdict(list)
    for at, (_, target) in enumerate(rows):
        for form in View(target, "de").forms:
            if (
                len(form) > 5
                and form[0].isupper()
                and form[1:].islower()
                and not lemma(form, "de")
                and zipf(form, "de") < 2.2
            ):
                places[form].append(at)
    names = sorted(name for name, ats in places.items() if len(set(ats)) > 1)
    if not names:
        return None
    name = chance.choice(names)
    at = chance.choice(places[name])
    return Spoilt(_replaced(rows, at, name, misspelt(name, chance)).rows, frozenset(places[name]))


def _replaced(rows: Rows, at: int, old: str, new: str) -> Spoilt:
    source, target = rows[at]
    return Spoilt([*rows[:at], (source, target.replace(old, new)), *rows[at + 1 :]], frozenset({at}))


def _variant(rows: Rows, chance: random.Random) -> Spoilt | None:
    there = [
        (at, target[view.tokens[hit.first].start : view.tokens[hit.last - 1].end], hit)
        for at, (_, target) in enumerate(rows) for view in [View(target, "de")] for hit in spellings(view)
    ]  # fmt: skip
    numbers = [hit.spelling.pair for *_, hit in there]
    there = [one for one in there if numbers.count(one[2].spelling.pair) > 1 and respelled(one[2], one[1], "de")]
    if not there:
        return None
    at, text, hit = chance.choice(there)
    word = frozenset(place for place, _, other in there if other.spelling.pair == hit.spelling.pair)
    return Spoilt(_replaced(rows, at, text, respelled(hit, text, "de")).rows, word)


def _register(rows: Rows, chance: random.Random) -> Spoilt | None:  # noqa: ARG001
    formal = [at for at, (source, target) in enumerate(rows)
              if re.search(r"(?<![.!?:„“»] )\b(?:Sie|Ihnen|Ihren?)\b", target) and re.search(r"\byour?\b", source)
              and not re.search("[„“\"»]", target)]  # fmt: skip
    if len(formal) < 3:
        return None
    return Spoilt([*rows, ("Take your coat with you.", "Dann nimm deinen Mantel mit.")], frozenset({len(rows)}))


def _quotes(rows: Rows, chance: random.Random) -> Spoilt | None:
    there = [at for at, (_, target) in enumerate(rows) if re.search(r"„\w[^„“”]*“", target)]
    if len(there) < 4:
        return None
    at = chance.choice(there)
    source, target = rows[at]
    new = re.sub(r"„(\w[^„“”]*)“", r'"\1"', target)
    return Spoilt([*rows[:at], (source, new), *rows[at + 1 :]], frozenset({at}))


SLIPS: dict[str, Callable[[Rows, random.Random], Spoilt | None]] = {
    "inconsistent-target": _target, "inconsistent-source": _source, "name-inconsistent": _name,
    "variant-inconsistent": _variant, "register-inconsistent": _register, "mixed-typography": _quotes,
}  # fmt: skip


def _rows(count: int) -> Iterator[dict[str, Any]]:
    for number in range(count):
        yield {
            "document": "table", "segment": number, "source": f"Press button {number % 900_000} of the panel to open the cover.",
            "target": f"Drücken Sie die Taste {number} an der Leiste, um die Klappe zu öffnen.", "target_lang": "de",
            "source_lang": "en",
        }  # fmt: skip


def _stream(count: int = 100_000) -> str:
    """Rows a second of all checks together, in batches, and the memory that they take."""
    import tracemalloc

    start = time.process_time()
    _fed(count).findings()
    seconds = time.process_time() - start
    tracemalloc.start()
    kept = _fed(count // 10)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    kept.findings()
    return (
        f"{count / seconds:,.0f} rows/s for {count:,} rows in batches of 2,000, without evidence to share; "
        f"{10 * held / count:,.0f} bytes a row are kept, texts included."
    )


def _fed(count: int) -> Consistency:
    consistency, rows = Consistency.of(), list(_rows(2000))
    for batch in range(count // 2000):
        part = pd.DataFrame(rows)
        part["target"] = [f"{text} {batch}" for text in part["target"]]
        part["source"] = [f"{text} {batch}" for text in part["source"]]
        consistency.add(part)
    return consistency


if __name__ == "__main__":
    main()
