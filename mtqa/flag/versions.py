"""Documents of which a table holds several translations: test sets whose systems share the names of their documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtqa.data import Segment

REPEATED = 0.8
"""The share of a document's different sources that stand in it more than once where it holds several translations.

A text repeats a few of its sentences, and a table of strings some of its labels; never nearly all of them.
"""


class Sources:
    """The sources of one document's rows, as numbers: for telling whether they are there several times over."""

    def __init__(self) -> None:
        """Know none yet."""
        self._times: Counter[int] = Counter()

    def add(self, source: str) -> int:
        """See a row's source; how often it was seen before."""
        text = source.strip()
        if not text:
            return 0
        key = hash(text)
        self._times[key] += 1
        return self._times[key] - 1

    @property
    def are_repeated(self) -> bool:
        """Whether nearly all stand there more than once."""
        repeated = sum(times > 1 for times in self._times.values())
        return len(self._times) > 1 and repeated >= REPEATED * len(self._times)


def versions(segments: Iterable[Segment]) -> list[str]:
    """A name for each segment's text: its document's, with a number where that is there in several translations.

    The number says how often the source came before in the document, so that each system's rows get one name.
    """
    sources: dict[str, Sources] = defaultdict(Sources)
    seen = [(segment.document, sources[segment.document].add(segment.source)) for segment in segments]
    several = {name for name, one in sources.items() if one.are_repeated}
    return [f"{name}\0{before}" if name in several else name for name, before in seen]
