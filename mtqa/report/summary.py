"""What every report says at its top: the verdict, the scores, the counts, what was left out, how it was made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mtqa.data import Severity
from mtqa.lang.base import language
from mtqa.mqm import mqm_score
from mtqa.report.bands import SCORES, WORST_TONES, Band, band_of, bands, label, meaning, tone
from mtqa.report.tables import plain, records, rounded
from mtqa.summary import CALIBRATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from mtqa.report.base import Results

JUDGE = "what the judge that you named says of each segment: the mean, weighted by words"
"""The meaning of a judge's score."""

WORST_FIRST = tuple(severity.value for severity in reversed(Severity))


@dataclass(frozen=True, slots=True)
class Score:
    """A number with its name and its meaning; ``value`` is ``None`` where it could not be computed."""

    name: str
    value: float | None
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document's row in an overview."""

    name: str
    verdict: str
    tone: str
    scores: tuple[Score, ...]
    mqm: float | None
    counts: dict[str, int]
    segments: int
    words: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The results in a few values.

    ``counts`` has every severity, the worst first; ``why`` says what quality and MQM say where they differ;
    ``calibrated`` names a team's own calibration; ``reasons`` are why findings are not reported, with how many, ``unused``
    the suppressions that match nothing.
    """

    title: str
    languages: str
    segments: int
    words: int
    documents: tuple[DocumentLine, ...]
    verdict: str
    tone: str
    meaning: str
    why: str
    scores: tuple[Score, ...]
    mqm: Score
    counts: dict[str, int]
    corpus: tuple[Score, ...]
    bands: tuple[Band, ...]
    mqm_bands: tuple[Band, ...]
    skipped: tuple[str, ...]
    made: tuple[tuple[str, str], ...]
    calibrated: str = ""
    reasons: tuple[tuple[str, int], ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def suppressed(self) -> int:
        """How many findings are not reported for a reason."""
        return sum(count for _, count in self.reasons)

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(self.counts.values())

    @property
    def quality_tone(self) -> str:
        """The tone of the band that the quality alone falls in; the verdict may be another."""
        band = band_of(self.scores[0].value, self.bands)
        return band.tone if band else "plain"


def summary(results: Results) -> Summary:
    """The summary of ``results``. Over several documents, scores are means weighted by words, MQM is over all words."""
    frame, about = results.documents, results.about
    named = {f"score.{name}": (label(name), JUDGE) for name in about.get("judges") or {}}
    shown = SCORES | {column: said for column, said in named.items() if column in frame}
    lines = tuple(_line(row, list(shown)) for row in records(frame))
    words = int(frame["words"].sum())
    verdict, sentence = _verdict(lines)
    quality_bands, mqm_bands = bands(about.get("bands") or {}), bands(about.get("mqm_bands") or {})
    return Summary(
        title=lines[0].name if len(lines) == 1 else f"{len(lines)} documents",
        languages=_languages(frame),
        segments=int(frame["segments"].sum()),
        words=words,
        documents=lines,
        verdict=verdict,
        tone=tone(verdict),
        meaning=sentence,
        why=_why(lines[0], quality_bands, mqm_bands) if len(lines) == 1 else "",
        scores=tuple(Score(name, _mean(frame, column), text) for column, (name, text) in shown.items()),
        mqm=_mqm(float(frame["penalty"].sum()), words),
        counts={severity: int(frame[severity].sum()) for severity in WORST_FIRST},
        corpus=_corpus(about),
        bands=quality_bands,
        mqm_bands=mqm_bands,
        skipped=tuple(map(str, about.get("skipped") or ())),
        made=tuple(made(about)),
        calibrated=_calibrated(about),
        reasons=_reasons(results.suppressed),
        unused=tuple(map(str, about.get("unused") or ())),
    )


def _reasons(suppressed: pd.DataFrame) -> tuple[tuple[str, int], ...]:
    tally = Counter(suppressed["reason"].tolist())
    return tuple(sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def _calibrated(about: Mapping[str, Any]) -> str:
    """The sentence that names a team's calibration; empty without one."""
    said = str((about.get("signatures") or {}).get(CALIBRATION, "")).partition("|")[0]
    return f"Quality is calibrated with {said}." if said else ""


def _line(row: dict[str, Any], shown: list[str]) -> DocumentLine:
    """The row; ``shown`` are the columns of the scores that the summary has too, which come first and in its order."""
    verdict = row["verdict"] or ""
    rest = [key for key in row if key.startswith("score.") and key not in shown]
    return DocumentLine(
        name=row["document"] or "document",
        verdict=verdict,
        tone=tone(verdict),
        scores=tuple(Score(label(key), row[key]) for key in (*shown, *rest)),
        mqm=row["mqm"],
        counts={severity: int(row[severity] or 0) for severity in WORST_FIRST},
        segments=int(row["segments"] or 0),
        words=int(row["words"] or 0),
    )


def _verdict(lines: tuple[DocumentLine, ...]) -> tuple[str, str]:
    """The verdict on the whole is that on its worst document, since a delivery ships only when all of it may."""
    if not lines:
        return "", meaning("")
    worst = min(lines, key=lambda line: WORST_TONES.index(line.tone))
    if len(lines) == 1:
        return worst.verdict, meaning(worst.verdict)
    tally = Counter(
        line.verdict or "not judged" for line in sorted(lines, key=lambda each: WORST_TONES.index(each.tone))
    )
    counts = ", ".join(f"{count} {verdict}" for verdict, count in tally.items())
    return worst.verdict, f"The worst of {len(lines)} verdicts ({counts}). {meaning(worst.verdict)}".rstrip()


def _why(line: DocumentLine, quality_bands: tuple[Band, ...], mqm_bands: tuple[Band, ...]) -> str:
    scores = {score.name: score.value for score in line.scores}
    if scores.get("Adequacy", 0.0) is None:  # quality is fluency alone then, and the findings decided
        return ""
    by_quality = band_of(scores.get("Quality"), quality_bands)
    by_mqm = band_of(line.mqm, mqm_bands)
    if not by_quality or not by_mqm or by_quality.name == by_mqm.name:
        return ""
    return f"Quality says {by_quality.name}, the findings (MQM) say {by_mqm.name}; the worse counts."


def _languages(frame: pd.DataFrame) -> str:
    pairs = zip(frame["source_lang"].tolist(), frame["target_lang"].tolist(), strict=True)
    named = dict.fromkeys(" → ".join(language(code).name for code in pair if code) for pair in pairs)
    return ", ".join(name for name in named if name)


def _mean(frame: pd.DataFrame, column: str) -> float | None:
    scored = frame[frame[column].notna()]
    weights = scored["words"].astype(float).clip(lower=1.0)
    return rounded(float((scored[column] * weights).sum() / weights.sum())) if len(scored) else None


def _mqm(penalty: float, words: int) -> Score:
    points = 100.0 * penalty / words if words else penalty
    return Score(
        "MQM", rounded(mqm_score(penalty, words)), f"{points:,.1f} penalty points per 100 words, taken from 100"
    )


def _corpus(about: Mapping[str, Any]) -> tuple[Score, ...]:
    signatures = about.get("signatures") or {}
    return tuple(
        Score(label(name), plain(value), str(signatures.get(name, "")))
        for name, value in sorted((about.get("corpus") or {}).items())
    )


def made(about: Mapping[str, Any]) -> list[tuple[str, str]]:
    """How results were made, as names and texts: version, pack, encoder, judges, checks, signatures."""
    pack = about.get("pack") or {}
    described = (
        " ".join(str(pack[key]) for key in ("name", "version") if pack.get(key)) if isinstance(pack, dict) else pack
    )
    digest = str(pack.get("sha256") or "") if isinstance(pack, dict) else ""
    rows = [
        ("mtqa", str(about.get("version") or "")),
        ("Language pack", str(described)),
        ("Pack checksum", f"sha256 {digest}" if digest else ""),
        ("Encoder", str(about.get("encoder") or "")),
        *((f"Judge {name}", str(text)) for name, text in (about.get("judges") or {}).items()),
        ("Profile", str(about.get("profile") or "")),
        ("Checks", ", ".join(map(str, about.get("checks") or ()))),
    ]
    rows += [(label(name), str(text)) for name, text in sorted((about.get("signatures") or {}).items())]
    return [(name, text) for name, text in rows if text]
