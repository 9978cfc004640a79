"""What a calibration gained, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.calibration.base import Calibration
from mtqa.evaluate.base import SCALES
from mtqa.evaluate.said import number
from mtqa.lang.base import language
from mtqa.report.cells import counted, line
from mtqa.report.pen import Pen


def render(calibration: Calibration, path: Path, *, width: int = 80, colour: bool = False) -> str:
    """The lines to print after a fit, none wider than ``width`` columns but for a long path."""
    pen = Pen(width, colour=colour)
    pair = f"{language(calibration.source_lang).name} → {language(calibration.target_lang).name}"
    head = [pen.paint(f"CALIBRATION  {line(calibration.said)}", "bold")]
    fitted_on = (
        f"{pair} · {SCALES[calibration.scale]} · {counted(calibration.groups, calibration.grouped_by)} kept together"
    )
    rows = [row for text in _sentences(calibration) for row in pen.wrap(text, indent="  ", first="")]
    use = f"Use it: mtqa check … --calibration {line(str(path))}"
    return "\n".join([*head, *pen.wrap(fitted_on, style="dim"), "", *rows, "", use]) + "\n"


def _sentences(calibration: Calibration) -> Iterator[str]:
    gain, unseen = calibration.gain, f"on unseen {calibration.grouped_by}s"
    before, after = number(gain.spearman_before, 3), number(gain.spearman_after, 3)
    if calibration.prior is None:
        yield f"Order: left as it is (Spearman {before}); {unseen} no other order was surely better."
    else:
        yield f"Order: Spearman {before} → {after} {unseen}."
    if gain.error_before is None:
        yield "Scale: as it was, because these scores have no ends; only the order could change."
    else:
        yield f"Scale: error {number(gain.error_before, 1)} → {number(gain.error_after, 1)} points {unseen}."
    said = ", ".join(f"{name} from {low:g}" for name, low in calibration.bands.items() if low > 0)
    yield f"Verdict: {said or 'thresholds as they were, because there are too few judged documents'}."
