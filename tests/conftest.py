"""What all tests share: a cache of their own, patience with slow machines, and a real browser with axe-core."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of a test: neither how long an example takes nor how long making one takes is judged.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_OURS = "CHECKER_TESTS_CACHE"
_MADE_HERE = _OURS not in os.environ
if _MADE_HERE:
    os.environ[_OURS] = tempfile.mkdtemp(prefix="checker-tests-")
os.environ["CHECKER_CACHE"] = os.environ[_OURS]

LEFT_OUT = "left out: our HTML pages in a real browser (axe-core, keyboard, 320 px, zoom, narrowing down, print)"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_unconfigure() -> None:
    """Take the cache away in the process that made it: those that pytest-xdist starts share it."""
    if _MADE_HERE:
        shutil.rmtree(os.environ[_OURS], ignore_errors=True)


def _browser_path() -> str:
    given = os.environ.get("CHECKER_TEST_BROWSER", "")
    found = given or next((path for name in BROWSERS if (path := shutil.which(name))), "")
    if not found:
        pytest.skip(f"{LEFT_OUT}; install Debian's chromium, or name a Chromium in CHECKER_TEST_BROWSER")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Yield a headless Chromium; without one, the tests that ask for it say that they are left out."""
    sync_api = pytest.importorskip("playwright.sync_api", reason=f"{LEFT_OUT}; playwright is not installed")
    path = _browser_path()
    with sync_api.sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in containers; the page is ours and loads nothing.
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def violations() -> Callable[[Any], list[str]]:
    """Return a function that says what axe-core finds wrong with a page, each with an element concerned."""
    package = pytest.importorskip("axe_playwright_python", reason="left out: axe-core is not installed")
    script = (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")

    def found(page: Any) -> list[str]:
        page.evaluate(script)
        seen = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", WCAG)
        return [f"{one['id']}: {one['nodes'][0]['target']} {one['help']}" for one in seen["violations"]]

    return found
