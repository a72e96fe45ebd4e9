"""What tests of whole runs share: the built-in plugins and the invented framework for libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.settings import Settings
from checker.testing_kit.cases import book_of

LIBRARY_PACK = Path(__file__).parents[1] / "invented_framework"


@pytest.fixture(scope="session")
def library_book() -> RuleBook:
    """Return the rules for public libraries in `tests/invented_framework`."""
    return book_of([LIBRARY_PACK], Plugins.load(Settings()))


@pytest.fixture
def built_in() -> Plugins:
    """Return freshly loaded plugins, without the failures and warnings of other tests."""
    return Plugins.load(Settings())
