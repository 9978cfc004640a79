"""What a report is: a name, a file, and a function that writes the results of a run into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mtqa.frames import SUPPRESSED
from mtqa.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd


@dataclass(frozen=True, slots=True)
class Results:
    """What a run found: the three frames of :mod:`mtqa.frames`, and ``about``, how they were made.

    ``about`` holds no time, machine or path, so the same input gives the same bytes. Keys: ``version`` (of mtqa),
    ``pack`` (name, version, sha256 or empty), ``encoder``, ``judges`` (name -> what it is),
    ``signatures`` (metric -> signature), ``skipped`` (a
    sentence for each thing that was left out and why), ``corpus`` (metric -> score over all segments), ``checks``
    (codes that ran), ``profile`` (where it is not the default one), ``bands`` (name -> lowest quality), ``mqm_bands``
    (name -> lowest MQM score), ``unused`` (a sentence for each suppression that matches nothing). ``suppressed`` are
    findings that are not reported, each with the reason. ``files``: document -> the path and text of its file, for
    reports with :attr:`Report.places`; not part of the others.
    """

    segments: pd.DataFrame
    findings: pd.DataFrame
    documents: pd.DataFrame
    about: dict[str, Any] = field(default_factory=dict)
    suppressed: pd.DataFrame = field(default_factory=SUPPRESSED.empty)
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """``write(results, folder)`` makes the report's file(s) in a folder that exists and is still private to the run.

    ``name`` is what ``--format`` calls it; ``files`` are the names it writes; ``extra`` the optional dependency it
    needs (``pip install "mtqa[extra]"``) and ``module`` what that installs, so that its absence is told before the
    work begins. ``places``: whether it says in which file and line a finding stands.
    """

    name: str
    files: tuple[str, ...]
    write: Callable[[Results, Path], None]
    summary: str
    extra: str = ""
    module: str = ""
    places: bool = False


REPORTS: Registry[Report] = Registry("report", "mtqa.report", Report)
