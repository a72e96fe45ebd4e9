"""Gap reports for the tests of reporters."""

from __future__ import annotations

import pytest

from checker.domain.report import GapReport

from .report_builders import build, nine_statements, nothing


@pytest.fixture(scope="session")
def rich_report() -> GapReport:
    """A report with every status, most outcomes, a warning and a file that could not be read."""
    return build()


@pytest.fixture(scope="session")
def empty_report() -> GapReport:
    """A report of a run in which nothing was read and nothing was in scope."""
    return nothing()


@pytest.fixture(scope="session")
def wide_report() -> GapReport:
    """A report over nine statements."""
    return nine_statements()
