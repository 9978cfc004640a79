"""The documentation says nothing that is not so: settings, checks and links that it names are there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from mtqa.config import Settings
from mtqa.flag.base import CHECKS
from mtqa.flag.profile import lineage, shipped
from mtqa.flag.select import chosen
from mtqa.flag.suppression.entry import KEYS, entry_of

DOCS = Path(__file__).parents[1] / "docs"
SETTINGS = (DOCS / "settings.md").read_text(encoding="utf-8")
BLOCKS = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", SETTINGS, re.DOTALL)]
TO_COME = {"../benchmarks/results/batch.md"}
"""Tables whose measuring takes longer than their page; take them out of here when they are there."""
LINK = re.compile(r"\]\(([^)#\s]+)")


def test_every_setting_is_documented() -> None:
    assert [item.name for item in fields(Settings) if f"`{item.name.replace('_', '-')}`" not in SETTINGS] == []


def test_every_profile_and_every_key_of_a_suppression_is_documented() -> None:
    assert [name for name in (*shipped(), *KEYS) if f"`{name}`" not in SETTINGS] == []


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: next(iter(block)))
def test_every_example_of_a_file_is_one(block: dict[str, object]) -> None:
    if "suppress" in block:
        assert isinstance(block["suppress"], list)
        assert [entry_of(values, number, "docs") for number, values in enumerate(block["suppress"], 1)]
        return
    settings = Settings.of(block, Path("docs/settings.md"))
    checks = chosen(settings.select, settings.ignore, settings.checks, lineage(settings.profile, settings.profiles))
    assert 0 < len(checks) < len(CHECKS)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if link not in TO_COME and not (page.parent / link).exists()] == []
