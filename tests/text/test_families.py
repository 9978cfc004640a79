"""Every family is found where it stands, in any words, and nothing beside it is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.text.families import FAMILIES
from mtqa.text.mask import ANY, Part, mask
from mtqa.text.words import FILLER, tokens

EXAMPLES: dict[str, tuple[str, ...]] = {
    "rst_role": (":ref:`Einrichtung <setup>`", ":py:func:`open`"),
    "rst_link": ("`Seite <https://example.org>`_", "|release|"),
    "rst_note": ("[1]_", "[#f1]_"),
    "code_span": ("`git push`", "``a`b``", "```x\ny```"),
    "comment": ("<!-- Notiz -->", "<?php echo 1 ?>"),
    "template": ("{% if user %}", "<%= name %>"),
    "html_tag": ("<b>", "</strong>", "<br/>", '<a href="x" class="y">', "<input disabled>"),
    "xml_tag": ('<xliff:g id="a">', "</xliff:g>", "<name/>"),
    "numbered_tag": ("<0>", "</12>", "<g1>", "{1>", "<1}"),
    "entity": ("&amp;", "&#160;", "&#xA0;"),
    "bbcode": ("[/b]", "[/url]"),
    "url": ("https://example.org/a?b=1", "www.example.de", "mailto:a@example.org"),
    "email": ("info@example.com",),
    "domain": ("heise.de/news", "example.com"),
    "mustache": ("{{name}}", "{{#if a}}", "{{{raw}}}", "{{ a | date }}"),
    "dollar_brace": ("${a.b}", "%{email}", "#{name}"),
    "double_bracket": ("[[user]]", "[[Page|words]]"),
    "i18next_nesting": ("$t(menu.file)",),
    "swift": ("\\(count)",),
    "fluent": ("{ $user }", "{ -brand }", "{ -brand.title }", "{ NUMBER($n) }", '{ "" }'),
    "message_format": ("{when, date, short}", "{0,number,integer}"),
    "brace": ("{0:dd.MM.yyyy HH:mm}", "{0,10:N0}"),
    "brace_name": ("{}", "{0}", "{name}", "{user.name}", "{n:>5}", "{code!r}", "{user-name}"),
    "strftime": ("%m/%d/%Y", "%H:%M"),
    "printf_named": ("%(name)s", "%<x>d"),
    "printf_numbered": ("%1$s", "%2$05d"),
    "printf": ("%d", "%5.2f", "%lu", "%@", "%-20s", "%0:s"),
    "printf_percent": ("%%",),
    "qt": ("%1", "%L2"),
    "vue": ("@:app.name", "@:(app.name)"),
    "scheme": ("~a",),
    "laravel": (":attribute", ":max_size"),
    "chrome": ("$EXTENSION$",),
    "shell": ("$userName", "$HOME_DIR"),
    "numbered_dollar": ("$1",),
    "drupal": ("@count", "!author"),
    "dunder": ("__count__",),
    "blank": ("<filename>",),
    "option": ("--dry-run", "--out=FILE"),
    "ip": ("192.168.0.1", "10.0.0.1:8080", "fe80:0:0:0:1:2"),
    "version": ("v1.2.3", "v2.0-beta"),
    "function": ("close()", "os.path.join()", "Foo::bar()"),
    "path": ("/var/log/syslog", "~/.bashrc", "./run"),
    "windows_path": ("C:\\Windows\\x.dll", "\\\\server\\share", "%APPDATA%\\x"),
    "file": ("readme.txt", "a.b.json"),
    "escape": ("\\n", '\\"', "\\u00e4"),
    "accelerator": ("D&atei",),
    "mnemonic": ("E_xit",),
    "identifier": ("user_id", "MAX_RETRIES"),
}
CASES = [(family, text) for family, texts in EXAMPLES.items() for text in texts]
UNSEEN = {"markdown_address", "markdown_strong"}
"""These need something beside them."""

WORDS = st.lists(st.sampled_from("das Haus ist Größe und 7 schön, heute: ja!".split()), max_size=4).map(" ".join)


def test_every_family_has_an_example() -> None:
    assert {family.name for family in FAMILIES} == set(EXAMPLES) | UNSEEN


@pytest.mark.parametrize(("family", "text"), CASES)
def test_an_example_is_one_part_of_its_family(family: str, text: str) -> None:
    assert mask(f"Das {text} da", context="strings").parts == (Part(KINDS[family], 4, 4 + len(text), text, family),)


@given(st.sampled_from(CASES), WORDS, WORDS)
def test_words_around_a_part_are_left_as_they_are(case: tuple[str, str], before: str, after: str) -> None:
    text = f"{before} {case[1]} {after}"
    masked = mask(text, context="strings").text
    assert len(masked) == len(text)
    kept = [token.text for token in tokens(masked) if FILLER not in token.text]
    assert kept == [*(token.text for token in tokens(before)), *(token.text for token in tokens(after))]


@pytest.mark.parametrize(("family", "text"), CASES)
def test_the_quick_look_misses_no_example(family: str, text: str) -> None:
    assert ANY.search(text)


@pytest.mark.parametrize("text", ["{sic}", ":name", "$user", "%1", "~a"])
def test_running_text_has_a_placeholder_only_where_the_other_side_has_it(text: str) -> None:
    sentence = f"Er schrieb {text} dazu"
    assert mask(sentence, context="prose", beside="He wrote that.").parts == ()
    assert [part.text for part in mask(sentence, context="prose", beside=f"He wrote {text} too.").parts] == [text]


@pytest.mark.parametrize("text", ["$1", "@count", "__count__"])
def test_what_only_strings_may_hold_counts_in_files_of_strings(text: str) -> None:
    assert mask(f"Es kostet {text}").parts == ()
    assert len(mask(f"Es kostet {text}", context="strings").parts) == 1


def test_terms_that_must_not_be_translated_are_masked() -> None:
    result = mask("Jetzt Paint öffnen", terms=((6, 11),))
    assert [(part.kind, part.text) for part in result.parts] == [("term", "Paint")]


def test_the_words_of_a_fluent_selection_stay() -> None:
    text = "{ $n -> [one] Ein Tab *[other] { $n } Tabs } offen"
    assert mask(text).text.replace(FILLER, "").split() == ["Ein", "Tab", "Tabs", "offen"]


KINDS = {family.name: family.kind for family in FAMILIES}
