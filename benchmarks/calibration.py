"""Whether a team's calibration helps on translations it has not seen.

    OMP_NUM_THREADS=1 python -m benchmarks.calibration --data ../shared/data

Each set is cut into two halves, by document where there are enough (else by source), several times. A calibration is fitted on
one half as ``mtqa calibrate`` does, and measured on the other beside the shipped score: order (Spearman), scale (root mean square
error in points, 100 - 4 x MQM penalty or direct assessment), and the band that the mean quality of a translated document falls
in, against the band of its judges' mean. ``shares`` is how far the shares of the bands are from the judges' (half the sum of
differences: 0 equal, 1 disjoint).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from benchmarks.table import markdown, save
from mtqa.calibration.apply import calibrated
from mtqa.calibration.fit import Judged, fitted
from mtqa.config import Settings
from mtqa.evaluate.base import Judgments
from mtqa.evaluate.checked import checked
from mtqa.evaluate.fitting import judged_scores
from mtqa.evaluate.judgments.read import read_judgments
from mtqa.summary import BANDS, band

SETS = ("bio-mqm.en-de", "bio-mqm.de-en", "wmt21-mqm-ted.en-de", "mlqe-pe.en-de")
DEV_ONLY = frozenset({"mlqe-pe.en-de"})
SPLITS = 10
FEWEST_DOCUMENTS = 20
"""Translated documents without which bands are not compared."""
FEWEST_SEGMENTS = 3
"""Judged segments that a translated document must have for its band to be compared."""
Floats = npt.NDArray[np.float64]
Half = npt.NDArray[np.bool_]


class Checked(NamedTuple):
    """Judgments, and what mtqa says of them."""

    judged: Judgments
    segments: pd.DataFrame
    findings: pd.DataFrame

    def part(self, rows: Half) -> Checked:
        """Some of the rows."""
        segments = self.segments[rows]
        findings = self.findings[self.findings["segment"].isin(segments["segment"])]
        kept = [row for row, keep in zip(self.judged.rows, rows, strict=True) if keep]
        return Checked(Judgments(self.judged.name, self.judged.form, kept), segments, findings)

    def scores(self) -> Judged:
        """What a fit takes."""
        return judged_scores(self.judged, self.segments, self.findings, "team")


def main() -> None:
    """Measure all sets and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    rows = []
    for name in SETS:
        found = checked_set(options.data / "qe" / f"{name}.jsonl.gz")
        measured = [measures(found, half) for half in halves(found)]
        rows.append([name, SPLITS, *summed(measured)])
        print(rows[-1], file=sys.stderr)
    columns = ("order refitted", "Spearman", "after", "gain (min to max)", "error", "error after", "right band", "band after",
               "shares", "shares after")  # fmt: skip
    save("calibration", "A team's calibration, on what it has not seen", "python -m benchmarks.calibration",
         markdown(["set", "splits", *columns], rows))  # fmt: skip


def checked_set(path: Path) -> Checked:
    """The set with mtqa's scores and findings."""
    with tempfile.TemporaryDirectory() as folder:
        if path.name.partition(".jsonl")[0] in DEV_ONLY:
            path = _dev_only(path, Path(folder))
        judged = read_judgments(path)
    segments, findings, _ = checked(judged, Settings(metrics=()), lambda *_: None)
    return Checked(judged, segments, findings)


def _dev_only(path: Path, folder: Path) -> Path:
    out = folder / path.name
    with gzip.open(path, "rt", encoding="utf-8") as lines, gzip.open(out, "wt", encoding="utf-8") as kept:
        kept.writelines(line for line in lines if json.loads(line)["split"] == "dev")
    return out


def halves(found: Checked) -> Iterator[Half]:
    """The rows of one half, for each split; a document (or a source) is in one half whole."""
    by_document = found.scores().grouped_by == "document"
    keys = [row.document if by_document else row.source for row in found.judged.rows]
    names, numbers = np.unique(np.array(keys, dtype=object).astype(str), return_inverse=True)
    for seed in range(SPLITS):
        order = np.random.default_rng(seed).permutation(len(names))
        yield (order % 2 == 0)[numbers]


def measures(found: Checked, half: Half) -> Mapping[str, float]:
    """Before and after, on the rows that are not in ``half``."""
    calibration = fitted(found.part(half).scores())
    rest = found.part(~half)
    shipped = rest.scores()
    after = rest._replace(segments=calibrated(rest.segments, rest.findings, calibration)).scores()
    bands = calibration.bands or BANDS
    judges = document_bands(shipped, shipped.points, BANDS)
    ours, theirs = document_bands(shipped, shipped.quality, BANDS), document_bands(after, after.quality, bands)
    return {
        "refitted": float(calibration.prior is not None),
        "spearman": spearman(shipped.quality, shipped.human),
        "spearman after": spearman(after.quality, after.human),
        "error": error(shipped.quality, shipped.points),
        "error after": error(after.quality, after.points),
        "bands": agreed(ours, judges),
        "bands after": agreed(theirs, judges),
        "shares": distance(ours, judges),
        "shares after": distance(theirs, judges),
    }


def summed(measured: list[Mapping[str, float]]) -> list[object]:
    """The cells of a row: means over the splits."""
    mean = {name: float(np.mean([one[name] for one in measured])) for name in measured[0]}
    gains = [one["spearman after"] - one["spearman"] for one in measured]
    return [
        f"{mean['refitted'] * len(measured):.0f} of {len(measured)}",
        mean["spearman"],
        mean["spearman after"],
        f"{np.mean(gains):+.3f} ({min(gains):+.3f} to {max(gains):+.3f})",
        f"{mean['error']:.1f}",
        f"{mean['error after']:.1f}",
        *("" if np.isnan(mean[name]) else mean[name] for name in ("bands", "bands after", "shares", "shares after")),
    ]


def spearman(one: Floats, other: Floats) -> float:
    """Spearman's rank correlation."""
    return float(np.corrcoef(pd.Series(one).rank(), pd.Series(other).rank())[0, 1])


def error(score: Floats, points: Floats) -> float:
    """The root mean square error."""
    return float(np.sqrt(np.square(score - points).mean()))


def document_bands(judged: Judged, scores: Floats, lows: Mapping[str, float]) -> list[str]:
    """The band of each translated document's mean, weighted by words."""
    sizes, mass = np.bincount(judged.units), np.bincount(judged.units, judged.words)
    means = np.bincount(judged.units, judged.words * scores) / np.maximum(mass, 1)
    return [band(float(mean), lows) for mean, size in zip(means, sizes, strict=True) if size >= FEWEST_SEGMENTS]


def agreed(ours: list[str], judges: list[str]) -> float:
    """The share of documents in the same band."""
    return (
        float(np.mean([one == other for one, other in zip(ours, judges, strict=True)]))
        if len(judges) >= FEWEST_DOCUMENTS
        else float("nan")
    )


def distance(ours: list[str], judges: list[str]) -> float:
    """Total variation between the shares of the bands."""
    if len(judges) < FEWEST_DOCUMENTS:
        return float("nan")
    return sum(abs(ours.count(name) - judges.count(name)) for name in BANDS) / (2 * len(judges))


if __name__ == "__main__":
    main()
