"""From concepts to what a pair of languages makes of them."""

from __future__ import annotations

from mtqa.terms.base import Concept, Entry, Name, Status, terms_of


def test_names_become_entries_in_both_directions() -> None:
    concept = Concept(
        (Name("folder", "en"), Name("Ordner", "de-AT"), Name("Verzeichnis", "de", Status.FORBIDDEN)), "g:2"
    )
    [entry] = terms_of([concept], "en", "de").entries
    assert (entry.source, entry.allowed, entry.forbidden, entry.place) == (
        "folder",
        ("Ordner",),
        ("Verzeichnis",),
        "g:2",
    )
    [entry] = terms_of([concept], "de", "en-GB").entries
    assert (entry.source, entry.allowed) == ("Ordner", ("folder",))
    assert terms_of([concept], "fr", "it").entries == ()


def test_homonyms_allow_what_either_allows() -> None:
    one = Concept((Name("bank", "source"), Name("Bank", "target"), Name("Ufer", "target", Status.FORBIDDEN)))
    other = Concept((Name("Bank", "source"), Name("Ufer", "target", Status.PREFERRED)))
    [entry] = terms_of([one, other], "en", "de").entries
    assert entry.allowed == ("Bank", "Ufer")
    assert entry.forbidden == ()
    assert entry.status is Status.REQUIRED


def test_a_forbidden_name_without_a_source_is_banned_everywhere() -> None:
    terms = terms_of([Concept((Name("Handy", "target", Status.FORBIDDEN),))], "en", "de")
    assert [one.text for one in terms.banned] == ["Handy"]
    assert terms.entries == ()


def test_what_is_not_translated_stays_to_the_letter() -> None:
    terms = terms_of([Concept((Name("Field Notes", "source", Status.DO_NOT_TRANSLATE),))], "en", "de")
    assert terms.entries == (Entry("Field Notes", ("Field Notes",), (), Status.DO_NOT_TRANSLATE, True, "", ""),)
