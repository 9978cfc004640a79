"""The settings of a configuration file, all of it checked before it is used, so that what is wrong names the file."""

from __future__ import annotations

from pathlib import Path

from mtqa.config import Settings, configuration, naming
from mtqa.flag.profile import lineage
from mtqa.flag.select import chosen
from mtqa.terms.pattern import patterns_of


def configured(project: str = "", start: Path | None = None) -> Settings:
    """:meth:`mtqa.config.Settings.load`, with its checks, profiles and patterns looked at too.

    Raises:
        MtqaError: that names the file.
    """
    settings = Settings.load(start, project)
    path, _ = configuration(start)
    if path is not None:
        with naming(path):
            patterns_of(settings.patterns)
            for name in dict.fromkeys((settings.profile, *settings.profiles)):
                chosen(settings.select, settings.ignore, settings.checks, lineage(name, settings.profiles))
    return settings
