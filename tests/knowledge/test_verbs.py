from __future__ import annotations

import pytest

from mtqa.knowledge.table import read_table
from mtqa.knowledge.verbs import any_forms, finite_forms, joined_forms, participles, sein_participles, verbs


@pytest.mark.parametrize(
    ("infinitive", "prefix", "auxiliary", "present", "participle"),
    [
        ("darstellen", "dar", "haben", "stellt", "dargestellt"),
        ("entstehen", "", "sein", "entsteht", "entstanden"),
        ("stattfinden", "statt", "haben", "findet", "stattgefunden"),
        ("übersetzen", "", "haben", "übersetzt", "übersetzt"),
        ("umsetzen", "um", "haben", "setzt", "umgesetzt"),
        ("arbeiten", "", "haben", "arbeitet", "gearbeitet"),
        ("regieren", "", "haben", "regiert", "regiert"),
        ("vorbeikommen", "vorbei", "sein", "kommt", "vorbeigekommen"),
        ("bekommen", "", "haben", "bekommt", "bekommen"),
        ("fahren", "", "both", "fährt", "gefahren"),
    ],
)
def test_a_verb_is_known_with_its_parts(
    infinitive: str, prefix: str, auxiliary: str, present: str, participle: str
) -> None:
    verb = verbs()[infinitive]
    assert (verb.prefix, verb.auxiliary, verb.present, verb.participle) == (prefix, auxiliary, present, participle)


def test_the_table_is_large_and_has_every_verb_written_by_hand() -> None:
    assert len(verbs()) >= 1_500
    assert {row["verb"] for row in read_table("de", "verbs_irregular")} <= set(verbs())


def test_no_verb_is_in_two_classes_of_auxiliary() -> None:
    rows = read_table("de", "verb_classes")
    sein, both = (
        {verb for row in rows if row["class"] == name for verb in row["verbs"].split()} for name in ("sein", "both")
    )
    assert sein & both == set()


def test_joined_forms_are_nothing_else() -> None:
    assert {"darstellt", "stattfand"} <= set(joined_forms())
    assert joined_forms().keys().isdisjoint(participles())
    assert joined_forms().keys().isdisjoint(verbs())
    assert joined_forms().keys().isdisjoint(finite_forms())


def test_participles_that_may_take_haben_are_not_held_to_sein() -> None:
    assert "entstanden" in sein_participles()
    assert sein_participles().isdisjoint({"gefahren", "gefallen", "geraten", "bekommen", "gesagt"})


def test_an_infinitive_with_zu_inside_is_a_form() -> None:
    assert {"abzuholen", "abgeholt", "abholt"} & any_forms() == {"abzuholen", "abgeholt", "abholt"}
