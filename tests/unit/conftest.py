"""What tests of whole runs share: the built-in plugins and the invented framework for libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain.pack import RuleBook
from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.settings import Settings

LIBRARY_PACK = Path(__file__).parents[1] / "invented_framework"


@pytest.fixture(scope="session")
def library_book() -> RuleBook:
    """Return the rules for public libraries in `tests/invented_framework`."""
    return load_book(Plugins.load(Settings()), [LIBRARY_PACK])


@pytest.fixture
def built_in() -> Plugins:
    """Return freshly loaded plugins, without the failures and warnings of other tests."""
    return Plugins.load(Settings())
