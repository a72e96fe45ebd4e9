"""What all tests share: a cache of their own, so that none touches the user's, and patience with slow machines."""

from __future__ import annotations

import os
import shutil
import tempfile

from hypothesis import HealthCheck, settings

# A busy machine is no fault of a test: neither how long an example takes nor how long making one takes is judged.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_OURS = "CHECKER_TESTS_CACHE"
_MADE_HERE = _OURS not in os.environ
if _MADE_HERE:
    os.environ[_OURS] = tempfile.mkdtemp(prefix="checker-tests-")
os.environ["CHECKER_CACHE"] = os.environ[_OURS]


def pytest_unconfigure() -> None:
    """Take the cache away in the process that made it: those that pytest-xdist starts share it."""
    if _MADE_HERE:
        shutil.rmtree(os.environ[_OURS], ignore_errors=True)
