"""The graded dictionary, and the other direction's read backwards."""

from __future__ import annotations

from mtqa.knowledge.graded import grades, is_graded, usual_renderings


def test_a_written_grade_says_how_much_company_a_rendering_needs() -> None:
    found = grades("abbey", "en", "de")
    assert found["Abtei"] > found["Kloster"] > found["Stift"]
    assert "Stift" not in usual_renderings("abbey", "en", "de")


def test_the_other_direction_has_the_plain_dictionary_first_and_then_what_renders_to_the_word() -> None:
    found = usual_renderings("abbauen", "de", "en")
    assert found[:2] == ["dismantle", "reduce"]
    assert "abbey" in usual_renderings("Abtei", "de", "en")
    assert grades("Stift", "de", "en")["abbey"] == 1
    assert usual_renderings("Haus", "de", "en") == ["home", "house"]  # the more frequent first
    assert usual_renderings("Montag", "de", "en") == ["Monday"]
    assert "travell" not in usual_renderings("fahren", "de", "en")


def test_a_pair_without_a_table_is_not_graded() -> None:
    assert is_graded("en", "de")
    assert is_graded("de", "en")
    assert not is_graded("en", "fr")
    assert grades("maison", "fr", "en") == {}
