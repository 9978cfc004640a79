"""Batches: how they scale, what memory a large table takes, and whether a run that was hurt ends as one that was not.

OMP_NUM_THREADS=1 python -m benchmarks.batch --rows 20000 --memory 20000 60000 --documents 1000

Texts are those of ``corpora/``, over and over; real ones of other lengths give other rates, not other ratios.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pandas as pd

from benchmarks.table import markdown, save

CORPORA = Path(__file__).parents[1] / "reports" / "corpora"
MTQA = [sys.executable, "-m", "mtqa", "batch"]
LANGS = ["--source-lang", "en", "--target-lang", "de"]
MIB = 1 << 20
PEAK = re.compile(r"^Vm(?:HWM|RSS):\s+(\d+)", re.MULTILINE)


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000, help="rows of the table that engines are compared on")
    parser.add_argument(
        "--memory", type=int, nargs="*", default=[20_000, 60_000], help="rows of tables to look at the memory"
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=5)
    options = parser.parse_args()
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        rows += engines(work, options.rows)
        rows += memory(work, options.memory)
        rows += resume(work, options.documents)
        rows += kills(work, options.kills)
    command = f"python -m benchmarks.batch {' '.join(sys.argv[1:])}".strip()
    save("batch", "Batches", command, markdown(["what", "seconds", "peak MiB of a process", "found"], rows))


def pairs() -> Iterator[tuple[str, str]]:
    """Source and target of the sample texts, without end."""
    frames = [pd.read_csv(path, keep_default_na=False) for path in sorted(CORPORA.glob("*/segments.csv"))]
    joined = pd.concat(frames)
    yield from cycle(zip(joined["source"], joined["target"], strict=True))


def table(path: Path, rows: int) -> Path:
    """A table of documents of 40 segments."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["document", "source", "target"])
        writer.writerows((f"d{number // 40}", *pair) for number, pair in enumerate(islice(pairs(), rows)))
    return path


def timed(*arguments: str | Path) -> tuple[float, int]:
    """Wall seconds of a batch, and the highest memory of any of its processes in MiB (as Linux tells it)."""
    peaks: dict[int, int] = {}
    start = time.perf_counter()
    process = subprocess.Popen([*MTQA, *map(str, arguments), "-q"], env={**os.environ, "OMP_NUM_THREADS": "1"})
    watch = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watch.start()
    code = process.wait()
    seconds = time.perf_counter() - start
    watch.join()
    if code:
        raise SystemExit(f"mtqa batch ended with {code}")
    return seconds, max(peaks.values(), default=0) // 1024


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    while process.poll() is None:
        for pid in _family(process.pid):
            try:
                found = PEAK.findall(Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace"))
            except OSError:
                continue
            peaks[pid] = max(peaks.get(pid, 0), *map(int, found), 0)
        time.sleep(0.2)


def _family(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(child))]


def engines(work: Path, rows: int) -> list[list[object]]:
    """One worker, two, and Dask on the same table; all of them must write the same bytes."""
    path, trees, out = table(work / "engines.tsv", rows), [], []
    first = 0.0
    for name, more in (
        ("local, 1 worker", ["--workers", "1"]),
        ("local, 2 workers", ["--workers", "2"]),
        ("Dask local cluster, 2 workers", ["--engine", "dask", "--workers", "2"]),
    ):
        folder = work / name.replace(" ", "-")
        seconds, peak = timed(path, *LANGS, "--out", folder, *more)
        first = first or seconds
        trees.append(tree(folder))
        found = f"{rows / seconds:,.0f} segments/s, {first / seconds:.2f} × one worker"
        out.append(
            [
                f"{name}, {rows:,} rows",
                seconds,
                peak,
                f"{found}; {'same bytes' if trees[-1] == trees[0] else 'OTHER BYTES'}",
            ]
        )
    return out


def memory(work: Path, sizes: list[int]) -> list[list[object]]:
    """Tables of growing size."""
    out = []
    for rows in sizes:
        path = table(work / "memory.tsv", rows)
        seconds, peak = timed(path, *LANGS, "--out", work / "memory", "--workers", "2", "--overwrite")
        out.append([f"a table of {rows:,} rows ({path.stat().st_size // MIB} MiB), 2 workers", seconds, peak,
                    f"{rows / seconds:,.0f} segments/s"])  # fmt: skip
    return out


def delivery(folder: Path, documents: int, segments: int = 3) -> Path:
    """A manifest of short running texts."""
    folder.mkdir()
    source = pairs()
    rows = ["document,target,source"]
    for number in range(documents):
        some = list(islice(source, segments))
        for side, lang in ((0, "en"), (1, "de")):
            (folder / f"d{number}.{lang}.txt").write_text("\n\n".join(pair[side] for pair in some), encoding="utf-8")
        rows.append(f"d{number},d{number}.de.txt,d{number}.en.txt")
    (folder / "manifest.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder / "manifest.csv"


def resume(work: Path, documents: int) -> list[list[object]]:
    """What it takes to see that there is nothing to do."""
    path = delivery(work / "many", documents)
    seconds, peak = timed(path, "--out", work / "many-run", "--workers", "2")
    again, low = timed(path, "--out", work / "many-run", "--workers", "2", "--resume")
    return [
        [f"{documents:,} documents of 3 segments, HTML each", seconds, peak, f"{documents / seconds:.1f} documents/s"],
        ["the same with --resume when all is done", again, low, ""],
    ]


def kills(work: Path, times: int) -> list[list[object]]:
    """A batch killed at random moments until it ends, against one that was left alone."""
    path, chance = delivery(work / "killed", 24, 5), random.Random(20261129)
    undisturbed, _ = timed(path, "--out", work / "alone", "--workers", "2")
    killed = 0
    while True:
        command = [*MTQA, str(path), "--out", str(work / "hurt"), "--workers", "2", "--resume", "-q"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        patience = chance.uniform(0.4, 1.0) * undisturbed if killed < times else None
        try:
            process.wait(patience)
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
    same = tree(work / "alone") == tree(work / "hurt")
    return [[f"24 documents, killed with SIGKILL {killed} times", "", "", "same bytes" if same else "OTHER BYTES"]]


def tree(folder: Path) -> dict[str, str]:
    """The checksum of every file."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    main()
