"""What all tests of the judge ask: the language pack that mtqa carries."""

from __future__ import annotations

import pytest

from mtqa.pack.base import Pack
from mtqa.pack.load import find_pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The German-English pack."""
    found = find_pack("en", "de")
    assert found is not None
    return found
