"""How results were made, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import pandas as pd

from mtqa import __version__
from mtqa.calibration.base import Calibration
from mtqa.calibration.file import digest
from mtqa.config import Settings
from mtqa.estimate import left_out
from mtqa.flag.profile import DEFAULT, thresholds
from mtqa.lang.base import language, short
from mtqa.pack.base import Pack
from mtqa.pipeline.units import encoder_of, judges_of, pack_of, profiles_of, terms_for
from mtqa.score import chosen
from mtqa.summary import BANDS, CALIBRATION, MQM_BANDS

NAMED = 3
"""How many documents a sentence names."""


def language_pairs(segments: pd.DataFrame) -> list[tuple[str, str]]:
    """Source and target language of the segments, each pair once."""
    return list(dict.fromkeys(zip(segments["source_lang"], segments["target_lang"], strict=True)))


def about(segments: pd.DataFrame, settings: Settings, calibration: Calibration | None = None) -> dict[str, Any]:
    """How the results were made: nothing in it depends on the time, the machine or a path."""
    packs = {pair: pack_of(*pair, settings) for pair in language_pairs(segments)}
    encoders = [encoder_of(pack, settings) for pack in packs.values()]
    has_reference = bool((segments["reference"].str.strip() != "").any())
    metrics = [metric for metric in chosen(settings.metrics, has_reference=has_reference) if metric.corpus]
    there = segments[segments["reference"].str.strip() != ""]
    identity = _identity([pack for pack in dict.fromkeys(packs.values()) if pack])
    judges = judges_of(settings)
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
    untold = [target for (source, target), pack in packs.items() if pack is not None and not source]
    out += [UNTOLD_SOURCE] * _has_untold_source(segments, untold)
    if not has_source:
        out.append("No source text was given: adequacy and the checks that compare with the source were left out.")
    return out


UNTOLD_SOURCE = (
    "The language of the source cannot be told from so few words: adequacy and the checks that know its words were left out; "
    "give --source-lang."
)


def _has_untold_source(segments: pd.DataFrame, targets: Sequence[str]) -> bool:
    """Whether a text stands as the source of segments in one of these languages that is in nobody knows which."""
    rows = segments[(segments["source_lang"] == "") & segments["target_lang"].isin(targets)]
    return bool((rows["source"].str.strip() != "").any())


def without_terms(pairs: Iterable[tuple[str, str]], settings: Settings) -> list[str]:
    """A sentence for each pair of languages that the glossaries say nothing about: silence would look like a clean text."""
    out = []
    for source, target in pairs if settings.glossaries else ():
        terms = terms_for(source, target, settings)
        if terms is not None and not terms.entries and not terms.banned:
            out.append(f"No glossary has terms for {source or '?'}-{target or '?'}: the checks of terms were left out.")
    return out


def _unreported(settings: Settings) -> list[str]:
    """A sentence that says which findings are not reported, where the settings hold any back."""
    severity, confidence = thresholds(profiles_of(settings), settings.min_severity, settings.min_confidence)
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
    if source and short(source) == short(target):
        return (
            f"Source and target both seem to be {language(source).name}, as if nothing had been translated: {left_out}; "
            "give --target-lang, the language that the target should be in (and --source-lang where that one is wrong)."
        )
    pair = "-".join(filter(None, (source, target)))
    return (
        f"There is no language pack for {pair}: {left_out}; build one with `mtqa pack train` or name one with --pack."
    )


def copied_references(segments: pd.DataFrame) -> list[str]:
    """A sentence that names documents whose reference is the target itself: a perfect score against it would mislead."""
    there = segments[segments["reference"].str.strip() != ""]
    same = there["target"].str.strip() == there["reference"].str.strip()
    documents = there["document"][same.groupby(there["document"]).transform("all")].unique().tolist()
    more = f" and {len(documents) - NAMED} more" if len(documents) > NAMED else ""
    said = (
        f"The reference of {', '.join(documents[:NAMED])}{more} is the target word for word: what is measured against it says "
        "nothing; if that text is the source, give --target-lang, the language that the target should be in."
    )
    return [said] * bool(documents)
