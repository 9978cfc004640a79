"""Dictionaries read where they lie: the same answers as simplemma's own, with and without places kept from another run."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DATA_FOLDER

from mtqa.text.lemmas import MAGIC, Stream, dictionary, places, records

WORDS = {"a": "a", "ab": "b", "abc": "b", "abd": "abd", "b" * 300: "c" * 200, "c": "c", "ca": "c", "cab": "c"}


def stream(words: dict[str, str], *, backwards: bool) -> bytes:
    """The words as simplemma 2 writes them, values always whole where they are not those of the word before."""
    out = bytearray((*MAGIC, backwards, *number(len(words))))
    flip = slice(None, None, -1 if backwards else 1)
    before = last = b""
    for key, value in sorted((key.encode()[flip], value.encode()[flip]) for key, value in words.items()):
        shared = next((at for at, (one, two) in enumerate(zip(before, key, strict=False)) if one != two),
                      min(len(before), len(key)))  # fmt: skip
        out += bytes((*number(shared), *number(len(key) - shared))) + key[shared:]
        if value == last:
            out.append(254)
        elif value[: len(key)] == key:
            out += bytes((0, *number(len(value) - len(key)))) + value[len(key) :]
        else:
            out += bytes((255, *number(len(value)))) + value
        before, last = key, value
    return bytes(out)


def number(value: int) -> bytes:
    return bytes((value & 0x7F | 0x80, *number(value >> 7))) if value > 0x7F else bytes((value,))


@pytest.mark.parametrize("backwards", [False, True])
def test_every_word_is_found_and_no_other(backwards: bool) -> None:
    words = WORDS | {f"w{count:03}": f"w{count // 7}" for count in range(200)}
    found = Stream(places(stream(words, backwards=backwards)))
    assert {word: found.get(word) for word in words} == words
    assert [found.get(word) for word in ("", "aa", "abcd", "zz", "w", "w2000")] == [None] * 6


def _never(data: bytes) -> bytes:
    raise AssertionError("read again")


@pytest.mark.parametrize("damage", [None, b"nonsense"])
def test_a_dictionary_is_kept_for_the_next_run(
    damage: bytes | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path))
    assert dictionary("en").get("houses") == "house"
    (kept,) = tmp_path.iterdir()
    if damage:
        kept.write_bytes(damage)
    else:
        monkeypatch.setattr("lzma.decompress", _never)
    assert dictionary("en").get("houses") == "house"


def test_the_installed_dictionary_answers_as_simplemma_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_CACHE", "off")
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    ours, theirs = dictionary("en"), StreamDictionaryFactory().get_dictionary("en")
    some = list(islice(iter(theirs), 0, None, 997))
    words = [*some, *(word + "x" for word in some), *map(str.upper, some), "", "ß"]
    assert [ours.get(word) for word in words] == [theirs.get(word) for word in words]


def test_a_language_without_a_dictionary_has_an_empty_one() -> None:
    assert dictionary("xx").get("word") is None


def test_the_installed_dictionaries_have_the_layout_that_is_read_here() -> None:
    import lzma

    data = lzma.decompress((DATA_FOLDER / "en.plzma").read_bytes())
    assert data.startswith(MAGIC)
    assert sum(1 for _ in records(data, len(MAGIC) + 4, len(data), b"")) > 100_000
