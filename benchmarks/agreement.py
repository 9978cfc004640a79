"""How far scores and findings agree with people, beside what people use today.

    OMP_NUM_THREADS=1 python -m benchmarks.agreement --data ../shared/data --tools ../shared/tools

Judged tables go through ``mtqa check`` as a user's would; ``judge.py`` and ``span_score.py`` (the public scorers) compare.
Sets that the quality model was trained on are marked; their figures say how well it learned, not how good it is.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.table import markdown, save

SETS = {
    "mlqe-pe.en-de": "train split trained on, dev not",
    "wmt22-qe-mqm.en-de": "never trained on",
    "bio-mqm.en-de": "never trained on",
    "bio-mqm.de-en": "never trained on",
    "wmt21-mqm-ted.en-de": "trained on",
    "wmt20-mqm-newstest2020.en-de": "trained on",
}
MODES = ("precise", "thorough")
DEV_ONLY = {"mlqe-pe.en-de"}
REFERENCED = {"bio-mqm.en-de", "bio-mqm.de-en", "wmt21-mqm-ted.en-de", "wmt20-mqm-newstest2020.en-de"}
"""Sets with human references: there sacrebleu's chrF, which sees the reference, stands beside our score, which does not."""
MEASURES = ("n", "pearson", "spearman", "length", "chrF spearman", "acc_eq", "chrF acc_eq", "mcc", "char_p", "char_r",
            "flagged", "flagged_clean")  # fmt: skip


def main() -> None:
    """Measure all sets and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--tools", type=Path, default=Path("../shared/tools"))
    options = parser.parse_args()
    rows = []
    for name, note in SETS.items():
        for mode in MODES:
            found = judged_set(options.data / "qe" / f"{name}.jsonl.gz", options.tools, name, mode)
            rows.append([name, mode, *(found.get(measure, "") for measure in MEASURES), note])
            print(rows[-1], file=sys.stderr)
    body = markdown(["set", "mode", *MEASURES, "seen"], rows) + "\n\n" + texts(options.data, options.tools)
    save("agreement", "Agreement with people", "python -m benchmarks.agreement", body)


def judged_set(gold: Path, tools: Path, name: str, mode: str) -> dict[str, Any]:
    """What ``judge.py`` says of one set."""
    source, target = gold.name.split(".")[1].split("-")
    peer = name in REFERENCED
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        gold = _dev_only(gold, work) if name in DEV_ONLY else gold
        run(
            [sys.executable, str(tools / "pairs.py"), str(gold), str(work / "pairs.tsv"), *(["--refs"] if peer else [])]
        )
        run([sys.executable, "-m", "mtqa", "check", str(work / "pairs.tsv"), "--source-lang", source, "--target-lang",
             target, "--metric", "chrf", "--mode", mode, "--format", "csv", "--out", str(work / "out"), "--quiet"])  # fmt: skip
        said = run([sys.executable, str(tools / "judge.py"), str(gold), str(work / "out/segments.csv"),
                    str(work / "out/findings.csv")])  # fmt: skip
        found = dict(json.loads(said))
        if peer:
            said = run([sys.executable, str(tools / "judge.py"), str(gold), str(work / "out/segments.csv"),
                        str(work / "out/findings.csv"), "--column", "score.chrf"])  # fmt: skip
            found |= {f"chrF {name}": json.loads(said)[name] for name in ("spearman", "acc_eq")}
        return found


def _dev_only(gold: Path, work: Path) -> Path:
    import gzip

    out = work / gold.name
    with gzip.open(gold, "rt", encoding="utf-8") as lines, gzip.open(out, "wt", encoding="utf-8") as kept:
        kept.writelines(line for line in lines if json.loads(line)["split"] == "dev")
    return out


def texts(data: Path, tools: Path) -> str:
    """Findings on running texts against their gold spans: the article, the project's own corpora, and texts kept apart."""
    article = data / "article"
    groups = {
        "article (../shared)": [(article, Path("benchmarks/gold/article.jsonl"))],
        "corpora": [(path.parent, path) for path in sorted(Path("corpora").glob("*/gold.jsonl"))],
        "kept apart": [(path.parent, path) for path in sorted(Path("benchmarks/gold/texts").glob("*/gold.jsonl"))],
        "kept apart, to English": [
            (path.parent, path) for path in sorted(Path("benchmarks/gold/texts-de-en").glob("*/gold.jsonl"))
        ],
    }
    measures = ("char_p", "char_r", "char_f1", "found", "major", "right", "count")
    rows = []
    for group, cases in groups.items():
        totals = dict.fromkeys(("majors", "major", "count", "right"), 0.0)
        for folder, gold in cases:
            found = text_figures(folder, gold, tools)
            rows.append([f"{group}: {folder.name}", *(found.get(measure, "") for measure in measures)])
            majors = sum('"major"' in line for line in gold.read_text(encoding="utf-8").splitlines())
            totals["majors"] += majors
            totals["major"] += majors * (found.get("major") or 0)
            totals["count"] += found["count"] if majors else 0
            totals["right"] += found["count"] * (found.get("right") or 0) if majors else 0
        share = totals["major"] / totals["majors"], totals["right"] / max(1, totals["count"])
        rows.append([f"**{group}, rough texts**", "", "", "", "", *(f"{x:.3f}" for x in share), int(totals["count"])])
    return markdown(["text", *measures], rows)


def text_figures(folder: Path, gold: Path, tools: Path) -> dict[str, Any]:
    """What ``span_score.py`` says of one text; of a good one only how many findings there are."""
    with tempfile.TemporaryDirectory() as work:
        target, source = next(folder.glob("target.*.txt")), next(folder.glob("source.*.txt"))
        run([sys.executable, "-m", "mtqa", "check", str(target), str(source),
             "--format", "csv", "--out", f"{work}/out", "--quiet"])  # fmt: skip
        if gold.stat().st_size:
            return dict(
                json.loads(run([sys.executable, str(tools / "span_score.py"), str(gold), f"{work}/out/findings.csv"]))
            )
        return {"count": max(0, len(Path(f"{work}/out/findings.csv").read_text(encoding="utf-8").splitlines()) - 1)}


def run(command: list[str]) -> str:
    """The standard output of a command that must succeed."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
