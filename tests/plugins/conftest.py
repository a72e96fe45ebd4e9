"""Gap reports for the tests of reporters, and a real browser that shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from checker_plugins.reports.html import Html

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


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Return a function that writes a report as HTML and opens it; options are those of a browser's context."""
    contexts: list[Any] = []

    def open_page(report: GapReport, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        file = tmp_path / f"report-{len(contexts)}.html"
        file.write_bytes(b"".join(Html().render(report)))
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        page = contexts[-1].new_page()
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
