"""ICU messages as checks see them."""

from __future__ import annotations

from mtqa.text.icu import messages


def test_a_message_knows_its_variable_kind_and_branches() -> None:
    text = "Noch {n, plural, offset:1 =0 {nichts} one {# Tag} other {# Tage}}!"
    [message] = messages(text)
    assert (message.variable, message.kind) == ("n", "plural")
    assert text[slice(*message.head)] == "{n, plural, offset:1 "
    assert [(key, text[start:end]) for key, (start, end) in message.branches] == [
        ("=0", "nichts"), ("one", "# Tag"), ("other", "# Tage"),
    ]  # fmt: skip


def test_messages_inside_branches_come_after_the_outer_one() -> None:
    text = "{g, select, male {{n, plural, one {er} other {sie}}} other {x}}"
    assert [message.variable for message in messages(text)] == ["g", "n"]


def test_an_unfinished_message_is_none() -> None:
    assert messages("{n, plural, one {# Tag} other {# Tage}") == []
    assert messages("{n, plural, }") == []
    assert messages("{name} {0, number}") == []
