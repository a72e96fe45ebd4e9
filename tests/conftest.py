"""What all tests share: a cache of their own, so that none touches the user's, and patience with slow machines."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of a test: neither how long an example takes nor how long making one takes is judged.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

os.environ["CHECKER_CACHE"] = _CACHE = tempfile.mkdtemp(prefix="checker-tests-")


@pytest.fixture(scope="session", autouse=True)
def _cache_goes_with_the_tests() -> Iterator[None]:
    yield
    shutil.rmtree(_CACHE, ignore_errors=True)
