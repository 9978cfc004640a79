"""Stage packages that can be called: ``mtqa.align(a, b)`` is the stage, ``mtqa.align.base`` a module in it.

A stage's public function has the name of its package, because both are named after the act. Importing a sub-package
binds it as an attribute of ``mtqa`` and would hide a function of that name; so the package itself takes the call
(the documented ``module.__class__`` assignment, Python data model 3.3.2.1).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any


class _Stage(ModuleType):
    def __call__(self, *args: Any, **options: Any) -> Any:
        """Run the stage function of the same name."""
        stage: Callable[..., Any] = vars(self)[self.__name__.rpartition(".")[2]]
        return stage(*args, **options)


def make_callable(module: str) -> None:
    """Let the imported module ``module`` take calls for its function of the same name."""
    sys.modules[module].__class__ = _Stage
