"""Tags and placeholders as checks compare them."""

from __future__ import annotations

from mtqa.data import Range
from mtqa.flag.placeholders import conversions, keys, placeholders
from mtqa.flag.tags import tags, unpaired, with_partners
from mtqa.text.mask import mask


def keyed(text: str, markup: tuple[Range, ...] = ()) -> list[str]:
    return [tag.key for tag in tags(mask(text, markup).parts)]


def test_tags_of_html_react_and_cat_tools_have_name_kind_and_number() -> None:
    assert keyed('<b>x</b> <br> <x id="2"/> <0>y</0> {1>z<1}') == [
        "open b ", "close b ", "empty br ", "empty x 2", "open 0 ", "close 0 ", "open 1 ", "close 1 ",
    ]  # fmt: skip


def test_native_codes_of_a_reader_are_halves_of_a_pair() -> None:
    text = '<bpt i="1">&lt;b&gt;</bpt>fett<ept i="1">&lt;/b&gt;</ept>'
    assert keyed(text, ((0, 26), (30, len(text)))) == ["open pair 1", "close pair 1"]


def test_overlapping_and_lonely_tags_break_the_nesting() -> None:
    found = unpaired(tags(mask("<b>a <i>b</b></i> </u>").parts))
    assert [(tag.part.text, inner) for tag, inner in found] == [("</b>", "<i>"), ("</u>", "")]
    assert unpaired(tags(mask("<b>a <i>b</i></b><br>").parts)) == []


def test_a_placeholder_without_number_is_the_next_argument() -> None:
    one, other = (placeholders(mask(text).parts) for text in ("%d of %s", "%2$s: %1$d"))
    assert sorted(keys(one, numbered=True)) == sorted(keys(other, numbered=True)) == ["%1$d", "%2$s"]
    assert conversions(one) == ["d", "s"]


def test_a_percent_sign_is_a_placeholder_only_in_a_format() -> None:
    assert [part.text for part in placeholders(mask("%d%% voll").parts)] == ["%d", "%%"]
    assert placeholders(mask("100%% voll").parts) == []


def test_an_opening_tag_goes_with_the_one_that_closes_it() -> None:
    found = with_partners(tags(mask("<b>a <i>b</i></b> </u> <b>").parts))
    texts = [(tag.part.text, partner and partner.part.text) for tag, partner in found]
    assert texts == [("<b>", "</b>"), ("<i>", "</i>"), ("</u>", None), ("<b>", None)]
