"""What one side has and the other lacks, as multisets: masked parts, tags, references."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


def differences(source: Iterable[T], target: Iterable[T], key: Callable[[T], str]) -> tuple[list[T], list[T]]:
    """(Those of the source that the target lacks, those of the target that the source lacks), in order of place.

    Of equal ones the last count as too many.
    """
    ours, theirs = list(source), list(target)
    return _beyond(ours, Counter(map(key, theirs)), key), _beyond(theirs, Counter(map(key, ours)), key)


def _beyond(parts: list[T], allowed: Counter[str], key: Callable[[T], str]) -> list[T]:
    left, beyond = allowed.copy(), []
    for part in parts:
        left[key(part)] -= 1
        if left[key(part)] < 0:
            beyond.append(part)
    return beyond
