"""The house rules, held for every unit of every registry: a new file is held to them without a new test."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mtqa.engine.base import ENGINES
from mtqa.evaluate.judgments.base import READERS as JUDGMENTS
from mtqa.flag.base import CHECKS, Check, Example, Unit
from mtqa.judge import judge
from mtqa.lang.base import LANGUAGES
from mtqa.mqm import BRANCHES
from mtqa.pack.load import find_pack
from mtqa.read.base import READERS
from mtqa.report.base import REPORTS

if TYPE_CHECKING:
    from mtqa.registry import Registry

CODES = Path(__file__).parent / "flag" / "codes.txt"
REGISTRIES: list[Registry[Any]] = [CHECKS, LANGUAGES, READERS, REPORTS, JUDGMENTS, ENGINES]
BY_CODE = [pytest.param(check, id=check.code) for check in CHECKS]
EXAMPLES = [
    pytest.param(check, example, id=f"{check.code}-{number}")
    for check in CHECKS
    for number, example in enumerate(check.examples)
]


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda registry: registry.kind)
def test_every_registry_has_units_and_says_the_nearest_name_for_a_wrong_one(registry: Registry[Any]) -> None:
    assert len(registry) >= 2
    key = next(iter(registry.units))
    assert registry[key] is registry.units[key]
    assert "qqqq" not in registry


@pytest.mark.parametrize("registry", [READERS, REPORTS, JUDGMENTS, ENGINES], ids=lambda registry: registry.kind)
def test_every_reader_and_report_says_what_it_is(registry: Registry[Any]) -> None:
    for name, unit in registry.units.items():
        assert unit.name == name
        assert unit.summary[0].isupper()


@pytest.mark.parametrize("code", list(LANGUAGES.units))
def test_a_language_lies_in_the_file_of_its_code_and_tells_itself_from_others(code: str) -> None:
    module = importlib.import_module(f"mtqa.lang.{code}")
    assert LANGUAGES[code] in vars(module).values()
    assert LANGUAGES[code].name in (module.__doc__ or "")
    assert LANGUAGES[code].function_words


@pytest.mark.parametrize("check", BY_CODE)
def test_a_check_is_called_after_its_file_and_lies_in_the_folder_of_its_branch(check: Check) -> None:
    branch = check.category.partition("/")[0]
    name = check.name.replace("-", "_")
    assert check.function.__name__ == name
    assert check.function.__module__ == f"mtqa.flag.{branch.replace('-', '_')}.{name}"
    assert check.code.startswith(BRANCHES[branch])


@pytest.mark.parametrize("check", BY_CODE)
def test_a_check_says_what_is_wrong_and_why_it_matters(check: Check) -> None:
    assert check.summary.endswith(".")
    assert len(check.doc.splitlines()) >= 3


@pytest.mark.parametrize("check", BY_CODE)
def test_a_check_has_three_good_and_three_bad_examples_or_more(check: Check) -> None:
    assert sum(example.good for example in check.examples) >= 3
    assert sum(not example.good for example in check.examples) >= 3


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_exactly_the_marked_words_of_an_example_are_flagged(check: Check, example: Example) -> None:
    hits = check(example_unit(example))
    assert sorted(hit.span for hit in hits) == sorted(example.spans)
    for hit in hits:
        assert hit.message.endswith((".", "?"))
        assert 0 < hit.confidence <= 1


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_suggestion_in_place_of_the_span_satisfies_the_check(check: Check, example: Example) -> None:
    unit = example_unit(example)
    for hit in check(unit):
        if hit.suggestion and hit.span.side == "target":
            text = unit.segment.target
            mended = text[: hit.span.start] + hit.suggestion + text[hit.span.end :]
            left = check(example_unit(replace(example, target=mended)))
            assert len(left) < len(check(unit))


def example_unit(example: Example) -> Unit:
    """The example as the stage would see it, with the shipped pack's evidence."""
    segment = example.segment
    pack = find_pack(segment.source_lang, segment.target_lang)
    evidence = judge([segment], pack=pack, encoder=pack.encoder() if pack else None)[0]
    evidence.opinions = example.opinions
    return Unit(segment, pack=pack, evidence=evidence, roughness=example.roughness, thorough=example.thorough,
                terms=example.terms)  # fmt: skip


def test_no_code_vanishes_or_changes_its_check_silently() -> None:
    assert [f"{check.code} {check.name}" for check in CHECKS] == CODES.read_text(encoding="utf-8").splitlines()


def test_examples_of_one_check_are_all_different() -> None:
    for check in CHECKS:
        pairs = [(example.source, example.target) for example in check.examples]
        assert len(set(pairs)) == len(pairs)
