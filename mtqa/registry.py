"""One way to find units: walk a package of our own, then ask installed packages' entry points.

A unit is a value (a check, a reader, a language …) that stands at the top of a module. Adding one is adding a file;
other people add one by an entry point. A broken foreign entry point is a named error, never a traceback.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from importlib.metadata import entry_points
from typing import Generic, TypeVar

from mtqa.errors import UnknownUnitError

T = TypeVar("T")


class Registry(Generic[T]):
    """All units of one kind, by key, loaded when first asked for and sorted by key."""

    def __init__(self, kind: str, package: str, unit: type[T], *, key: str = "name", group: str = "") -> None:
        """Say where the units are: ``package`` is walked; ``group`` (``mtqa.<kind>s``) names the entry points."""
        self.kind = kind
        self.package = package
        self.unit = unit
        self.key = key
        self.group = group or f"mtqa.{kind.replace(' ', '_')}s"

    @cached_property
    def units(self) -> dict[str, T]:
        """Key -> unit, in key order."""
        found: dict[str, T] = {}
        for value in [*self._built_in(), *self._installed()]:
            name = str(getattr(value, self.key))
            if found.setdefault(name, value) is not value:
                raise UnknownUnitError(f"two {self.kind}s are called {name!r}: rename one of them.")
        return dict(sorted(found.items()))

    def _built_in(self) -> Iterator[T]:
        root = importlib.import_module(self.package)
        for info in pkgutil.walk_packages(root.__path__, f"{self.package}."):
            for value in vars(importlib.import_module(info.name)).values():
                if isinstance(value, self.unit):
                    yield value

    def _installed(self) -> Iterator[T]:
        for point in entry_points(group=self.group):
            try:
                value = point.load()
            except Exception as error:
                raise UnknownUnitError(
                    f"the installed {self.kind} {point.name!r} ({point.value}) cannot be loaded: {error}."
                ) from error
            if not isinstance(value, self.unit):
                raise UnknownUnitError(f"the installed {self.kind} {point.name!r} ({point.value}) is no {self.kind}.")
            yield value

    def __iter__(self) -> Iterator[T]:
        """The units in key order."""
        return iter(self.units.values())

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.units)

    def __contains__(self, name: object) -> bool:
        """Whether a unit has that key."""
        return name in self.units

    def __getitem__(self, name: str) -> T:
        """The unit with that key; :class:`UnknownUnitError` names the nearest right ones."""
        if name in self.units:
            return self.units[name]
        near = get_close_matches(name, list(self.units), n=3, cutoff=0.5) or list(self.units)
        raise UnknownUnitError(f"no {self.kind} is called {name!r}: did you mean {' or '.join(near[:8])}?")
