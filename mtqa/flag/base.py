"""What a check is: a record around one generator, whose examples are its documentation and its tests.

    @check("LIN007", category="linguistic-conventions/duplication", severity=Severity.MINOR, examples=[...])
    def repeated_word(unit: Unit) -> Iterator[Hit]:
        '''A word stands twice in a row. ...'''

The function's name is the check's name (with hyphens), the file is named after it, the code's prefix is the branch of
its MQM category, and the folder it lies in is that branch.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, wraps
from typing import TYPE_CHECKING, Any

import numpy as np

from mtqa.data import Opinion, Segment, Severity, Span
from mtqa.flag.trigger import NONE, Pairs, Trigger, When, Words
from mtqa.judge.spans import clear_chance
from mtqa.knowledge.match import Violation, violations
from mtqa.lang.base import short
from mtqa.mqm import BRANCHES, CATEGORIES
from mtqa.registry import Registry
from mtqa.text.number_pairs import Comparison, compare
from mtqa.text.runs import runs
from mtqa.text.view import View, Views, key_of

if TYPE_CHECKING:
    from mtqa.judge.evidence import Evidence, Floats
    from mtqa.pack.base import Pack
    from mtqa.terms.base import Terms


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: a place, and what is wrong there in the reader's words.

    ``severity`` and ``category`` replace the check's own where the evidence asks for it; ``suggestion`` replaces the
    span's text and is given only where it is safe; ``confidence`` is the chance that a reviewer agrees. What is
    ``doubtful`` good translators write now and then: it counts where the rest of the document shows a rough engine.
    """

    span: Span
    message: str
    suggestion: str = ""
    confidence: float = 0.9
    severity: Severity | None = None
    category: str = ""
    doubtful: bool = False


ROUGH = 0.2
"""The roughness from which a unit that stands alone counts as one of a rough document."""


NOTHING: Floats = np.zeros(0, np.float32)
"""What is suspicious where nothing can be told."""


class Unit:
    """A segment prepared for checks: a view of each side, made when first asked for, and the judge's evidence."""

    def __init__(
        self,
        segment: Segment,
        *,
        pack: Pack | None = None,
        evidence: Evidence | None = None,
        roughness: float = 0.0,
        thorough: bool = False,
        terms: Terms | None = None,
        views: Views | None = None,
    ) -> None:
        """Hold the segment; ``evidence`` is about the tokens of :attr:`target`, ``thorough`` whether all suspicions are wanted.

        ``terms``: the team's glossary and patterns. ``views``: those that it shares with the units beside it.
        ``roughness``: how much of the document is wrong, where it is known: from :data:`ROUGH` on it is a rough one.
        """
        self.segment = segment
        self.pack = pack
        self.evidence = evidence
        self.rough = roughness >= ROUGH
        self.plain = False
        """Whether findings that are sure show the document to be rough."""
        self.before = ""
        """The target of the segment before it in its document, where that was looked at together with it."""
        self.thorough = thorough
        self.terms = terms
        self.views = views if views is not None else Views()
        self.chances: Floats | None = None

    @cached_property
    def target(self) -> View:
        """The translation."""
        if self.evidence is not None:
            return self.evidence.target
        return self.views(key_of(self.segment, "target"))

    @cached_property
    def source(self) -> View:
        """The text it should say the same as; empty where there is none."""
        if self.evidence is not None:
            return self.evidence.source
        return self.views(key_of(self.segment, "source"))

    @cached_property
    def coded(self) -> bool:
        """Whether either side has anything that is no language: markup, placeholders, addresses, code."""
        return bool(self.target.mask.parts or self.source.mask.parts)

    @cached_property
    def has(self) -> frozenset[str]:
        """What a check may need that is there; ``roughness`` always, because who asks has seen to it."""
        return _there(
            source=bool(self.segment.source.strip()),
            pack=self.pack is not None,
            evidence=self.evidence is not None and self.evidence.has_model,
            glossary=self.terms is not None and bool(self.terms.entries or self.terms.banned),
            patterns=self.terms is not None and bool(self.terms.patterns),
        )

    @cached_property
    def numbers(self) -> Comparison:
        """How the numbers of the target differ from those of the source, for all checks about numbers."""
        return compare(self.source, self.target)

    @cached_property
    def violations(self) -> list[Violation]:
        """The rules of the knowledge tables that the target breaks."""
        return violations(self.source, self.target)

    @cached_property
    def suspicion(self) -> Floats:
        """Per target token the chance that it is wrong, in a rough document; empty where nothing can be told.

        Under a thorough look the worst words of a good document have it raised: :attr:`chances` has them as they are.
        """
        if not self.rough or self.evidence is None or self.evidence.model is None or self.pack is None:
            return NOTHING
        return self.evidence.model.suspicions([self.evidence], self.pack)[0]

    @cached_property
    def clear(self) -> float:
        """The chance from which a phrase is named though its document is not rough; as if the unit stood alone, until told."""
        return clear_chance(NOTHING if self.evidence is None else self.evidence.rough)

    @cached_property
    def source_words(self) -> frozenset[str]:
        """The source's tokens in lower case."""
        return self.source.words


@cache
def _there(**there: bool) -> frozenset[str]:
    return frozenset({"roughness", *(name for name, is_there in there.items() if is_there)})


MARKS = re.compile("[⟦⟧]")
LITTLE = 0.05
"""The chance of being wrong that a judge gives any other word of an example."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with ``⟦ ⟧`` around exactly the characters that must be flagged; none where the pair is fine.

    Marks in ``source`` are for checks that flag the source side. ``note`` says what makes it hard. ``risks``: words of
    the target with the chance of being wrong that a judge gives them; any other word gets little. ``given``: further
    fields of the segment, as a reader would give them; ``terms``: a glossary.
    """

    source: str
    target: str
    source_lang: str = "en"
    target_lang: str = "de"
    note: str = ""
    bead: str = "pair"
    moved: int = 0
    roughness: float = 0.0
    thorough: bool = False
    risks: tuple[tuple[str, float], ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    terms: Terms | None = None

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """What a judge says of the pair; nothing where no risks are given."""
        text, given = self.segment.target, dict(self.risks)
        words = tuple(runs(View(text, self.target_lang).tokens))
        chances = tuple(given.get(text[start:end], LITTLE) for start, end in words)
        return (Opinion("example", words, chances),) if given else ()

    @property
    def segment(self) -> Segment:
        """The pair without its marks."""
        return Segment(
            target=MARKS.sub("", self.target), source=MARKS.sub("", self.source),
            target_lang=self.target_lang, source_lang=self.source_lang, bead=self.bead, moved=self.moved,
            **self.given,
        )  # fmt: skip

    @property
    def spans(self) -> list[Span]:
        """The marked places, those of the target first."""
        return [
            *_marked(self.target, "target"),
            *_marked(self.source, "source"),
        ]

    @property
    def good(self) -> bool:
        """Whether nothing is marked."""
        return not self.spans


def _marked(text: str, side: Any) -> Iterator[Span]:
    for number, match in enumerate(re.finditer("⟦(.*?)⟧", text, re.DOTALL)):
        yield Span(match.start() - 2 * number, match.end() - 2 * number - 2, side)


CheckFunction = Callable[..., Iterable[Hit]]
"""``function(unit, **options)``."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check and everything a reader may ask about it.

    ``needs``: what must be there for the check to run, of ``source``, ``pack``, ``evidence``, ``glossary``, ``patterns``,
    and ``roughness`` where the
    other checks' findings in the document come first; ``target_langs`` and
    ``source_langs``: the languages it knows (empty: all); ``priority``: of two findings at one place the higher one
    stays (rules that know the reason 50, general judgement 10); ``default``: whether it is on without being selected;
    ``trigger``: what a text must have for the check to say anything, so that it need not be asked elsewhere;
    ``options``: names and default values that ``[tool.mtqa.checks.<name>]`` may change, given to it by name.
    """

    code: str
    name: str
    category: str
    severity: Severity
    function: CheckFunction
    examples: tuple[Example, ...]
    needs: frozenset[str] = frozenset()
    target_langs: frozenset[str] = frozenset()
    source_langs: frozenset[str] = frozenset()
    priority: int = 50
    default: bool = True
    options: dict[str, Any] = field(default_factory=dict)
    trigger: Trigger = field(default_factory=Trigger)

    def __post_init__(self) -> None:
        """Refuse a category nobody knows and a code of another branch."""
        if self.category not in CATEGORIES:
            raise ValueError(f"check {self.name}: {self.category!r} is no MQM category of mtqa.mqm.")
        prefix = BRANCHES[self.category.partition("/")[0]]
        if not re.fullmatch(rf"{prefix}\d{{3}}", self.code):
            raise ValueError(f"check {self.name}: expected a code {prefix}000 to {prefix}999, found {self.code}.")

    @property
    def doc(self) -> str:
        """The function's docstring: the first line says what is wrong, the rest why it matters."""
        return inspect.getdoc(self.function) or ""

    @property
    def summary(self) -> str:
        """The first line of the docstring."""
        return self.doc.partition("\n")[0]

    def knows(self, target_lang: str, source_lang: str) -> bool:
        """Whether the check is for these languages."""
        return (not self.target_langs or short(target_lang) in self.target_langs) and (
            not self.source_langs or short(source_lang) in self.source_langs
        )

    def ready(self, unit: Unit) -> bool:
        """Whether the unit has what the check needs."""
        return self.needs <= unit.has

    def applies(self, unit: Unit) -> bool:
        """Whether the check has anything to say about the unit at all."""
        return (
            self.knows(unit.segment.target_lang, unit.segment.source_lang)
            and self.ready(unit)
            and self.trigger.met(unit.source, unit.target)
            and (self.trigger.when is None or self.trigger.when(unit))
        )

    def hits(self, unit: Unit) -> Iterable[Hit]:
        """What the check sees in a unit that it applies to, one after the other."""
        return self.function(unit, **self.options) if self.options else self.function(unit)

    def graded(self, severity: Severity) -> Check:
        """The check with one severity for all that it finds."""
        inner = self.function

        @wraps(inner)
        def function(unit: Unit, **options: Any) -> Iterator[Hit]:
            return (replace(hit, severity=severity) for hit in inner(unit, **options))

        return replace(self, severity=severity, function=function)

    def __call__(self, unit: Unit) -> list[Hit]:
        """What the check sees in the unit; nothing where it does not apply."""
        return list(self.hits(unit)) if self.applies(unit) else []


def check(
    code: str,
    *,
    category: str,
    severity: Severity,
    examples: Sequence[Example],
    needs: Iterable[str] = (),
    target_langs: Iterable[str] = (),
    source_langs: Iterable[str] = (),
    priority: int = 50,
    default: bool = True,
    options: dict[str, Any] | None = None,
    words: Words = NONE,
    source_words: Words = NONE,
    signs: Collection[str] = NONE,
    source_signs: Collection[str] = NONE,
    either_signs: Collection[str] = NONE,
    pattern: re.Pattern[str] | None = None,
    pairs: Pairs = NONE,
    when: When | None = None,
) -> Callable[[CheckFunction], Check]:
    """Make a :class:`Check` of the decorated generator; see there for the options, and :class:`Trigger` for the last eight."""
    trigger = Trigger(words, source_words, signs, source_signs, either_signs, pattern, pairs, when)

    def decorate(function: CheckFunction) -> Check:
        return Check(
            code=code, name=function.__name__.replace("_", "-"), category=category, severity=severity,
            function=function, examples=tuple(examples), needs=frozenset(needs), target_langs=frozenset(target_langs),
            source_langs=frozenset(source_langs), priority=priority, default=default, options=dict(options or {}),
            trigger=trigger,
        )  # fmt: skip

    return decorate


CHECKS: Registry[Check] = Registry("check", "mtqa.flag", Check, key="code")
