"""What several tests of checks share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mtqa.flag.base import CHECKS


@pytest.fixture
def quiet_length() -> Iterator[None]:
    """The length check as one that is off by default."""
    check = CHECKS["ACC009"]
    CHECKS.units["ACC009"] = replace(check, default=False)
    yield
    CHECKS.units["ACC009"] = check
