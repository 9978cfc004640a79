from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtqa.errors import PackError
from mtqa.pack import load
from mtqa.pack.load import FolderPack, find_pack, installed, open_pack
from mtqa.pack.manifest import damaged, read_manifest, relist

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packs that the environment names, with the tiny pack in it."""
    folder = tmp_path / "packs" / "tiny"
    shutil.copytree(pack, folder)
    monkeypatch.setenv("MTQA_PACKS", str(folder.parent))
    return folder


@pytest.mark.parametrize(("source", "target"), [("en", "de"), ("de", "en"), ("de-AT", "en_GB"), ("DE", "EN")])
def test_a_pack_is_found_for_its_pair_in_both_directions(home: Path, source: str, target: str) -> None:
    found = find_pack(source, target)
    assert found is not None
    assert found.path == home
    assert find_pack(source, target) is found
    assert found.lexicon(source, target) is found.lexicon(source, target)
    assert found.model(source) is found.model(source)


def test_no_pack_is_found_for_another_pair(home: Path) -> None:
    assert find_pack("fr", "de") is None


def test_a_pack_is_opened_by_folder_and_by_name(home: Path) -> None:
    assert open_pack(home).path == home
    assert open_pack("tiny").path == home
    assert home in installed()


def test_the_pack_that_mtqa_ships_serves_german_and_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MTQA_PACKS", raising=False)
    found = find_pack("en", "de")
    assert found is not None
    assert found.path == load.SHIPPED / "de-en"
    assert "Haus" in found.model("de")
    assert "house" in found.model("en")
    assert found.lexicon("en", "de").translations("house")[0][0] == "haus"
    assert found.lexicon("de", "en").translations("Haus")[0][0] == "house"
    assert damaged(found.path, found.manifest) == [], "call mtqa.pack.manifest.relist on the folder after changing it"
    assert sum(entry["bytes"] for entry in found.manifest["files"].values()) < 40e6


def test_a_pack_of_another_pair_is_refused(pack: Path) -> None:
    with pytest.raises(PackError, match="expected a pack of de and fr, found one of en and de"):
        find_pack("fr", "de", str(pack))
    with pytest.raises(PackError, match="expected a pack of en and fr"):
        FolderPack(pack).lexicon("en", "fr")


@pytest.mark.parametrize("part", ["model", "encoder"])
def test_a_part_that_the_pack_lacks_is_named(pack: Path, part: str) -> None:
    opened = FolderPack(pack)
    with pytest.raises(
        PackError, match="expected a language model of 'fr'" if part == "model" else "expected an encoder"
    ):
        opened.model("fr") if part == "model" else opened.encoder()


def test_a_place_without_a_pack_is_named_with_what_is_installed(tmp_path: Path, home: Path) -> None:
    with pytest.raises(PackError, match=r"found neither; installed: .*tiny"):
        open_pack(tmp_path / "nowhere")
    with pytest.raises(PackError, match=r"found no manifest\.json"):
        open_pack(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "expected JSON"),
        ("[]", "expected the manifest of a language pack"),
        ('{"format": "other"}', "expected the manifest of a language pack"),
    ],
)
def test_a_manifest_that_is_none_is_named(pack: Path, text: str, expected: str) -> None:
    (pack / "manifest.json").write_text(text)
    with pytest.raises(PackError, match=expected):
        FolderPack(pack)


def test_a_manifest_of_another_version_asks_for_a_new_pack(pack: Path) -> None:
    manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
    (pack / "manifest.json").write_text(json.dumps({**manifest, "version": 99}))
    with pytest.raises(PackError, match="expected version 2, found 99"):
        FolderPack(pack)


def test_a_missing_and_a_shortened_file_are_found_on_opening(pack: Path) -> None:
    path = pack / "lexicon" / "words" / "columns.npy"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(PackError, match=r"columns\.npy: expected \d+ bytes, found \d+; restore or rebuild"):
        FolderPack(pack)
    path.unlink()
    with pytest.raises(PackError, match=r"columns\.npy: expected \d+ bytes, found no such file"):
        FolderPack(pack)


def test_a_file_changed_in_place_is_found_by_its_checksum(pack: Path) -> None:
    path = pack / "ngrams" / "de" / "2.probability.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert damaged(pack, read_manifest(pack)) == ["ngrams/de/2.probability.npy"]


def test_a_file_that_was_added_is_damage_until_the_manifest_lists_it(pack: Path) -> None:
    (pack / "more.json").write_text("{}")
    assert damaged(pack, read_manifest(pack)) == ["more.json"]
    relist(pack)
    assert damaged(pack, read_manifest(pack)) == []


@pytest.mark.parametrize("name", ["lexicon/words/rows.npy", "ngrams/de/2.keys.npy", "ngrams/de/words.txt.gz"])
def test_a_part_that_cannot_be_read_is_a_damaged_pack(pack: Path, name: str) -> None:
    path = pack / name
    path.write_bytes(b"\xff" * path.stat().st_size)
    opened = FolderPack(pack)
    with pytest.raises(PackError, match="expected a sound pack, found a damaged"):
        opened.lexicon("en", "de") if name.startswith("lexicon") else opened.model("de")


@pytest.mark.parametrize("name", ["lexicon/words/forward.npy", "lexicon/stems/rows.npy", "ngrams/de/2.probability.npy"])
def test_arrays_that_do_not_belong_together_are_a_damaged_pack(pack: Path, name: str) -> None:
    np.save(pack / name, np.load(pack / name)[:-1])
    content = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
    content["files"].pop(name)
    (pack / "manifest.json").write_text(json.dumps(content))
    opened = FolderPack(pack)
    with pytest.raises(PackError, match="do not belong together"):
        opened.lexicon("en", "de") if name.startswith("lexicon") else opened.model("de")
