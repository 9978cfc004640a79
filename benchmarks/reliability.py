"""How often findings are right, by how sure they say they are, on the texts that were kept apart.

    OMP_NUM_THREADS=1 python -m benchmarks.reliability

Needs nothing but the repository. A finding is right where it touches a marked error (``benchmarks/gold/texts``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import mtqa
from benchmarks.table import markdown, save

TEXTS = Path("benchmarks/gold/texts")


def judged() -> Iterator[tuple[float, bool]]:
    """Confidence and rightness of every finding on the target of a text."""
    for folder in sorted(path for path in TEXTS.iterdir() if path.is_dir()):
        marks = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        found = mtqa.check(folder / "target.de.txt", source=folder / "source.en.txt").findings
        found = found[(found["side"] == "target") & found["document_start"].notna()]
        for row in found.to_dict("records"):
            start, end = int(row["document_start"]), int(row["document_end"])
            right = any(start < mark["end"] and mark["start"] < end for mark in marks)
            yield float(row["confidence"]), right


def main() -> None:
    """Count by tenths of confidence and write the table."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged():
        bins[min(9, int(confidence * 10))].append((confidence, right))
    rows = []
    for number, found in sorted(bins.items()):
        said = sum(confidence for confidence, _ in found) / len(found)
        rows.append([f"{number / 10:.1f} to {(number + 1) / 10:.1f}", len(found), f"{said:.3f}",
                     f"{sum(right for _, right in found) / len(found):.3f}"])  # fmt: skip
    body = markdown(["confidence", "findings", "said", "right"], rows)
    save("reliability", "Confidence of findings on the texts kept apart", "python -m benchmarks.reliability", body)


if __name__ == "__main__":
    main()
