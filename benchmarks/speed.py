"""How fast mtqa is, and how much memory it takes: what a user waits for, measured from the outside.

OMP_NUM_THREADS=1 python -m benchmarks.speed --data ../shared/data --tools ../shared/tools
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.table import markdown, save


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--tools", type=Path, default=Path("../shared/tools"))
    options = parser.parse_args()
    mtqa = [sys.executable, "-m", "mtqa"]
    article = options.data / "article"
    gold = options.data / "qe" / "wmt20-mqm-newstest2020.en-de.jsonl.gz"
    with tempfile.TemporaryDirectory() as work:
        table = f"{work}/pairs.tsv"
        subprocess.run([sys.executable, str(options.tools / "pairs.py"), str(gold), table], check=True)
        rows = [
            ["mtqa --help", *timed([*mtqa, "--help"], 5), ""],
            ["check the article, HTML, CSV, JSON", *timed(
                [*mtqa, "check", str(article / "target.de.txt"), str(article / "source.en.txt"), "--out", f"{work}/a"], 3
            ), ""],
        ]  # fmt: skip
        seconds, memory = timed([*mtqa, "check", table, "--source-lang", "en", "--target-lang", "de", "--format", "csv",
                                 "--out", f"{work}/t", "--quiet"], 1)  # fmt: skip
        rows.append(["check 14,180 rows, CSV", seconds, memory, f"{14180 / seconds:,.0f} segments/s"])
        seconds, memory = timed([sys.executable, "-c", _CHRF, table], 1)
        rate = f"{14180 / seconds:,.0f} segments/s"
        rows.append(["peer: sacrebleu chrF of the same rows against their source", seconds, memory, rate])
    save("speed", "Speed", "python -m benchmarks.speed", markdown(["what", "seconds", "peak MiB", "rate"], rows))


_CHRF = """
import csv, sys
from sacrebleu.metrics import CHRF
metric = CHRF()
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\\t"):
    metric.sentence_score(row["target"], [row["source"]])
"""


def timed(command: list[str], times: int) -> tuple[float, int]:
    """The median wall time of ``times`` cold runs in seconds, and the highest memory of any child so far in MiB."""
    seconds = []
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as users have it
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**given, "OMP_NUM_THREADS": "1"})
        seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return sorted(seconds)[len(seconds) // 2], peak


if __name__ == "__main__":
    main()
