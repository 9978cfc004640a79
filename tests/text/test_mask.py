"""What is masked, and what must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.text.mask import mask
from mtqa.text.words import FILLER


def found(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in mask(text).parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Klicken Sie <b>hier</b>.", [("markup", "<b>"), ("markup", "</b>")]),
        ('<g id="1">Text</g><x id="2"/>', [("markup", '<g id="1">'), ("markup", "</g>"), ("markup", '<x id="2"/>')]),
        ("A &amp; B&#160;C", [("markup", "&amp;"), ("markup", "&#160;")]),
        ("siehe [Handbuch](guide.md)", [("markup", "(guide.md)")]),
        ("<!-- Notiz --> weiter", [("markup", "<!-- Notiz -->")]),
        ("%d von %1$s, %(name)s und %@", [("placeholder", p) for p in ("%d", "%1$s", "%(name)s", "%@")]),
        ("%5.2f %i %s", [("placeholder", p) for p in ("%5.2f", "%i", "%s")]),
        ("{} {0} {name} {n:>5}", [("placeholder", p) for p in ("{}", "{0}", "{name}", "{n:>5}")]),
        ("${a} {{b}} %{c} #{d} [[e]]", [("placeholder", p) for p in ("${a}", "{{b}}", "%{c}", "#{d}", "[[e]]")]),
        ("$t(menu.file) @:app.name %<x>d", [("placeholder", p) for p in ("$t(menu.file)", "@:app.name", "%<x>d")]),
        ("%1 von %L2", [("placeholder", "%1"), ("placeholder", "%L2")]),
        ("Das :attribute muss :max_size sein", [("placeholder", ":attribute"), ("placeholder", ":max_size")]),
        ("{ $user } und { -brand }", [("placeholder", "{ $user }"), ("placeholder", "{ -brand }")]),
        ("{when, date, short}", [("placeholder", "{when, date, short}")]),
        ("Siehe https://example.org/a?b=1.", [("url", "https://example.org/a?b=1")]),
        ("auf www.example.de, jetzt", [("url", "www.example.de")]),
        ("bei heise.de/news lesen", [("url", "heise.de/news")]),
        ("an info@example.com.", [("email", "info@example.com")]),
        ("`git push` und --dry-run", [("code", "`git push`"), ("code", "--dry-run")]),
        ("in /etc/hosts oder C:\\Windows\\x.dll", [("path", "/etc/hosts"), ("path", "C:\\Windows\\x.dll")]),
        ("Datei readme.txt öffnen.", [("path", "readme.txt")]),
        ("Version v1.2.3 auf 192.168.0.1", [("code", "v1.2.3"), ("code", "192.168.0.1")]),
        ("print() aufrufen", [("code", "print()")]),
    ],
)
def test_what_is_no_language_is_masked(text: str, parts: list[tuple[str, str]]) -> None:
    assert found(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "10 % der Leute, 100%ige Sicherheit, 5% in Dollar",
        "und/oder, 24/7, km/h, AC/DC",
        "z.B. am 31.12.2024 um 1.234.567.890 Euro",
        "Er sagte: nichts. Sie :-)",
        "3 < 5 und 7 > 2, ich <3 dich",
        "Kosten: 5 $ oder US$ 7, A$AP",
        "Das ist wahr.Das auch.",
        "Mi., z. B., d.h. und u.a.",
        "Müller & Söhne; Fish&Chips",
        "Das Team (m/w/d) sucht [dich]",
        "ca. 50 ~ 60 Stück",
        "fiel auf 24,74 $fielen und 54 $oder 0 $",
    ],
)
def test_running_text_stays_as_it_is(text: str) -> None:
    assert mask(text).text == text


def test_the_words_in_the_branches_of_an_icu_message_stay() -> None:
    text = "{count, plural, one {# Datei} other {# Dateien mit {size}}} gelöscht"
    assert mask(text).text.replace(FILLER, "").split() == ["Datei", "Dateien", "mit", "gelöscht"]


def test_ranges_that_a_reader_knows_are_masked_whatever_they_look_like() -> None:
    result = mask("Hallo {1}Welt", ((6, 9),))
    assert [(part.kind, part.text) for part in result.parts] == [("markup", "{1}")]


@given(st.text(alphabet="ab1. <>/{}%$@:`~&[]()#\\-,=\"'plura\n", max_size=60))
def test_the_mask_keeps_length_and_every_part_is_its_place(text: str) -> None:
    result = mask(text)
    assert len(result.text) == len(text)
    assert all(text[part.start : part.end] == part.text for part in result.parts)
    blank = {place for part in result.parts for place in range(part.start, part.end)}
    assert all(result.text[i] == (FILLER if i in blank else char) for i, char in enumerate(text))
