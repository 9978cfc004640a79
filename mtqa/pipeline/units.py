"""What settings name: packs, encoders, judges, terms, checks, suppressions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.config import Settings
from mtqa.encode import find_encoder
from mtqa.encode.base import Encoder
from mtqa.estimate import find_judges
from mtqa.estimate.base import Judge
from mtqa.flag.profile import Profile, lineage
from mtqa.flag.select import chosen as checks_that_run
from mtqa.flag.suppression.file import read_entries
from mtqa.pack.base import Pack
from mtqa.pack.load import find_pack
from mtqa.read import ReadOptions
from mtqa.read.glossary import load_glossary
from mtqa.report.base import REPORTS
from mtqa.score.base import METRICS
from mtqa.terms.base import Terms, terms_of
from mtqa.terms.pattern import patterns_of

if TYPE_CHECKING:
    from mtqa.flag.base import Check
    from mtqa.flag.suppression.entry import Entry

Paths = str | Path | Sequence[str | Path]
Progress = Callable[[str, int, int], None]
"""``progress(stage, done, total)``, called as work proceeds."""


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def reading_of(settings: Settings) -> ReadOptions:
    """What a reader is told."""
    return ReadOptions(settings.source_lang, settings.target_lang, dict(settings.columns))


def pack_of(source_lang: str, target_lang: str, settings: Settings) -> Pack | None:
    """The language pack for a pair of languages, if there is one."""
    return find_pack(source_lang, target_lang, settings.pack)


def encoder_of(pack: Pack | None, settings: Settings) -> Encoder | None:
    """The encoder that the settings name, or else the pack's."""
    return find_encoder(settings.encoder, pack)


def profiles_of(settings: Settings) -> tuple[Profile, ...]:
    """The profile and those that it builds on."""
    return lineage(settings.profile, settings.profiles)


def running(settings: Settings) -> list[Check]:
    """The checks that run, by code."""
    return checks_that_run(settings.select, settings.ignore, settings.checks, profiles_of(settings))


def suppressions(settings: Settings) -> list[Entry]:
    """The suppressions of the file that the settings name."""
    return read_entries(Path(settings.suppressions)) if settings.suppressions else []


def judges_of(settings: Settings) -> list[Judge]:
    """The judges that the user named; none may be called what other scores are."""
    return find_judges(settings.judges, [*METRICS.units, "mqm", "length"]) if settings.judges else []


def terms_for(source_lang: str, target_lang: str, settings: Settings) -> Terms | None:
    """The team's glossaries and patterns for a pair of languages; None where there are none."""
    if not settings.glossaries and not settings.patterns:
        return None
    concepts = [concept for path in settings.glossaries for concept in load_glossary(path)]
    return terms_of(concepts, source_lang, target_lang, patterns_of(settings.patterns))


def known_formats() -> list[str]:
    """The names that ``formats`` may hold."""
    return [report.name for report in REPORTS]
