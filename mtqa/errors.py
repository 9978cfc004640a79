"""What can go wrong, as a tree.

* MtqaError
  x ReadError         an input cannot be read as what it claims to be
  x WriteError        an output cannot be written where it should go
  x SettingsError     a setting, option or configuration file is wrong
  x FrameError        a stage was handed a frame without the columns it needs
  x PackError         a language pack is missing, damaged or does not fit
  x CalibrationError  a calibration is missing, damaged or does not fit, or judgments are too few for one
  x UnknownUnitError  a name or code that no registry knows
"""

from __future__ import annotations

from pathlib import Path


class MtqaError(Exception):
    """The root: one sentence that says what was expected, what was found and what to do."""


class ReadError(MtqaError):
    """An input cannot be read as what it claims to be."""

    def __init__(self, path: str | Path, message: str, line: int | None = None) -> None:
        """Put ``path:line:`` before the message."""
        place = f"{path}:{line}" if line is not None else f"{path}"
        super().__init__(f"{place}: {message}")


class WriteError(MtqaError):
    """An output cannot be written where it should go."""


class SettingsError(MtqaError):
    """A setting, option or configuration file is wrong."""


class FrameError(MtqaError):
    """A stage was handed a frame without the columns it needs."""


class PackError(MtqaError):
    """A language pack is missing, damaged or does not fit."""


class CalibrationError(MtqaError):
    """A calibration is missing, damaged or does not fit, or judgments are too few for one."""


class UnknownUnitError(MtqaError):
    """A name or code that no registry knows."""
