"""Finding units: our own by walking, other people's by entry point."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

import mtqa.registry
from mtqa.errors import UnknownUnitError
from mtqa.lang.base import LANGUAGES, Language, language
from mtqa.registry import Registry


def foreign(monkeypatch: pytest.MonkeyPatch, value: str) -> Registry[Language]:
    point = EntryPoint("xx", value, "mtqa.languages")
    monkeypatch.setattr(mtqa.registry, "entry_points", lambda group: [point] if group == "mtqa.languages" else [])
    return Registry("language", "mtqa.lang", Language, key="code")


ESPERANTO = Language("eo", "Esperanto")
NO_LANGUAGE = 3


def test_units_come_in_the_order_of_their_keys() -> None:
    codes = [unit.code for unit in LANGUAGES]
    assert codes == sorted(codes)
    assert {"de", "en"} <= set(codes)


def test_an_unknown_name_gets_the_nearest_right_one() -> None:
    with pytest.raises(UnknownUnitError, match="no language is called 'dee': did you mean de"):
        LANGUAGES["dee"]


def test_an_installed_unit_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert foreign(monkeypatch, "tests.test_registry:ESPERANTO")["eo"] is ESPERANTO


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("tests.no_such_module:X", "cannot be loaded: No module named 'tests.no_such_module'"),
        ("tests.test_registry:NO_LANGUAGE", "is no language"),
    ],
)
def test_a_broken_installed_unit_is_a_named_error(monkeypatch: pytest.MonkeyPatch, value: str, message: str) -> None:
    registry = foreign(monkeypatch, value)
    with pytest.raises(UnknownUnitError) as error:
        list(registry)
    assert message in str(error.value)


def test_two_units_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_registry.ESPERANTO", Language("de", "Deutsch"))
    with pytest.raises(UnknownUnitError, match="two languages are called 'de'"):
        list(foreign(monkeypatch, "tests.test_registry:ESPERANTO"))


def test_a_regional_code_is_its_language_and_an_unknown_one_is_neutral() -> None:
    assert language("de-AT").code == "de"
    assert language("xx") == Language("xx", "xx")
