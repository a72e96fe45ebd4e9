"""What all tests share: a cache of their own, so that none reads or writes the user's."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

os.environ["CHECKER_CACHE"] = _CACHE = tempfile.mkdtemp(prefix="checker-tests-")


@pytest.fixture(scope="session", autouse=True)
def _cache_goes_with_the_tests() -> Iterator[None]:
    yield
    shutil.rmtree(_CACHE, ignore_errors=True)
