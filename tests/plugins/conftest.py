"""Gap reports for the tests of reporters, and a real browser; without one, its tests say that they are left out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from checker_plugins.reports.html import Html

from checker.domain.report import GapReport

from .report_builders import build, nine_statements, nothing

LEFT_OUT = "left out: the HTML report in a real browser (axe-core, keyboard, 320 px, zoom, filters, print)"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _browser_path() -> str:
    given = os.environ.get("CHECKER_TEST_BROWSER", "")
    found = given or next((path for name in NAMES if (path := shutil.which(name))), "")
    if not found:
        pytest.skip(f"{LEFT_OUT}; install Debian's chromium, or name a Chromium in CHECKER_TEST_BROWSER")
    return found


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Yield a headless Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api", reason=f"{LEFT_OUT}; playwright is not installed")
    path = _browser_path()
    with sync_api.sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in containers; the page is ours and loads nothing.
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield running
        running.close()


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
