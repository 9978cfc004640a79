"""A calibration as a file: small JSON that a person can read, with a checksum that tells an edited or cut one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from mtqa.calibration.base import PLACES, Calibration, Gain, Weight
from mtqa.errors import CalibrationError

SCHEMA = "mtqa.calibration/1"
DECIMALS = 6
REMEDY = "fit it anew with `mtqa calibrate`"


def encode(calibration: Calibration) -> str:
    """The text of the file; numbers have :data:`DECIMALS` decimals, so what is read is what was written."""
    values = {"schema": SCHEMA, **_plain(asdict(calibration))}
    return json.dumps({**values, "sha256": _checksum(values)}, indent=1, ensure_ascii=False) + "\n"


def rounded(calibration: Calibration) -> Calibration:
    """The calibration as it will be read from its file."""
    return _decoded(_plain(asdict(calibration)))


def load(path: str | Path) -> Calibration:
    """The calibration in the file ``path``; :class:`CalibrationError` for one that is missing, damaged or of another version."""
    try:
        values = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise CalibrationError(
            f"{path}: expected a calibration, found {error.strerror or error}; check the path."
        ) from error
    except (ValueError, RecursionError) as error:
        raise CalibrationError(f"{path}: expected a calibration, found no JSON; {REMEDY}.") from error
    schema = values.pop("schema", None) if isinstance(values, dict) else None
    if schema != SCHEMA:
        known = isinstance(schema, str) and schema.startswith(SCHEMA.partition("/")[0])
        found = f"version {str(schema).rpartition('/')[2]!r}" if known else "another kind of file"
        raise CalibrationError(
            f"{path}: expected a calibration of version {SCHEMA.rpartition('/')[2]}, found {found}; {REMEDY}."
        )
    if values.pop("sha256", None) != _checksum({"schema": SCHEMA, **values}):
        raise CalibrationError(f"{path}: expected the calibration that was written, found another checksum; {REMEDY}.")
    try:
        return _decoded(values)
    except (KeyError, TypeError, ValueError) as error:
        raise CalibrationError(
            f"{path}: expected a whole calibration, found one with parts missing; {REMEDY}."
        ) from error


def _decoded(values: Mapping[str, Any]) -> Calibration:
    made = {
        **values,
        "qualities": tuple(float(one) for one in values["qualities"]),
        "features": {name: Weight(**one) for name, one in values["features"].items()},
        "gain": Gain(**values["gain"]),
    }
    if len(made["qualities"]) != len(PLACES):
        raise ValueError("qualities")
    return Calibration(**made)


def find_calibration(path: str) -> Calibration | None:
    """The calibration that a setting names; none for an empty one."""
    return load(path) if path else None


def digest(calibration: Calibration) -> str:
    """The checksum that stands in its file."""
    return _checksum({"schema": SCHEMA, **_plain(asdict(calibration))})


def _checksum(values: Mapping[str, Any]) -> str:
    return sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
