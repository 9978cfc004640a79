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
HEAD = ["what", "seconds", "CPU seconds", "peak MiB of a process", "found"]
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
    command = f"python -m benchmarks.batch {' '.join(sys.argv[1:])}".strip()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for found in (
            engines(work, options.rows),
            memory(work, options.memory),
            resume(work, options.documents),
            kills(work, options.kills),
        ):
            for row in found:
                rows.append(row)
                save("batch", "Batches", command, f"{load()}\n\n{markdown(HEAD, rows)}\n\n{__doc__}")


def load() -> str:
    """How busy the machine is with other things, which stretches seconds and leaves CPU seconds nearly as they are."""
    return f"Load of the machine in the last quarter of an hour: {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores."


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


def timed(*arguments: str | Path) -> tuple[float, float, int]:
    """Seconds of a batch, CPU seconds of all its processes, and the most memory that one of them had in MiB (Linux)."""
    peaks: dict[int, int] = {}
    start = time.perf_counter()
    process = subprocess.Popen([*MTQA, *map(str, arguments), "-q"], env={**os.environ, "OMP_NUM_THREADS": "1"})
    watch = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.join()
    if process.returncode:
        raise SystemExit(f"mtqa batch ended with {process.returncode}")
    return seconds, used.ru_utime + used.ru_stime, max(peaks.values(), default=0) // 1024


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    while process.returncode is None:
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


def engines(work: Path, rows: int) -> Iterator[list[object]]:
    """One worker, two, and Dask on the same table; all of them must write the same bytes."""
    path = table(work / "engines.tsv", rows)
    first: tuple[float, float, dict[str, str]] | None = None
    for name, more in (
        ("local, 1 worker", ["--workers", "1"]),
        ("local, 2 workers", ["--workers", "2"]),
        ("Dask local cluster, 2 workers", ["--engine", "dask", "--workers", "2"]),
    ):
        folder = work / name.replace(" ", "-")
        seconds, used, peak = timed(path, *LANGS, "--out", folder, *more)
        first = first or (seconds, used, tree(folder))
        same = "same bytes" if tree(folder) == first[2] else "OTHER BYTES"
        speed = f"{rows / seconds:,.0f} segments/s, {first[0] / seconds:.2f} × one worker"
        yield [f"{name}, {rows:,} rows", seconds, used, peak, f"{speed}, for {used / first[1]:.2f} × the CPU; {same}"]


def memory(work: Path, sizes: list[int]) -> Iterator[list[object]]:
    """Tables of growing size."""
    for rows in sizes:
        path = table(work / "memory.tsv", rows)
        seconds, used, peak = timed(path, *LANGS, "--out", work / "memory", "--workers", "2", "--overwrite")
        what = f"a table of {rows:,} rows ({path.stat().st_size / MIB:.1f} MiB), 2 workers"
        yield [what, seconds, used, peak, f"{rows / seconds:,.0f} segments/s"]


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


def resume(work: Path, documents: int) -> Iterator[list[object]]:
    """What it takes to see that there is nothing to do."""
    path = delivery(work / "many", documents)
    seconds, used, peak = timed(path, "--out", work / "many-run", "--workers", "2")
    what = f"{documents:,} documents of 3 segments, HTML each"
    yield [what, seconds, used, peak, f"{documents / seconds:.1f} documents/s"]
    seconds, used, peak = timed(path, "--out", work / "many-run", "--workers", "2", "--resume")
    yield ["the same with --resume when all is done", seconds, used, peak, ""]


def kills(work: Path, times: int) -> Iterator[list[object]]:
    """A batch killed at random moments until it ends, against one that was left alone."""
    path, chance = delivery(work / "killed", 24, 5), random.Random(20261129)
    undisturbed, _, _ = timed(path, "--out", work / "alone", "--workers", "2")
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
    yield [f"24 documents, killed with SIGKILL {killed} times", "", "", "", "same bytes" if same else "OTHER BYTES"]


def tree(folder: Path) -> dict[str, str]:
    """The checksum of every file."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    main()
