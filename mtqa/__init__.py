"""mtqa: aligns, scores, flags and reports what is wrong with a translation.

Names are loaded when first asked for, so that ``import mtqa`` loads neither pandas nor anything heavier.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "check": "mtqa.pipeline",
    "open_run": "mtqa.runs",
    "run_batch": "mtqa.batch",
    "BatchOptions": "mtqa.batch",
    "Result": "mtqa.pipeline",
    "align": "mtqa.align",
    "score": "mtqa.score",
    "flag": "mtqa.flag",
    "compare": "mtqa.compare",
    "publish": "mtqa.publish",
    "evaluate": "mtqa.evaluate",
    "calibrate": "mtqa.evaluate.fitting",
    "MtqaError": "mtqa.errors",
    "Settings": "mtqa.config",
}

__all__ = [
    "BatchOptions",
    "MtqaError",
    "Result",
    "Settings",
    "__version__",
    "align",
    "calibrate",
    "check",
    "compare",
    "evaluate",
    "flag",
    "open_run",
    "publish",
    "run_batch",
    "score",
]


def __getattr__(name: str) -> Any:
    """Import the home of a public name and return it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mtqa' has no attribute {name!r}")
    module = import_module(_HOMES[name])
    return module if module.__name__ == f"mtqa.{name}" else getattr(module, name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
