"""The main job, and the only module that knows the order of the stages: read, segment, align, judge, score, flag."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from mtqa import __version__
from mtqa.align import align_documents
from mtqa.baseline.apply import only_new
from mtqa.calibration.apply import calibrated, check_fit
from mtqa.calibration.base import Calibration
from mtqa.calibration.file import digest, find_calibration
from mtqa.config import Settings
from mtqa.encode import find_encoder
from mtqa.encode.base import Encoder
from mtqa.errors import FrameError, ReadError, SettingsError
from mtqa.estimate import consult, find_judges, left_out
from mtqa.estimate.base import Judge
from mtqa.flag import flag, reported
from mtqa.flag.consistency import Consistency, merged
from mtqa.flag.profile import DEFAULT, Profile, lineage, thresholds
from mtqa.flag.select import chosen as checks_that_run
from mtqa.flag.suppression.apply import apply
from mtqa.flag.suppression.file import read_entries
from mtqa.flag.suppression.unused import unused
from mtqa.frames import FINDINGS, SEGMENTS, SUPPRESSED, Contract, segments_of
from mtqa.gate import missed
from mtqa.judge import judge
from mtqa.pack.base import Pack
from mtqa.pack.load import find_pack
from mtqa.read import ReadOptions, read
from mtqa.read.glossary import load_glossary
from mtqa.read.locate import locate
from mtqa.report.base import REPORTS, Results
from mtqa.report.folder import write_reports
from mtqa.score import chosen, score
from mtqa.score.base import METRICS
from mtqa.segment import segment
from mtqa.summary import BANDS, CALIBRATION, MQM_BANDS, summarise
from mtqa.terms.base import Terms, terms_of
from mtqa.terms.pattern import patterns_of

if TYPE_CHECKING:
    from mtqa.flag.base import Check
    from mtqa.flag.suppression.entry import Entry

Paths = str | Path | Sequence[str | Path]
Progress = Callable[[str, int, int], None]
"""``progress(stage, done, total)``, called as work proceeds."""


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True)
class Result:
    """What a check found: three frames (columns in :mod:`mtqa.frames`) and how they were made.

    ``suppressed``: the findings that are not reported because somebody gave a reason (:data:`mtqa.frames.SUPPRESSED`).
    """

    segments: pd.DataFrame
    findings: pd.DataFrame
    documents: pd.DataFrame
    about: dict[str, Any]
    suppressed: pd.DataFrame = field(default_factory=SUPPRESSED.empty)
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def results(self) -> Results:
        """The same, as reports take it."""
        return Results(self.segments, self.findings, self.documents, self.about, self.suppressed, self.files)

    def save(self, folder: str | Path, formats: Iterable[str] = ("csv", "html", "json")) -> Path:
        """Write the reports into ``folder``, all or none; a folder that is not mtqa's own is refused (WriteError)."""
        return write_reports(self.results, Path(folder), tuple(formats))

    def html(self) -> str:
        """The HTML report as text."""
        from mtqa.report.html import render

        return render(self.results)


def check(
    target: Paths | pd.DataFrame,
    source: Paths | None = None,
    reference: Paths | None = None,
    *,
    against: Paths = (),
    settings: Settings | None = None,
    progress: Progress = _silent,
    **options: Any,
) -> Result:
    """Read, align, score and flag translations.

    Args:
        target: the translation: a file, folder, glob, ``-``, a list of files, or a frame with the columns ``target`` and
            ``source`` and/or ``reference`` (a row a segment; ``kind`` ``text`` makes a row a running text).
        source: the text in the other language.
        reference: a trusted translation in the target's language.
        against: files of which each is a source or a reference, told apart by their language.
        settings: see :class:`mtqa.config.Settings`.
        progress: called as work proceeds.
        **options: single settings by name, which replace those of ``settings``.

    Raises:
        MtqaError: with one sentence, for input or options that are wrong.
    """
    settings = (settings or Settings()).with_options(**options)
    _judges(settings)  # what cannot be had, and a check that nobody knows, are told before the work begins
    consistency = Consistency(running(settings), settings.consistency)
    suppressions(settings)
    _terms("", "", settings)
    progress("reading", 0, 1)
    documents = read_any(target, source, reference, against, settings)
    segments = align_all(documents, settings, progress)
    parts = list(judge_all(segments, settings, progress, consistency))
    return _placed(_result(parts, settings, consistency.findings()), target, settings)


def _placed(result: Result, target: Paths | pd.DataFrame, settings: Settings) -> Result:
    """The result with the files of its documents, where a report points into them."""
    pointing = [REPORTS[name] for name in settings.formats if name in REPORTS and REPORTS[name].places]
    if not pointing or isinstance(target, pd.DataFrame):
        return result
    return replace(result, files=locate(target, _reading(settings)))


def read_any(
    target: Paths | pd.DataFrame, source: Paths | None, reference: Paths | None, against: Paths, settings: Settings
) -> pd.DataFrame:
    """The documents frame of whatever the user named."""
    if isinstance(target, pd.DataFrame):
        return _table(target, settings)
    return read(target, [*_many(source), *_many(reference), *_many(against)], options=_reading(settings))


def _reading(settings: Settings) -> ReadOptions:
    return ReadOptions(settings.source_lang, settings.target_lang, dict(settings.columns))


def _many(paths: Paths | None) -> list[str | Path]:
    if paths is None:
        return []
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _table(frame: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    SEGMENTS.check(frame, wants=["target"])
    out = frame.copy()
    for column in ("target", "source", "reference", "document"):
        if column in out:
            out[column] = _texts(out[column])
    for column in ("source", "reference"):
        out[column] = out.get(column, "")
    for column, value in (("document", "table"), ("kind", "pair"), ("target_lang", settings.target_lang),
                          ("source_lang", settings.source_lang)):  # fmt: skip
        out[column] = out.get(column, value)
    if "segment" not in out:
        out["segment"] = range(len(out))
    return out


HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which no encoding has bytes for."""


def _texts(column: pd.Series[Any]) -> pd.Series[Any]:
    """The column with empty texts for missing values."""
    values = ["" if pd.isna(value) else value for value in column]
    for row, value in enumerate(values):
        if not isinstance(value, str):
            raise FrameError(
                f"segments frame: expected texts in {column.name}, found {value!r} in row {row}; convert it."
            )
        if not value.isascii() and HALF.search(value):
            raise FrameError(
                f"segments frame: expected Unicode in {column.name}, found half a surrogate pair in row {row}; remove it."
            )
    return pd.Series(values, column.index, dtype=object)


def align_all(documents: pd.DataFrame, settings: Settings, progress: Progress = _silent) -> pd.DataFrame:
    """The segments frame: running texts are segmented and aligned, ready pairs taken as they are, in reading order."""
    parts = []
    for number, (kind, rows) in enumerate(_runs(documents)):
        progress("aligning", number, len(documents))
        parts.append(_pairs(rows) if kind == "pair" else _aligned(rows, settings))
    if not parts:
        raise ReadError("input", "expected at least one document or pair, found none; name a file that has some.")
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0].reset_index(drop=True)


def _runs(documents: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    change = documents["kind"].ne(documents["kind"].shift()).cumsum()
    for _, rows in documents.groupby(change, sort=False):
        yield str(rows["kind"].iloc[0]), rows


def _pairs(rows: pd.DataFrame) -> pd.DataFrame:
    out = rows.drop(columns=["kind"]).assign(bead="pair", alignment=1.0, moved=0)
    return SEGMENTS.build({str(name): value for name, value in row.items()} for row in out.to_dict("records"))


def _aligned(rows: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    parts = []
    for position in range(len(rows)):
        row = rows.iloc[[position]]
        pack = _pack(row["source_lang"].iloc[0], row["target_lang"].iloc[0], settings)
        parts.append(align_documents(row, segment(row), pack=pack, encoder=_encoder(None, settings)))
    return pd.concat(parts, ignore_index=True)


def _pack(source_lang: str, target_lang: str, settings: Settings) -> Pack | None:
    return find_pack(source_lang, target_lang, settings.pack)


def _encoder(pack: Pack | None, settings: Settings) -> Encoder | None:
    return find_encoder(settings.encoder, pack)


def _line(settings: Settings) -> tuple[Profile, ...]:
    """The profile and those that it builds on."""
    return lineage(settings.profile, settings.profiles)


def running(settings: Settings) -> list[Check]:
    """The checks that run, by code."""
    return checks_that_run(settings.select, settings.ignore, settings.checks, _line(settings))


def suppressions(settings: Settings) -> list[Entry]:
    """The suppressions of the file that the settings name."""
    return read_entries(Path(settings.suppressions)) if settings.suppressions else []


def _judges(settings: Settings) -> list[Judge]:
    """The judges that the user named; none may be called what other scores are."""
    return find_judges(settings.judges, [*METRICS.units, "mqm", "length"]) if settings.judges else []


def _terms(source_lang: str, target_lang: str, settings: Settings) -> Terms | None:
    """The team's glossaries and patterns for a pair of languages; None where there are none."""
    if not settings.glossaries and not settings.patterns:
        return None
    concepts = [concept for path in settings.glossaries for concept in load_glossary(path)]
    return terms_of(concepts, source_lang, target_lang, patterns_of(settings.patterns))


class Part(NamedTuple):
    """A batch of scored segments, their findings, and those of their findings that somebody suppressed."""

    segments: pd.DataFrame
    findings: pd.DataFrame
    suppressed: pd.DataFrame


def judge_all(
    segments: pd.DataFrame, settings: Settings, progress: Progress = _silent, consistency: Consistency | None = None
) -> Iterator[Part]:
    """Scored segments and their findings, a batch at a time, in order; a batch has one pair of languages.

    ``consistency`` sees every batch too; what it finds it says when it is asked, after the last.
    """
    done = 0
    terms = {pair: _terms(*pair, settings) for pair in language_pairs(segments)}
    calibration = find_calibration(settings.calibration)
    if calibration:
        check_fit(calibration, language_pairs(segments), settings.mode)
    for rows in batches(segments, settings.batch_size):
        progress("judging", done, len(segments))
        pack = _pack(rows["source_lang"].iloc[0], rows["target_lang"].iloc[0], settings)
        evidence = judge(list(segments_of(rows)), pack=pack, encoder=_encoder(pack, settings))
        opinions = consult(_judges(settings), evidence)
        scored = score(rows, evidence=evidence, metrics=settings.metrics).assign(**opinions)
        findings = flag(
            scored,
            pack=pack,
            evidence=evidence,
            select=settings.select,
            ignore=settings.ignore,
            options=settings.checks,
            mode=settings.mode,
            profile=settings.profile,
            profiles=settings.profiles,
            min_severity="neutral",
            min_confidence=0.0,
            terms=terms[rows["source_lang"].iloc[0], rows["target_lang"].iloc[0]],
        )
        if consistency is not None:
            consistency.add(scored, pack=pack, evidence=evidence)
        kept, suppressed = held_back(rows, findings, settings)
        yield Part(settle(scored, kept, calibration), kept, suppressed)
        done += len(rows)
    progress("judging", len(segments), len(segments))


def batches(segments: pd.DataFrame, size: int) -> Iterator[pd.DataFrame]:
    """Runs of rows of one pair of languages of about ``size`` each.

    A batch ends with a document, if one ends within another ``size`` rows: how rough a document is shows in all of it.
    """
    if size < 1:
        raise SettingsError(f"expected a batch size of at least 1, found {size}; raise it.")
    pair = segments["source_lang"].astype(str) + ">" + segments["target_lang"].astype(str)
    for _, rows in segments.groupby(pair.ne(pair.shift()).cumsum(), sort=False):
        ends = np.flatnonzero((rows["document"] != rows["document"].shift(-1)).to_numpy()) + 1
        start = 0
        while start < len(rows):
            later = ends[(ends >= start + size) & (ends <= start + 2 * size)]
            end = int(later[0]) if len(later) else start + size
            yield rows.iloc[start:end]
            start = end


def held_back(segments: pd.DataFrame, findings: pd.DataFrame, settings: Settings) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The findings to report, and those that are suppressed for a reason; what lies below the settings' limits is neither."""
    kept, suppressed = apply(segments, findings, suppressions(settings))  # first, so that what is of use counts as used
    return reported(kept, *thresholds(_line(settings), settings.min_severity, settings.min_confidence)), suppressed


POINT = 2.0
"""Points of quality that a penalty point of the findings costs a segment.

Chosen by hand: between 0 and 4 it makes little difference to the order of segments on WMT22, bio and TED.
"""


def settle(segments: pd.DataFrame, findings: pd.DataFrame, calibration: Calibration | None = None) -> pd.DataFrame:
    """The segments with what was found in them taken from their quality: :data:`POINT` a penalty point, down to 0.

    The two see different things: the score weighs all words a little, a finding knows one place for sure. A team's own
    calibration comes last.
    """
    settled = _less_found(segments, findings)
    return calibrated(settled, findings, calibration) if calibration else settled


def _less_found(segments: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    if findings.empty or "score.quality" not in segments:
        return segments
    lost = findings.groupby(["document", "segment"])["penalty"].sum()
    keys = pd.MultiIndex.from_frame(segments[["document", "segment"]])
    left = segments["score.quality"] - POINT * lost.reindex(keys).fillna(0.0).to_numpy()
    return segments.assign(**{"score.quality": left.clip(lower=0.0)})


def _result(parts: Sequence[Part], settings: Settings, late: pd.DataFrame | None = None) -> Result:
    """The parts as one; ``late`` are findings that came of seeing all of them."""
    segments = pd.concat([part.segments for part in parts], ignore_index=True)
    findings = _joined([part.findings for part in parts], FINDINGS)
    suppressed = _joined([part.suppressed for part in parts], SUPPRESSED)
    if late is not None and not late.empty:
        kept, more = held_back(segments, late, settings)
        findings, suppressed = merged(segments, findings, kept), _joined([suppressed, more], SUPPRESSED)
    calibration = find_calibration(settings.calibration)
    documents = summarise(segments, findings, calibration.bands if calibration else None, suppressed)
    said = about(segments, settings, calibration)
    stale = unused(segments, suppressed, suppressions(settings), [check.code for check in running(settings)])
    return Result(segments, findings, documents, said | ({"unused": stale} if stale else {}), suppressed)


def _joined(frames: Sequence[pd.DataFrame], contract: Contract) -> pd.DataFrame:
    filled = [frame for frame in frames if not frame.empty]
    return pd.concat(filled, ignore_index=True) if filled else contract.empty()


def new_since(result: Result, baseline: str | Path) -> Result:
    """The result with only the findings that a baseline file does not know (:mod:`mtqa.baseline`)."""
    findings, documents, made = only_new(result.segments, result.findings, result.documents, result.about, baseline)
    return replace(result, findings=findings, documents=documents, about=made)


def language_pairs(segments: pd.DataFrame) -> list[tuple[str, str]]:
    """Source and target language of the segments, each pair once."""
    return list(dict.fromkeys(zip(segments["source_lang"], segments["target_lang"], strict=True)))


def about(segments: pd.DataFrame, settings: Settings, calibration: Calibration | None = None) -> dict[str, Any]:
    """How the results were made: nothing in it depends on the time, the machine or a path."""
    packs = {pair: _pack(*pair, settings) for pair in language_pairs(segments)}
    encoders = [_encoder(pack, settings) for pack in packs.values()]
    has_reference = bool((segments["reference"].str.strip() != "").any())
    metrics = [metric for metric in chosen(settings.metrics, has_reference=has_reference) if metric.corpus]
    there = segments[segments["reference"].str.strip() != ""]
    identity = _identity([pack for pack in dict.fromkeys(packs.values()) if pack])
    judges = _judges(settings)
    return {
        "version": __version__,
        "pack": identity,
        "encoder": "; ".join(sorted({encoder.name for encoder in encoders if encoder})),
        **({"judges": {judge.name: judge.said for judge in judges}} if judges else {}),
        "signatures": {
            **{metric.name: metric.signature() for metric in metrics if metric.signature},
            **({CALIBRATION: _signature(calibration, identity)} if calibration else {}),
        },
        "corpus": {
            metric.name: metric.corpus(list(there["target"]), list(there["reference"]))
            for metric in metrics
            if metric.corpus
        },
        **({"profile": settings.profile} if settings.profile != DEFAULT else {}),
        "skipped": [
            *skipped(packs, segments),
            *left_out(judges, segments),
            *without_terms(packs, settings),
            *_unreported(settings),
        ],
        "bands": dict(calibration.bands) if calibration and calibration.bands else BANDS,
        "mqm_bands": MQM_BANDS,
    }


def _signature(calibration: Calibration, pack: Mapping[str, str]) -> str:
    """Which calibration that is, and whether the scores it was fitted on were another pack's."""
    stale = "" if calibration.pack == pack.get("sha256", "") else ", fitted with another language pack"
    return f"{calibration.said}{stale}|{digest(calibration)}"


def _identity(packs: Sequence[Pack]) -> dict[str, str]:
    """What the packs are called, and a checksum of all they hold (their manifests list one for each file)."""
    said = [(pack.name, str(pack.manifest["version"]), sha256((pack.path / "manifest.json").read_bytes()).hexdigest())
            for pack in packs]  # fmt: skip
    return {
        name: "; ".join(parts)
        for name, parts in zip(("name", "version", "sha256"), zip(*said, strict=True), strict=False)
    }


def skipped(packs: dict[tuple[str, str], Pack | None], segments: pd.DataFrame) -> list[str]:
    """A sentence for each thing that was left out, and why."""
    has_source = bool((segments["source"].str.strip() != "").any())
    out = [_without_pack(*pair, has_source=has_source) for pair, pack in packs.items() if pack is None]
    if not has_source:
        out.append("No source text was given: adequacy and the checks that compare with the source were left out.")
    return out


def without_terms(pairs: Iterable[tuple[str, str]], settings: Settings) -> list[str]:
    """A sentence for each pair of languages that the glossaries say nothing about: silence would look like a clean text."""
    out = []
    for source, target in pairs if settings.glossaries else ():
        terms = _terms(source, target, settings)
        if terms is not None and not terms.entries and not terms.banned:
            out.append(f"No glossary has terms for {source or '?'}-{target or '?'}: the checks of terms were left out.")
    return out


def _unreported(settings: Settings) -> list[str]:
    """A sentence that says which findings are not reported, where the settings hold any back."""
    severity, confidence = thresholds(_line(settings), settings.min_severity, settings.min_confidence)
    limits = [f"of severity {severity.value} or worse"] * bool(severity.rank)
    limits += [f"that are at least {100 * confidence:.0f} % sure"] * bool(confidence)
    return [f"Only findings {' '.join(limits)} are reported, as the settings say."] if limits else []


def _without_pack(source: str, target: str, *, has_source: bool) -> str:
    left_out = "adequacy, fluency, quality and the checks that need a language pack were left out"
    unknown = [side for side, code in (("source", source), ("target", target)) if not code]
    if not has_source:
        unknown = [side for side in unknown if side == "target"]
    if unknown:
        sides, options = " and ".join(unknown), " and ".join(f"--{side}-lang" for side in unknown)
        return f"The language of the {sides} cannot be told from so few words: {left_out}; give {options}."
    pair = "-".join(filter(None, (source, target)))
    remedy = "build one with `mtqa pack train` or name one with --pack" if source != target else "check the languages"
    return f"There is no language pack for {pair}: {left_out}; {remedy}."


def gate(result: Result, settings: Settings) -> list[str]:
    """A sentence for each limit of the quality gate that a document misses; empty when all pass."""
    return missed(result.documents, settings)


def known_formats() -> list[str]:
    """The names that ``formats`` may hold."""
    return [report.name for report in REPORTS]
