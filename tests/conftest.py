"""What all tests share."""

from __future__ import annotations

import os
import tempfile

import pytest

from mtqa.cache import VARIABLE
from mtqa.pack.base import Pack
from mtqa.pack.load import find_pack


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests out of the user's own cache: a folder a run, which workers share, for they inherit where it is."""
    if hasattr(config, "workerinput") or VARIABLE in os.environ:
        return
    folder = tempfile.TemporaryDirectory(prefix="mtqa-tests-")
    os.environ[VARIABLE] = folder.name
    config.add_cleanup(folder.cleanup)
    config.add_cleanup(_forget)


def _forget() -> None:
    os.environ.pop(VARIABLE, None)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The German-English pack that mtqa carries."""
    found = find_pack("en", "de")
    assert found is not None
    return found
