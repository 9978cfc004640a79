"""Masked parts compared: what one side has and the other lacks, as multisets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mtqa.text.mask import Part


def differences(
    source: Iterable[Part], target: Iterable[Part], key: Callable[[Part], str]
) -> tuple[list[Part], list[Part]]:
    """(parts of the source that the target lacks, parts of the target that the source lacks), in order of place.

    Of equal parts the last ones count as too many.
    """
    ours, theirs = list(source), list(target)
    return _beyond(ours, Counter(map(key, theirs)), key), _beyond(theirs, Counter(map(key, ours)), key)


def _beyond(parts: list[Part], allowed: Counter[str], key: Callable[[Part], str]) -> list[Part]:
    left, beyond = allowed.copy(), []
    for part in parts:
        left[key(part)] -= 1
        if left[key(part)] < 0:
            beyond.append(part)
    return beyond
