"""The notice of :mod:`tests.report.cases` as fixtures."""

from __future__ import annotations

import pytest

from mtqa.frames import FINDINGS, SEGMENTS
from mtqa.report.base import Results
from tests.report.cases import joined, make_documents, make_results


@pytest.fixture
def results() -> Results:
    """The notice."""
    return make_results()


@pytest.fixture
def delivery() -> Results:
    """The notice three times, as three documents with three verdicts."""
    return joined(
        make_results("notice.de.txt", "heavy edit"),
        make_results("web/startseite.de.txt", "publishable"),
        make_results("brief.de.txt", "retranslate"),
    )


@pytest.fixture
def nothing() -> Results:
    """A run over an empty table without a pack: no segment, no finding, no score."""
    segments, findings = SEGMENTS.empty(), FINDINGS.empty()
    return Results(segments, findings, make_documents(segments, findings, ""), {})
